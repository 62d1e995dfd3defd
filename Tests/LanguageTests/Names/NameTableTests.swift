import Language
import Testing

@Suite struct `A table of names` {
  private func keys(_ entries: [NameEntry], in table: NameTable) -> [String] {
    entries.compactMap { table.name($0.number)?.record.key }
  }

  @Test func `is updated in place`() {
    var table = NameTable([NamedRecord(kind: .feature, key: "a", name: "Smart Export")])
    table.insert(NamedRecord(kind: .team, key: "b", name: "Export Team"))
    #expect(keys(table.names(holding: "export", limit: 9), in: table) == ["a", "b"])
    table.remove(kind: .feature, key: "a")
    #expect(keys(table.names(holding: "export", limit: 9), in: table) == ["b"])
    #expect(table.words(resembling: "smatr").isEmpty)
    #expect(table.names(of: ["export", "smart"], limit: 9).isEmpty)
    table.remove(kind: .team, key: "b")
    #expect(table.isEmpty)
  }

  @Test func `finds names by two of their words, and by all of them in any order`() {
    let table = NameTable([
      NamedRecord(kind: .feature, key: "a", name: "Smart Export"),
      NamedRecord(kind: .feature, key: "b", name: "Smart Card"),
      NamedRecord(kind: .feature, key: "c", name: "Data Export", alias: "Export Smart Data"),
      NamedRecord(kind: .feature, key: "d", name: "Smart Smart"),
    ])
    #expect(keys(table.names(holding: "smart", and: "export", limit: 9), in: table) == ["a", "c"])
    #expect(keys(table.names(holding: "smart", and: "smart", limit: 9), in: table) == ["d"])
    #expect(table.names(holding: "smart", and: "nothing", limit: 9) == [])
    #expect(keys(table.names(of: ["data", "smart", "export"], limit: 9), in: table) == ["c"])
    #expect(table.names(of: ["data", "smart"], limit: 9) == [])
  }

  @Test func `gives the shortest names first, so that a limit cuts off none that is just the word`() {
    let table = NameTable([
      NamedRecord(kind: .feature, key: "a", name: "Export for Teams"),
      NamedRecord(kind: .feature, key: "b", name: "Smart Export"),
      NamedRecord(kind: .feature, key: "c", name: "Export"),
    ])
    #expect(keys(table.names(holding: "export", limit: 9), in: table) == ["c", "b", "a"])
    #expect(keys(table.names(holding: "export", limit: 1), in: table) == ["c"])
  }

  @Test(arguments: [
    ("exprot", ["export"]), ("exp", []), ("expor", ["export"]), ("xxport", ["export"]), ("yyyport", []),
    ("smrt", ["smart"]), ("数据到出", ["数据导出"]), ("数到出", []), ("данние", ["данные"]), ("днание", ["данные"]),
    ("v3", []), ("2024x", []),
  ])
  func `finds words within the edits that a length allows, in any script`(_ typed: String, _ found: [String]) {
    let table = NameTable([
      NamedRecord(kind: .feature, key: "a", name: "Smart Export"), NamedRecord(kind: .feature, key: "b", name: "数据导出"),
      NamedRecord(kind: .feature, key: "c", name: "Данные v2"),
      NamedRecord(kind: .feature, key: "d", name: "Plan 2024"),
    ])
    #expect(table.words(resembling: typed).map(\.word) == found)
  }
}
