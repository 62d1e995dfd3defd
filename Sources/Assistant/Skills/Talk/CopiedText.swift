import Prompts

/// What of an answer is worth copying: the words to repeat as they are, else all that it says.
struct CopiedText: Hashable {
  let text: String
  let isQuote: Bool

  static func of(_ answer: Answer) -> CopiedText {
    let quotes = answer.body.compactMap { block in
      if case .quote(let text) = block { text } else { nil }
    }
    if !quotes.isEmpty { return CopiedText(text: quotes.joined(separator: "\n"), isQuote: true) }
    var said = answer
    said.next = []
    said.choices = []
    said.question = nil
    said.body += said.rest
    said.rest = []
    return CopiedText(text: TextRenderer(style: .machine).text(of: said), isQuote: false)
  }
}
