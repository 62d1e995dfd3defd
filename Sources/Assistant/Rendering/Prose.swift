import Prompts

/// An answer in sentences, one after the other, for screen readers: nothing is drawn, aligned or coloured.
struct Prose {
  let style: Style
  let turn: Int?

  private typealias Plain = Words.Rendering.Plain

  init(style: Style, turn: Int?) {
    self.style = style
    self.turn = turn
  }

  func lines(of answer: Answer) -> [String] {
    var lines: [String] = []
    if let turn {
      lines += said(Plain.answer(number: turn, headline: answer.headline))
    } else if !answer.headline.isEmpty {
      lines += said(answer.headline)
    }
    lines += self.lines(of: answer.body)
    for choice in answer.choices { lines += said(Plain.choice(number: choice.number, label: choice.label)) }
    for notice in answer.notices { lines += said(notice) }
    if let question = answer.question { lines += said(question) }
    if !answer.rest.isEmpty { lines += said(Words.Voice.Frame.more) }
    if !answer.next.isEmpty {
      let sentences = answer.next.enumerated().map { index, suggestion in
        let line = line(suggestion)
        return SpokenText.sentence(index == 0 ? Plain.say(line: line) : Plain.or(line: line))
      }
      lines += said(sentences.joined(separator: " "))
    }
    return lines
  }

  func lines(of blocks: [Block]) -> [String] {
    blocks.flatMap { lines(of: $0) }
  }

  private func lines(of block: Block) -> [String] {
    switch block {
    case .paragraph(let text): return said(text)
    case .facts(let facts):
      return facts.flatMap { fact in
        said(fact.label.isEmpty ? fact.value : Plain.fact(label: line(fact.label), value: fact.value))
      }
    case .table(let table): return table.rows.flatMap { said(sentence(of: $0, table.columns)) }
    case .tree(let branches):
      return branches.flatMap { said(Plain.level(depth: $0.depth + 1, text: line($0.text))) }
    case .bars(let bars): return lines(of: bars)
    case .list(let entries):
      return entries.enumerated().flatMap { index, entry in
        said(Prose.isNumbered(entry) ? entry : "\(index + 1). \(entry)")
      }
    case .quote(let text): return said("\"\(text)\"")
    }
  }

  /// A row, each cell behind its title, but for the one that names the row.
  private func sentence(of row: [Table.Cell], _ columns: [Table.Column]) -> String {
    let cells = row.enumerated().filter { !$0.element.text.isEmpty }.map { index, cell in
      let text = line(cell.text)
      guard columns.indices.contains(index), !columns[index].title.isEmpty else { return text }
      return index == 0 && !columns[index].isNumber ? text : "\(line(columns[index].title)) \(text)"
    }
    return cells.joined(separator: ", ")
  }

  /// All bars in one run of short sentences.
  private func lines(of bars: Bars) -> [String] {
    let sentences = bars.bars.map { bar in
      let (label, value) = (line(bar.label), line(bar.value))
      return SpokenText.sentence(
        bar.note.map { Plain.barNoted(label: label, value: value, note: line($0)) }
          ?? Plain.bar(label: label, value: value))
    }
    let text = sentences.joined(separator: " ")
    return said(bars.title.isEmpty ? text : Plain.fact(label: line(bars.title), value: text))
  }

  /// Whether an entry begins with a number of its own.
  private static func isNumbered(_ entry: String) -> Bool {
    let digits = entry.prefix { $0.isNumber }
    return !digits.isEmpty && entry.dropFirst(digits.count).hasPrefix(".")
  }

  private func line(_ text: String) -> String { style.line(text) }

  /// Lines of a text that is read aloud: without indents and empty lines, and closed.
  private func said(_ text: String) -> [String] {
    let lines = style.text(text).split(separator: "\n").filter { $0.contains { $0 != " " } }
    guard !lines.isEmpty else { return [] }
    let spoken = lines.map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: "\n")
    return Wrapping.lines(SpokenText.sentence(spoken), width: style.width)
  }
}
