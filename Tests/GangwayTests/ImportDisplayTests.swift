import Foundation
import Testing

@Suite struct `The progress of an import off a terminal` {
  private static func items(_ count: Int) -> String {
    (0..<count).map { "{\"kind\":\"item\",\"key\":\"MAN-\($0)\",\"title\":\"one of many\",\"status\":\"To Do\"}\n" }
      .joined()
  }

  @Test func `is told at each quarter of a long import, beside the report`() throws {
    let place = try Place()
    let file = try place.write(Self.items(21_000), to: "many.jsonl")
    let ran = try place.run("import", "--dry-run", file)
    #expect(ran.code == 0)
    let lines = ran.complaint.split(separator: "\n")
    #expect(lines.count == 3)
    for (line, quarter) in zip(lines, ["25", "50", "75"]) {
      #expect(line.hasPrefix("importing: \(quarter.prefix(1))") && line.hasSuffix("000 records"), "\(line)")
    }
    #expect(!ran.output.contains("importing:"))
    for option in ["--plain", "--json"] {
      #expect(try place.run("import", "--dry-run", option, file).complaint == "")
    }
  }

  @Test func `is not told of a short one`() throws {
    let place = try Place()
    let file = try place.write(Self.items(3_000), to: "few.jsonl")
    #expect(try place.run("import", file).complaint == "")
  }
}
