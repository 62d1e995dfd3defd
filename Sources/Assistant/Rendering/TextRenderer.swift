import Prompts

/// An answer as lines of text, for a width and a style.
package struct TextRenderer: Sendable {
  package let style: Style

  package init(style: Style) {
    self.style = style
  }

  /// The answer as text, without a last line break.
  package func text(of answer: Answer) -> String {
    var lines: [String] = []
    for line in DisplayWidth.wrap(PrintableText.of(answer.headline), width: style.width) {
      lines.append(style.paint(line, .headline))
    }
    for block in joined(answer.body) { lines += self.lines(of: block) }
    lines += choices(answer.choices)
    for notice in answer.notices { lines += wrapped(notice, indent: 0) }
    if let question = answer.question { lines += wrapped(question, indent: 0) }
    if !answer.rest.isEmpty { lines += wrapped(Words.Voice.Frame.more, indent: 0) }
    if !answer.next.isEmpty { lines += next(answer.next) }
    return lines.joined(separator: "\n")
  }

  /// Blocks that `more` shows.
  package func text(of blocks: [Block]) -> String {
    joined(blocks).flatMap(lines(of:)).joined(separator: "\n")
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

  func lines(of block: Block) -> [String] {
    switch block {
    case .paragraph(let text): wrapped(text, indent: 0)
    case .facts(let facts): lines(of: facts)
    case .table(let table): style.isPlain ? sentences(of: table) : TableLayout(table, style: style).lines
    case .tree(let branches): style.isPlain ? sentences(of: branches) : TreeLayout(branches, style: style).lines
    case .list(let entries): entries.flatMap { wrapped($0, indent: 2, hanging: 4) }
    case .quote(let text): wrapped("\"\(text)\"", indent: 2, hanging: 3)
    }
  }

  // MARK: Parts

  private func lines(of facts: [Fact]) -> [String] {
    if style.isPlain {
      return facts.flatMap { wrapped("\($0.label): \($0.value).", indent: 0) }
    }
    let labels = facts.map { DisplayWidth.of(PrintableText.line($0.label)) }
    let indent = 2 + min(labels.max() ?? 0, style.width / 2 - 4) + 2
    return facts.flatMap { fact in
      // A label that is too long ends where the others do.
      let label = "  " + DisplayWidth.cut(PrintableText.line(fact.label), at: indent - 4).0
      var lines = DisplayWidth.wrap(PrintableText.of(fact.value), width: style.width - indent)
      let first = lines.isEmpty ? "" : lines.removeFirst()
      let head = style.paint(DisplayWidth.pad(label, to: indent), .source) + style.paint(first, fact.role)
      return [head] + lines.map { String(repeating: " ", count: indent) + style.paint($0, fact.role) }
    }
  }

  private func choices(_ choices: [Choice]) -> [String] {
    choices.flatMap { wrapped("\($0.number)  \($0.label)", indent: 2, hanging: 5) }
  }

  private func next(_ suggestions: [String]) -> [String] {
    if style.isPlain {
      return wrapped(Words.Voice.Frame.nextPlain(suggestions: suggestions.joined(separator: ". ")), indent: 0)
    }
    let separator = style.isASCII ? " | " : " · "
    return wrapped(Words.Voice.Frame.next(suggestions: suggestions.joined(separator: separator)), indent: 0)
      .map { style.paint($0, .source) }
  }

  private func sentences(of table: Table) -> [String] {
    table.rows.flatMap { row in
      let cells = zip(table.columns, row).filter { !$0.1.isEmpty }.map { column, cell in
        column.title.isEmpty ? cell : "\(column.title) \(cell)"
      }
      return wrapped(cells.joined(separator: ", ") + ".", indent: 0)
    }
  }

  private func sentences(of branches: [Branch]) -> [String] {
    branches.flatMap { wrapped(Words.Voice.Frame.level(depth: $0.depth + 1, text: $0.text), indent: 0) }
  }

  private func wrapped(_ text: String, indent: Int, hanging: Int? = nil) -> [String] {
    let hanging = hanging ?? indent
    let lines = DisplayWidth.wrap(PrintableText.of(text), width: style.width - max(indent, hanging))
    return lines.enumerated().map { index, line in
      line.isEmpty ? "" : String(repeating: " ", count: index == 0 ? indent : hanging) + line
    }
  }
}
