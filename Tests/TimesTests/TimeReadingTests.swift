import Foundation
import Testing
import Times

@Suite struct `A reading of a time` {
  @Test func `is coded with its span as two numbers and its moments with their offsets`() throws {
    let moment = try #require(Moment("2024-05-16T17:00:00+01:00"))
    var reading = TimeReading(said: "by thurs", span: 3..<11, kind: .deadline, end: moment, grain: .day)
    reading.fallback = TimeReading(said: "friday", span: 0..<6, kind: .point, start: moment)
    reading.also = [TimeReading.OtherReading(start: moment, why: .coming)]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data = try encoder.encode(reading)
    let text = try #require(String(bytes: data, encoding: .utf8))
    #expect(text.contains(#""span":[3,11]"#))
    #expect(text.contains(#""end":"2024-05-16T17:00:00+01:00""#))
    #expect(text.contains(#""also":[{"start":"2024-05-16T17:00:00+01:00","why":"coming"}]"#))
    #expect(try JSONDecoder().decode(TimeReading.self, from: data) == reading)
  }

  @Test func `keeps its phrase, which is coded and read back`() throws {
    let phrase = TimePhrase.bound(
      .by, .at(.nth(-1, .workingDay, of: .month(6, year: nil, .coming)), .half(3 * 3_600, in: nil)))
    let data = try JSONEncoder().encode(phrase)
    #expect(try JSONDecoder().decode(TimePhrase.self, from: data) == phrase)
  }

  @Test func `moves with now, because its phrase stays`() throws {
    let phrase = TimePhrase.bound(.by, .day(.edge(.end, of: .unit(.month, 0))))
    func end(_ now: String) throws -> String? {
      PhraseResolver(now: try #require(Instant(now)), zone: .utc, calendar: .standard, policy: .standard)
        .resolve(phrase, said: "by end of month", span: 0..<15).end?.description
    }
    #expect(try end("2024-05-14T10:40:00Z") == "2024-05-31T17:00:00+00:00")
    #expect(try end("2024-06-03T10:40:00Z") == "2024-06-28T17:00:00+00:00")
  }
}
