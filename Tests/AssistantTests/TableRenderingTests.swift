import Testing

@testable import Assistant

@Suite struct `A table` {
  private let table = Table(
    [.init("item"), .init("title"), .init("days", isNumber: true)],
    rows: [["AB-1", "A title of a few words", "9"], ["AB-20", "日本語のタイトル", "120"], ["AB-300", "", ""]])

  private func lines(_ table: Table, _ style: Style) -> [String] {
    TextRenderer(style: style).text(of: [.table(table)]).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  @Test func `has columns, with numbers on the right`() {
    #expect(
      lines(table, Style(width: 60)) == [
        "  item    title                   days",
        "  AB-1    A title of a few words     9",
        "  AB-20   日本語のタイトル         120",
        "  AB-300",
      ])
  }

  @Test func `is records on a narrow terminal`() {
    #expect(
      lines(table, Style(width: 59)) == [
        "  AB-1", "    title: A title of a few words · days: 9", "  AB-20", "    title: 日本語のタイトル · days: 120",
        "  AB-300",
      ])
    let wide = Table(
      [.init("item"), .init("title"), .init("who")], rows: [["AB-1", "Many words in a title", "Łukasz"]])
    #expect(lines(wide, Style(width: 40)) == ["  AB-1", "    title: Many words in a title", "    who: Łukasz"])
  }

  @Test func `names a record by its number and what follows it`() {
    let table = Table([.init("no", isNumber: true), .init("what"), .init("")], rows: [["38", "call", "after 37"]])
    #expect(lines(table, Style(width: 40)) == ["  38 call", "    after 37"])
  }

  @Test func `wraps the cells that cost the fewest lines, and breaks no word`() {
    let table = Table(
      [.init("item"), .init("who"), .init("days", isNumber: true)],
      rows: [
        ["AB-1 a title that takes more room than there is", "Ana Ruiz", "1"],
        ["AB-2 another one", "Somebody With A Longer Name", "22"],
      ])
    #expect(
      lines(table, Style(width: 60)) == [
        "  item                       who                        days",
        "  AB-1 a title that takes    Ana Ruiz                      1",
        "    more room than there is",
        "  AB-2 another one           Somebody With A Longer       22",
        "                             Name",
      ])
  }

  @Test func `cuts a column that is told elsewhere where it would grow long, and no other`() {
    let rows = (1...7).map { ["AB-\($0) a title that takes more room than there is", "Somebody With A Longer Name"] }
    let columns = [Table.Column("item", isToldElsewhere: true), Table.Column("who")]
    let long = lines(Table(columns, rows: rows), Style(width: 60))
    #expect(long.count == 8)
    #expect(long[1] == "  AB-1 a title that takes more…  Somebody With A Longer Name")
    #expect(lines(Table(columns, rows: rows), Style(width: 60, isASCII: true))[1].contains("takes mo...  "))
    let short = lines(Table(columns, rows: Array(rows.prefix(3))), Style(width: 60))
    #expect(short.count == 7 && short.joined().contains("there is"))
    #expect(lines(Table(columns, rows: rows), Style(width: 50)).filter { $0.contains("there is") }.count == 7)
  }

  @Test func `is records where its words do not fit beside each other`() {
    let address = "https://example.org/" + String(repeating: "x", count: 70)
    let shown = lines(Table([.init("item"), .init("where")], rows: [["AB-1", address]]), Style(width: 80))
    #expect(shown.first == "  AB-1")
    #expect(shown.dropFirst().joined().filter { $0 != " " }.contains(address.prefix(60)))
  }

  @Test func `shows cells beyond its titles, and no column that is empty`() {
    let table = Table([.init("a"), .init("")], rows: [["1", "", "three"], ["2"]])
    #expect(lines(table, Style(width: 80)) == ["  a", "  1  three", "  2"])
  }

  @Test(arguments: [40, 60, 80, 100], [false, true]) func `loses no cell at any width`(width: Int, isPlain: Bool) {
    var seeded = Seeded(seed: UInt64(width))
    for _ in 0..<60 {
      let columns = (0..<Int.random(in: 1...6, using: &seeded)).map { index in
        Table.Column(index == 1 ? "" : "title \(index)", isNumber: index.isMultiple(of: 3))
      }
      var words: [String] = []
      let rows = (0..<Int.random(in: 0...5, using: &seeded)).map { row in
        (0..<Int.random(in: 0...7, using: &seeded)).map { column in
          let word = "w\(row)x\(column)"
          let text = seeded.text(words: 0...6)
          words += [word]
          return text + " " + word
        }
      }
      let shown = lines(Table(columns, rows: rows), Style(width: width, isPlain: isPlain))
      for line in shown { #expect(DisplayWidth.of(line) <= width, "\(line)") }
      let all = shown.joined(separator: " ")
      for word in words { #expect(all.contains(word), "\(word) is not in \(shown)") }
    }
  }

  @Test func `paints a cell, and nothing beside it`() {
    let table = Table([.init("item"), .init("state")], cells: [[.init("AB-1"), .init("blocked", .bad)]])
    #expect(lines(table, Style(isColoured: true))[1] == "  AB-1  \u{1B}[31mblocked\u{1B}[0m")
    #expect(lines(table, Style(width: 40, isColoured: true))[1] == "    state: \u{1B}[31mblocked\u{1B}[0m")
  }
}
