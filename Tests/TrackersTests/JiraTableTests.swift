import Delivery
import Testing
import Times
import Trackers

@Suite struct `A Jira table` {
  static let cloud =
    "Summary,Issue key,Issue id,Issue Type,Status,Project key,Project name,Project lead,Project lead id,Assignee,"
    + "Assignee Id,Reporter,Created,Updated,Resolved,Due date,Description,Components,Components,Fix versions,"
    + "Original estimate,Inward issue link (Blocks),Outward issue link (Blocks),Outward issue link (Blocks),Sprint,"
    + "Sprint,Parent,Parent summary,Status Category,Status Category Changed,Comment\n"

  /// A row of the cloud's table from the cells that matter.
  static func row(
    _ key: String, id: Int = 1, type: String = "Story", status: String = "To Do", category: String = "To Do",
    inward: String = "", outward: [String] = [], parent: String = "", parentSummary: String = "",
    created: String = "12/Feb/21 10:19 PM", resolved: String = "", component: String = ""
  ) -> String {
    let links = outward + Array(repeating: "", count: 2 - outward.count)
    return "About \(key),\(key),\(id),\(type),\(status),PAY,Payments,Ann Lee,a1,Zoe Fox,z9,Ann Lee,\(created),"
      + "13/Feb/21 9:00 AM,\(resolved),,,\(component),Other,1.0,28800,\(inward),\(links.joined(separator: ",")),"
      + "S1,S2,\(parent),\(parentSummary),\(category),14/Feb/21 12:05 AM,\"1;a;\"\"x\"\"\"\n"
  }

  @Test func `of the cloud gives every column its place`() throws {
    let found = try Imported(
      Self.cloud
        + Self.row(
          "PAY-1", status: "Done", category: "Done", resolved: "15/Feb/21 12:30 PM", component: "Check Out"))
    let item = try #require(found.item("PAY-1"))
    #expect(item.title == "About PAY-1")
    #expect(item.kind == "Story")
    #expect(item.status == "Done")
    #expect(item.assignee == "zoe-fox")
    #expect(item.team == "pay")
    #expect(item.feature == "pay/check-out")
    #expect(item.release == "pay/1.0")
    #expect(item.estimateDays == 1)
    #expect(item.created == Instant("2021-02-12T22:19:00Z"))
    #expect(item.done == Instant("2021-02-15T12:30:00Z"))
    #expect(item.history == [StatusChange(at: try #require(Instant("2021-02-15T12:30:00Z")), status: "Done")])
    #expect(found.people.map(\.key) == ["ann-lee", "zoe-fox"])
    #expect(found.report.warnings == [.noZone])
    #expect(found.report.isComplete)
  }

  @Test func `of a server is read by its older names, 24 hour times and user names`() throws {
    let found = try Imported(
      """
      Summary,Issue key,Issue id,Status,Assignee,Created,Due Date,Component/s,Fix Version/s,Inward issue link (Blocker),\
      Outward issue link (Dependency),Custom field (Epic Link),Custom field ( Zurich)
      One,SRV-1,7,Open,zfox,03/Jan/16 13:05,04/Jan/16,core,2.0,SRV-2,OTHER-5,SRV-9,x
      """)
    let item = try #require(found.item("SRV-1"))
    #expect(item.created == Instant("2016-01-03T13:05:00Z"))
    #expect(item.due == Day("2016-01-04"))
    #expect(item.assignee == "zfox")
    #expect(item.feature == "SRV-9")
    #expect(item.release == "srv/2.0")
    #expect(found.edges == ["SRV-1 < OTHER-5", "SRV-1 < SRV-2"])
    #expect(found.report.outside == 2)
    #expect(found.report.sources == ["jira:SRV"])
  }

  @Test func `points outward from what blocks, in repeated columns, each link once`() throws {
    let found = try Imported(
      Self.cloud + Self.row("PAY-1", outward: ["PAY-2", "PAY-3"]) + Self.row("PAY-2", id: 2, inward: "PAY-1")
        + Self.row("PAY-3", id: 3))
    #expect(found.edges == ["PAY-2 < PAY-1", "PAY-3 < PAY-1"])
    #expect(found.report.outside == 0)
  }

