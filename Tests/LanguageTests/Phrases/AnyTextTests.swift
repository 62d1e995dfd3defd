import Language
import Testing
import Times

@Suite struct `Any text at all` {
  /// Words that the grammar knows and some that it does not, to be thrown together.
  static let words = [
    "next", "last", "friday", "may", "3", "10:30", "every", "other", "of", "the", "by", "until", "week", "month", "in",
    "ago", "from", "to", "-", "/", "5/6", "2024-05-16", "half", "past", "a", "couple", "and", "or", "when", "ENG-42",
    "is", "done", "end", "quarter", "at", "pm", "tomorrow", "night", "first", "working", "day", "days", "before",
    "after", "lunch", "launch", "q3", "31", "june", "1.5", "hours", "since", "within", "between", "monday", "on", ",",
    "daily", "biweekly", "eod", "midnight", "not", "UTC", "99999", "2w", "weekend", "rest", "this", "now", "due",
  ]

  @Test func `gives spans within it and never fails`() throws {
    let zone = try Zone(named: "Europe/London")
    let reader = TimePhraseReader()
    var generator = Seeded(seed: 42)
    for _ in 0..<8_000 {
      let count = Int.random(in: 1...9, using: &generator)
      let text = (0..<count).map { _ in Self.words.randomElement(using: &generator) ?? "" }
        .joined(
          separator: Bool.random(using: &generator)
            ? " " : ["-", "", "  ", ", "].randomElement(using: &generator) ?? "")
      check(text, reader, zone)
    }
  }

  @Test func `of any bytes gives spans within it and never fails`() throws {
    let reader = TimePhraseReader()
    var generator = Seeded(seed: 43)
    let alphabet = Array("0123456789-/:.,' aptmwdhTZ+fri’–é“”\u{0}\n#@".unicodeScalars)
    for _ in 0..<8_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? " ")
      }
      check(text, reader, .utc)
    }
  }

  private func check(_ text: String, _ reader: TimePhraseReader, _ zone: Zone) {
    let length = text.utf8.count
    var end = 0
    for reading in reader.read(text, now: Instant(seconds: 1_715_679_600), zone: zone) {
      #expect(reading.span.lowerBound >= end && reading.span.upperBound <= length, "\(text)")
      #expect(Array(text.utf8)[reading.span].elementsEqual(reading.said.utf8), "\(text)")
      end = reading.span.upperBound
      if reading.ask != nil { #expect(reading.start == nil && reading.end == nil, "\(text)") }
      if let start = reading.start, let end = reading.end { #expect(start <= end, "\(text)") }
      if reading.kind == .point, reading.ask == nil { #expect(reading.start != nil, "\(text)") }
      if reading.kind == .deadline, reading.ask == nil { #expect(reading.end != nil, "\(text)") }
      if reading.kind == .recurrence, reading.ask == nil { #expect(reading.rule != nil, "\(text)") }
    }
    _ = reader.readWhole(text, now: Instant(seconds: 1_715_679_600), zone: zone)
  }

  @Test(arguments: [
    "next ", "a week before ", "2 days after ", "from ", "every ", "by ", "in ", "1 hour and ", "until ",
  ])
  func `however long or deep, is read in bounded steps`(unit: String) {
    let text = String(repeating: unit, count: 5_000) + "friday"
    let reading = TimePhraseReader().readWhole(text, now: Instant(seconds: 1_715_679_600), zone: .utc)
    #expect(reading.span.upperBound <= text.utf8.count)
  }
}
