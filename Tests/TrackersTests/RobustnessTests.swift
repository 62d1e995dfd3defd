import Delivery
import Testing
import Trackers

/// A seeded generator (splitmix64), so that every run draws the same.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct `Any table` {
  @Test(arguments: [(",", "\n"), (";", "\r\n"), ("\t", "\n")])
  func `written and read back is equal`(delimiter: String, lineEnd: String) throws {
    var generator = Seeded(state: 7)
    let pieces = ["a", "Ω", "🙂", "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", " x ", "=1", "'", "."]
    for _ in 0..<200 {
      let titles = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }.joined()
      }
      let rows = titles.enumerated().map { index, title in
        let cells = ["\"\(title.replacing("\"", with: "\"\""))\"", "P-\(index + 1)", "Open"]
        return cells.joined(separator: delimiter)
      }
      let header = ["Summary", "Issue key", "Status"].joined(separator: delimiter)
      let found = try Imported(([header] + rows).joined(separator: lineEnd) + lineEnd)
      let expected = titles.map { title -> String? in
        let plain = title.replacing("\r\n", with: "\n")
        let start = plain.drop { $0.isWhitespace }
        let text = String(String(start.reversed()).drop { $0.isWhitespace }.reversed())
        return text.isEmpty ? nil : text
      }
      #expect(found.items.map(\.title) == expected)
    }
  }
}

@Suite struct `A damaged file` {
  static let samples = [
    `Jira JSON`.search([
      `Jira JSON`.issue("P-1", `Jira JSON`.status("Open", "new"), more: `Jira JSON`.changelog),
      `Jira JSON`.issue("P-2", #""issuelinks":[\#(`Jira JSON`.link("inward", "is blocked by", "P-1"))]"#),
    ]),
    `A Jira table`.cloud + `A Jira table`.row("PAY-1", outward: ["PAY-2"]) + `A Jira table`.row("PAY-2", parent: "1"),
    `GitHub's issues`.list([`GitHub's issues`.cli(1, #","body":"Blocked by #2""#), `GitHub's issues`.cli(2)]),
    `GitHub's issues`.list([`GitHub's issues`.rest(1), `GitHub's issues`.rest(2)]),
    `A Linear table`.header + #""C-1","Claw","First",,"Todo",5"# + "\n",
    `A GitLab table`.header + `A GitLab table`.rows,
    "{\"kind\":\"team\",\"key\":\"a\"}\n{\"kind\":\"item\",\"key\":\"A-1\",\"history\":[]}\n",
  ]

  @Test(arguments: samples)
  func `cut anywhere gives records or a refusal with a reason`(sample: String) throws {
    let bytes = Array(sample.utf8)
    for count in stride(from: 0, to: bytes.count, by: 3) {
      try check(Array(bytes.prefix(count)))
    }
  }

  @Test(arguments: samples)
  func `changed anywhere gives records or a refusal with a reason`(sample: String) throws {
    let bytes = Array(sample.utf8)
    var generator = Seeded(state: UInt64(bytes.count))
    let odd: [UInt8] = [0, 9, 10, 13, 34, 39, 44, 59, 91, 92, 93, 123, 125, 0x80, 0xC3, 0xFF]
    for _ in 0..<600 {
      var mutated = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: mutated.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: mutated[index] = odd.randomElement(using: &generator) ?? 0
        case 1: mutated[index] = UInt8.random(in: 0...255, using: &generator)
        case 2: mutated.insert(odd.randomElement(using: &generator) ?? 0, at: index)
        default: if mutated.count > 1 { mutated.remove(at: index) }
        }
      }
      try check(mutated)
    }
  }

  /// Any error but a refusal fails the test; so does a refusal without words.
  private func check(_ bytes: [UInt8]) throws {
    do {
      let found = try Imported(bytes: bytes)
      #expect(found.report.records > 0)
      #expect(found.report.items == found.items.count)
    } catch let error as TrackerError {
      #expect(error.description.hasSuffix("."))
    }
  }
}
