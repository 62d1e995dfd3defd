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
    if style.isQuiet, !answer.headline.isEmpty { return quietly(answer.headline) }
    if style.isPlain { return Prose(style: style, turn: turn).lines(of: answer).joined(separator: "\n") }
    var page = Page(isAiry: style.isAiry)
    page.add(headline(answer.headline), as: .sentence)
    add(answer.body, to: &page)
    page.add(answer.choices.flatMap(lines), as: .figure)
    for notice in answer.notices { page.add(wrapped(notice), as: .sentence) }
    if let question = answer.question { page.add(wrapped(question), as: .sentence) }
    if !answer.rest.isEmpty { page.add(wrapped(Words.Voice.Frame.more), as: .sentence) }
    if !answer.next.isEmpty {
      let lines = wrapped(Words.Voice.Frame.next(suggestions: answer.next.joined(separator: " · ")))
      page.add(lines.map { style.paint($0, .source) }, as: .sentence)
    }
    return page.lines.joined(separator: "\n")
  }

  /// The answers to the requests of one line, an empty line between them.
  package func text(of answers: [Answer]) -> String {
    answers.enumerated().map { index, answer in
      TextRenderer(style: style, turn: index == 0 ? turn : nil).text(of: answer)
    }.joined(separator: "\n\n")
  }

  /// Blocks that `more` shows.
  package func text(of blocks: [Block]) -> String {
    if style.isPlain { return Prose(style: style, turn: nil).lines(of: blocks).joined(separator: "\n") }
    var page = Page(isAiry: style.isAiry)
    add(blocks, to: &page)
    return page.lines.joined(separator: "\n")
  }

  /// A sentence that stands beside answers, such as a greeting or a complaint.
  package func text(of sentence: String, as role: Role = .plain) -> String {
    Wrapping.lines(style.text(sentence), width: style.width, keepsParts: style.isAiry)
      .map { style.paint($0, role) }.joined(separator: "\n")
  }

  /// A line that comes unasked: its parts stand apart where it fits on one.
  package func text(ofNotice notice: String) -> String {
    let line = style.line(notice)
    return DisplayWidth.of(line) <= style.width && !style.isPlain ? line : text(of: notice)
  }

  /// The sentence that answers, alone.
  private func quietly(_ headline: String) -> String {
    let line = style.line(headline)
    return text(of: style.isPlain ? SpokenText.sentence(line) : line, as: .headline)
  }

  // MARK: Parts

  /// The headline, and the turn's number at the right end of its first line.
  private func headline(_ text: String) -> [String] {
    guard let turn else {
      return text.isEmpty
        ? []
        : Wrapping.lines(style.text(text), width: style.width, keepsParts: style.isAiry).map {
          style.paint($0, .headline)
        }
    }
    let mark = style.line(Words.Voice.Frame.turn(number: turn))
    let room = style.width - DisplayWidth.of(mark)
    let lines = Wrapping.lines(style.text(text), width: style.width, first: room - 2)
    return lines.enumerated().map { index, line in
      let painted = style.paint(line, .headline)
      guard index == 0 else { return painted }
      return painted + String(repeating: " ", count: max(2, room - DisplayWidth.of(line))) + style.paint(mark, .source)
    }
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

  private func add(_ blocks: [Block], to page: inout Page) {
    for block in joined(blocks) {
      if case .paragraph(let text) = block {
        // What ends so belongs to what it announces.
        page.add(wrapped(text), as: text.last == ":" ? .announcement : .sentence)
      } else {
        page.add(lines(of: block), as: .figure)
      }
    }
  }

  private func lines(of choice: Choice) -> [String] {
    let mark = "  \(choice.number)" + (style.isAiry ? "  " : " ")
    return wrapped(choice.label, indent: mark.count, hanging: 5, mark: mark)
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

  /// Lines that stand in, the first of them behind a mark.
  private func wrapped(_ text: String, indent: Int = 0, hanging: Int? = nil, mark: String? = nil) -> [String] {
    let hanging = hanging ?? indent
    let lines = Wrapping.lines(
      style.text(text), width: style.width - hanging, first: style.width - indent, keepsParts: style.isAiry)
    return lines.enumerated().map { index, line in
      if index == 0, let mark { return mark + line }
      return line.isEmpty ? "" : String(repeating: " ", count: index == 0 ? indent : hanging) + line
    }
  }
}
