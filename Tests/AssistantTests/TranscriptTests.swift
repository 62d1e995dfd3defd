@testable import Assistant
import Language
import Testing

@Suite struct `Transcripts of conversations` {
  @Test(arguments: Transcript.names) func `are answered as recorded`(name: String) throws {
    var transcript = try Transcript.named(name)
    let world = try TranscriptWorld(transcript)
    for scene in transcript.scenes.indices {
      for turn in transcript.scenes[scene].turns.indices {
        let expected = transcript.scenes[scene].turns[turn]
        let actual = try world.reply(to: expected.said, in: transcript.scenes[scene])
          .printed(style: .machine)
        if Transcript.isRecording {
          transcript.scenes[scene].turns[turn].reply = actual
        } else {
          #expect(actual == expected.reply, "> \(expected.said)")
        }
      }
    }
    if Transcript.isRecording { try transcript.write(as: name) }
  }

  @Test(arguments: Transcript.names) func `suggest only lines that are understood`(name: String) throws {
    let transcript = try Transcript.named(name)
    let world = try TranscriptWorld(transcript)
    for scene in transcript.scenes {
      for turn in scene.turns {
        let answer = try world.reply(to: turn.said, in: scene).answer
        for line in answer.next + (answer.verdict == .unclear ? answer.choices.map(\.said) : []) {
          let reading = try world.reading(of: line, in: scene)
          #expect(!reading.intent.hasPrefix("none."), "> \(turn.said) suggests “\(line)”")
          let verdict = try world.answer(to: line, in: scene).verdict
          #expect(verdict != .unclear && verdict != .unable, "> \(turn.said) suggests “\(line)”")
        }
      }
    }
  }

  @Test(arguments: Transcript.names) func `are printed tidily`(name: String) throws {
    let transcript = try Transcript.named(name)
    for turn in transcript.scenes.flatMap(\.turns) {
      let lines = turn.reply.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(!turn.reply.isEmpty, "> \(turn.said)")
      // A table of ten rows with what it comes to, or the steps of a reading with what the answer rests on.
      #expect(lines.count <= 22, "> \(turn.said) is answered in \(lines.count) lines")
      for line in lines where !line.hasPrefix("{\"said\"") {
        #expect(line.count <= 80, "> \(turn.said)")
        #expect(line.last?.isWhitespace != true, "> \(turn.said)")
        #expect(line.firstMatch(of: /\b(1 [a-z]+s (are|were|have)|[02-9] (item|day|record|change) )/) == nil, "\(line)")
      }
      #expect(lines.first?.contains("  ") == false, "> \(turn.said)")
    }
  }

  @Test(arguments: Transcript.names) func `are laid out as they would be recorded`(name: String) throws {
    let transcript = try Transcript.named(name)
    #expect(try Transcript(transcript.text) == transcript)
  }
}
