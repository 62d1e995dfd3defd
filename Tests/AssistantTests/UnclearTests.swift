import Delivery
import Language
import Prompts
import Store
import Testing
import Times

@testable import Assistant

@Suite struct `A line that is not understood` {
  private func answer(to line: String) throws -> Answer {
    let transcript = try Transcript("# now 2024-05-14T10:40:00+01:00 as sam store sample\n")
    return try TranscriptWorld(transcript).reply(to: line, in: transcript.scenes[0]).answer
  }

  @Test(arguments: [
    "does the export keep photo captions", "frobnicate the zork", "yes sir nobody knows", "no thing goes", "2 blurgs",
    "okay computer please sing", "never ever mind that zork",
  ]) func `is not taken for half an answer to a question that nobody asked`(line: String) throws {
    let replies: Set = ["talk.yes", "talk.no", "talk.choose", "talk.cancel"]
    for choice in try answer(to: line).choices {
      let reading = Reader(grammar: CompiledPrompts.grammar).read(
        choice.said, names: NameTable(),
        context: .init(
          now: Instant(seconds: 1_715_679_600), times: NoTimes()))
      #expect(!replies.contains(reading.intent), "\(choice.said)")
    }
  }

  @Test(arguments: ["", "status of ", "who owns "]) func `is repeated only in part when it is long`(start: String)
    throws
  {
    let text = TextRenderer(style: .machine).text(of: try answer(to: start + String(repeating: "x", count: 100_000)))
    #expect(text.count < 500)
    #expect(text.contains("xxx…”"))
  }

  /// Nobody speaks of times here.
  private struct NoTimes: TimeTagger {
    func times(in text: String, now: Instant) -> [TimeReading] { [] }
  }
}
