import Prompts

/// An answer as lines of text, for a width and a style.
///
/// What comes out is text, line feeds and, where the style is coloured, the sequences that set colour and weight.
package struct TextRenderer: Sendable {
  package let style: Style

  /// The number of the turn, to be shown with the headline; only terminals show one.
  package let turn: Int?

  package init(style: Style, turn: Int? = nil) {
    self.style = style
    self.turn = turn
  }

  /// The answer as text, without a last line break.
  package func text(of answer: Answer) -> String {
    if style.isPlain { return Prose(style: style, turn: turn).lines(of: answer).joined(separator: "\n") }
    var lines = headline(answer.headline)
    for block in joined(answer.body) { lines += self.lines(of: block) }
    for choice in answer.choices { lines += wrapped("\(choice.number)  \(choice.label)", indent: 2, hanging: 5) }
    for notice in answer.notices { lines += wrapped(notice) }
    if let question = answer.question { lines += wrapped(question) }
    if !answer.rest.isEmpty { lines += wrapped(Words.Voice.Frame.more) }
    if !answer.next.isEmpty {
      lines += wrapped(Words.Voice.Frame.next(suggestions: answer.next.joined(separator: " · ")))
        .map { style.paint($0, .source) }
    }
    return lines.joined(separator: "\n")
  }

  /// The answers to the requests of one line, an empty line between them.
  package func text(of answers: [Answer]) -> String {
    answers.enumerated().map { index, answer in
      TextRenderer(style: style, turn: index == 0 ? turn : nil).text(of: answer)
    }.joined(separator: "\n\n")
  }

  /// Blocks that `more` shows.
  package func text(of blocks: [Block]) -> String {
    let lines =
      style.isPlain
      ? Prose(style: style, turn: nil).lines(of: blocks) : joined(blocks).flatMap { self.lines(of: $0) }
    return lines.joined(separator: "\n")
  }

  /// A sentence that stands beside answers, such as a greeting or a complaint.
  package func text(of sentence: String) -> String {
    Wrapping.lines(style.text(sentence), width: style.width).joined(separator: "\n")
  }

  // MARK: Parts

  /// The headline, and the turn's number at the right end of the first line that has room for it.
  private func headline(_ text: String) -> [String] {
    let lines = text.isEmpty ? [] : Wrapping.lines(style.text(text), width: style.width)
    let mark = turn.map { style.line(Words.Voice.Frame.turn(number: $0)) } ?? ""
    let free = lines.map { style.width - DisplayWidth.of($0) - DisplayWidth.of(mark) }
    let place = mark.isEmpty ? nil : free.firstIndex { $0 >= 2 }
    var shown = lines.enumerated().map { index, line in
      let line = (style.paint(line, .headline))
      guard index == place else { return line }
      return line + String(repeating: " ", count: free[index]) + style.paint(mark, .source)
    }
    if !mark.isEmpty, place == nil {
      let blanks = String(repeating: " ", count: max(0, style.width - DisplayWidth.of(mark)))
      shown.append(blanks + style.paint(mark, .source))
    }
    return shown
  }

  /// Facts that follow each other stand in the same columns.
  private func joined(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    for block in blocks {
      if case .facts(let facts) = block, case .facts(let before)? = result.last {
        result[result.endIndex - 1] = .facts(before + facts)
      } else {
        result.append(block)
      }
    }
    return result
  }

  private func lines(of block: Block) -> [String] {
    switch block {
    case .paragraph(let text): wrapped(text)
    case .facts(let facts): FactLayout(facts, style: style).lines
    case .table(let table): TableLayout(table, style: style).lines
    case .tree(let branches): TreeLayout(branches, style: style).lines
    case .bars(let bars): BarLayout(bars, style: style).lines
    case .list(let entries): entries.flatMap { wrapped($0, indent: 2, hanging: 4) }
    case .quote(let text): wrapped("\"\(text)\"", indent: 2, hanging: 3)
    }
  }

  private func wrapped(_ text: String, indent: Int = 0, hanging: Int? = nil) -> [String] {
    let hanging = hanging ?? indent
    let lines = Wrapping.lines(style.text(text), width: style.width - hanging, first: style.width - indent)
    return lines.enumerated().map { index, line in
      line.isEmpty ? "" : String(repeating: " ", count: index == 0 ? indent : hanging) + line
    }
  }
}
