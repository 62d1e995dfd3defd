import Language
import Testing

@Suite struct `A table of names` {
  @Test func `is updated in place`() {
    var table = NameTable([NamedRecord(kind: .feature, key: "a", name: "Smart Export")])
    table.insert(NamedRecord(kind: .team, key: "b", name: "Export Team"))
    #expect(table.names(holding: "export", limit: 9).map(\.key) == ["a", "b"])
    table.remove(kind: .feature, key: "a")
    #expect(table.names(holding: "export", limit: 9).map(\.key) == ["b"])
    #expect(table.words(resembling: "smatr").isEmpty)
    table.remove(kind: .team, key: "b")
    #expect(table.isEmpty)
  }

  @Test func `finds names by all of some words`() {
    let table = NameTable([
      NamedRecord(kind: .feature, key: "a", name: "Smart Export"),
      NamedRecord(kind: .feature, key: "b", name: "Smart Card"),
      NamedRecord(kind: .feature, key: "c", name: "Data Export", alias: "Export Smart Data"),
    ])
    #expect(table.names(holdingAll: ["smart", "export"], limit: 9).map(\.key) == ["a", "c"])
    #expect(table.names(holdingAll: ["smart", "nothing"], limit: 9) == [])
    #expect(table.names(holding: "smart", limit: 1).count == 1)
  }

  @Test(arguments: [
    ("exprot", ["export"]), ("exp", []), ("expor", ["export"]), ("xxport", ["export"]), ("yyyport", []),
    ("smrt", ["smart"]),
  ])
  func `finds words within the edits that a length allows`(_ typed: String, _ found: [String]) {
    let table = NameTable([NamedRecord(kind: .feature, key: "a", name: "Smart Export")])
    #expect(table.words(resembling: typed).map(\.word) == found)
  }
}