  @Test func `finds the epic by the parent's number, wherever its row stands`() throws {
    let found = try Imported(
      Self.cloud + Self.row("PAY-3", id: 13, type: "Sub-task", parent: "12")
        + Self.row("PAY-2", id: 12, parent: "11", parentSummary: "Gift cards")
        + Self.row("PAY-1", id: 11, type: "Epic")
        + Self.row("PAY-4", id: 14, parent: "99", parentSummary: "Elsewhere")
        + Self.row("PAY-5", id: 15))
    let features = Dictionary(uniqueKeysWithValues: found.items.map { ($0.key.text, $0.feature?.text) })
    #expect(
      features == [
        "PAY-1": "PAY-1", "PAY-2": "PAY-1", "PAY-3": "PAY-1", "PAY-4": "pay/elsewhere", "PAY-5": "pay/other",
      ])
    #expect(found.features.first { $0.key == "PAY-1" }?.name == "About PAY-1")
  }

  @Test(arguments: [
    (
      "Resumen,Clave de incidencia,Persona asignada,Estado,Creada,Enlace a la incidencia interna (Blocks),"
        + "Enlace de incidencia saliente (Blocks)\nUno,ES-1,Zoé,Por hacer,04/ago/26 9:05 a. m.,ES-2,ES-3\n",
      "2026-08-04T09:05:00Z", "ES"
    ),
    (
      "\u{FEFF}Podsumowanie,Klucz zgłoszenia,Status,Osoba przypisana,Utworzono,Inward issue link (Blocks),"
        + "Zewnętrzne łącze do zgłoszenia (Blocks)\nJeden,PL-1,Do zrobienia,Łucja,12/lut/21 10:19 PM,PL-2,PL-3\n",
      "2021-02-12T22:19:00Z", "PL"
    ),
    (
      "Zusammenfassung;Vorgangsschlüssel;Status;Zugewiesene Person;Erstellt;Inward issue link (Blocks);"
        + "Outward issue link (Blocks)\r\nEins;DE-1;Offen;Jörg;03.Dez.2024 08:00;DE-2;DE-3\r\n",
      "2024-12-03T08:00:00Z", "DE"
    ),
    (
      "Résumé\tClé de ticket\tÉtat\tPersonne assignée\tCréation\tInward issue link (Blocks)\t"
        + "Outward issue link (Blocks)\nUn\tFR-1\tÀ faire\tChloé\t09/févr./24 14:30\tFR-2\tFR-3\n",
      "2024-02-09T14:30:00Z", "FR"
    ),
    (
      "Resumo,Chave da item,Status,Responsável,Criado,Inward issue link (Blocks),Outward issue link (Blocks)\n"
        + "Um,PT-1,A fazer,João,01/out/23 7:00 AM,PT-2,PT-3\n",
      "2023-10-01T07:00:00Z", "PT"
    ),
  ])
  func `is read in the language of its header`(text: String, created: String, project: String) throws {
    let found = try Imported(text)
    #expect(found.report.format == .jiraCSV)
    let item = try #require(found.items.first)
    #expect(item.created == Instant(created))
    #expect(item.assignee != nil)
    #expect(item.title != nil)
    #expect(found.edges == ["\(project)-1 < \(project)-2", "\(project)-3 < \(project)-1"])
  }

  @Test func `takes words of the category for what they mean in other languages`() throws {
    let found = try Imported(
      "Resumen,Clave de incidencia,Estado,Status Category\nUno,ES-1,Hecho,Listo\nDos,ES-2,Haciendo,En curso\n")
    #expect(found.statuses.map { "\($0.name) \($0.category)" } == ["Haciendo active", "Hecho done"])
    #expect(found.report.usualStatuses.isEmpty)
  }

  @Test func `reads local times in the zone that is given`() throws {
    let found = try Imported(Self.cloud + Self.row("PAY-1"), offset: { _ in 3_600 })
    #expect(found.items.first?.created == Instant("2021-02-12T21:19:00Z"))
    #expect(found.report.warnings.isEmpty)
  }

  @Test func `tells of dates that could mean two days instead of guessing`() throws {
    let found = try Imported(Self.cloud + Self.row("PAY-1", created: "02/03/21 10:19 PM"))
    #expect(found.items.first?.created == nil)
    #expect(
      found.report.warnings
        == [.noZone, .dateNotRead(column: "Created", example: "02/03/21 10:19 PM", count: 1)])
  }

  @Test(arguments: [(999, true), (1_000, false), (1_001, true), (5_000, false)])
  func `of exactly as many rows as a limit may be cut`(count: Int, isComplete: Bool) throws {
    let rows = (1...count).map { "Title,PAY-\($0),Open\n" }
    let found = try Imported("Summary,Issue key,Status\n" + rows.joined(), usual: ["open": .waiting])
    #expect(found.report.isComplete == isComplete)
    #expect(found.report.warnings == (isComplete ? [] : [.perhapsCut(records: count)]))
  }

  @Test func `skips rows that are too long or have no key, and reads short ones`() throws {
    let found = try Imported("Summary,Issue key,Status,Labels\nA,P-1,Open,x,y\nB,,Open,\nC,P-3\nD,P-4,Open,,,\n")
    #expect(found.items.map(\.key) == ["P-3", "P-4"])
    #expect(
      found.report.skipped == [Skipped(.row(2), .longRow(cells: 5, columns: 4)), Skipped(.row(3), .noKey)])
    #expect(found.report.records == 4)
    #expect(!found.report.isComplete)
  }

  @Test func `is read however many columns and however long cells it has`() throws {
    let header = "Summary,Issue key,Status," + (1...2_300).map { "Custom field (F\($0 % 700))" }.joined(separator: ",")
    let long = String(repeating: "word \"\"quoted\"\" and\r\nbroken\n", count: 2_500)
    let cells = String(repeating: ",", count: 2_299)
    let found = try Imported("\(header),Description\n\"\(long)\",W-1,Open,\(cells),\"\(long)\"\n")
    let text = try #require(found.items.first?.text)
    #expect(text.utf8.count > 56_000)
    #expect(!text.contains("\r"))
    #expect(text.hasPrefix("word \"quoted\" and\nbroken\n"))
  }

  @Test func `is read in the encoding of Windows where it is not UTF-8`() throws {
    let text = "Summary;Issue key;Status\nCaf\u{E9} \u{80}5;P-1;Open\n"
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let found = try Imported(bytes: bytes)
    #expect(found.items.first?.title == "Café €5")
    #expect(found.report.warnings.contains(.notUTF8(cells: 1)))
  }

  @Test(arguments: [
    ("Summary,Issue key,Status\nA,P-1,Open\n\"B,P-2,Open\n", "Row 3 (line 3): a quotation mark opens a cell"),
    ("Summary,Issue key,Status\n\"A\nB\",P-1,Open\n\"B\"x,P-2,Open\n", "Row 3 (line 4): text follows the closing"),
    (
      "Summary,Issue key,Status,Assignee\n\"A, b,P-1,Open,Zoe\";;;;\n",
      "Row 2 (line 2): the whole row stands in one cell."
    ),
    (
      "Summary,Issue key,Status,Assignee,Sprint\n\"A,P-1,Open,Zoe,S1\"\n",
      "Row 2 (line 2): the whole row stands in one cell."
    ),
    ("\"Summary,Issue key,Status,Assignee\";;;\n", "Row 1 (line 1): the whole row stands in one cell."),
    ("Summary,Issue key,Status\n", "The table has a header and no rows."),
    ("Name,Phone,City\nA,1,B\n", "This is a table, but its columns (Name, Phone, City) belong to no tracker"),
    ("Task ID,Created At,Name,Section/Column,Assignee\n1,2,3,4,5\n", "This is an Asana table"),
    ("Card ID,Card Name,Card URL\n1,2,3\n", "This is a Trello table"),
  ])
  func `that is damaged or of another kind is refused with its place`(text: String, start: String) throws {
    let error = try #require(refusal(of: text))
    #expect(error.description.hasPrefix(start), "\(error)")
  }
}
