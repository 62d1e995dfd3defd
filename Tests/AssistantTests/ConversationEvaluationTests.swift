@testable import Assistant
import Delivery
import Foundation
import Language
import Prompts
import Store
import Testing
import Times

/// A conversation that somebody wrote without seeing the prompts, and what each line of it means.
private struct JudgedConversation: Decodable {
  var name: String
  var `as`: String
  var turns: [Turn]

  struct Meaning: Decodable {
    var intent: String
    var slots: [String: String]
    /// Slots that have to stay empty.
    var absent: [String]?
  }

  struct Turn: Decodable {
    var said: String
    var intent: String
    var slots: [String: String]
    var absent: [String]?
    var also: [Meaning]?

    var meaning: Meaning { Meaning(intent: intent, slots: slots, absent: absent) }
  }

  /// Who of the sample workspace speaks.
  var speaker: Key<Person> {
    switch `as` {
    case "support": "sam"
    case "facilitator": "jo"
    default: "ana"
    }
  }

  static func all() throws -> [JudgedConversation] {
    let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("Evaluation/conversations.jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(JudgedConversation.self, from: Data($0.utf8))
    }
  }
}

extension JudgedConversation.Meaning {
  /// What a reading has wrong, or nothing.
  func fault(of reading: Reading) -> String? {
    guard reading.intent == intent else { return "is \(reading.intent), not \(intent)" }
    for (name, value) in slots.sorted(by: { $0.key < $1.key }) {
      guard let slot = reading.slots[name] else { return "lacks \(name)" }
      let days = [slot.time?.start?.description, slot.time?.end?.description].compactMap { $0?.prefix(10) }
      guard slot.value.lowercased() == value.lowercased() || days.contains(value[...]) else {
        return "has \(name) \(slot.value), not \(value)"
      }
    }
    return absent?.first { reading.slots[$0] != nil }.map { "has a \($0)" }
  }
}

@Suite struct `Conversations by strangers` {
  /// So many of a hundred turns, and of a hundred conversations in every turn, have to be understood.
  private static let threshold = (turns: 87, conversations: 79)

  @Test func `are understood turn by turn`() throws {
    var (turns, rightTurns, rightConversations) = (0, 0, 0)
    let conversations = try JudgedConversation.all()
    var faults: [String] = []
    for conversation in conversations {
      let world = try ContextWorld()
      var isRight = true
      for turn in conversation.turns {
        let reading = try world.say(turn.said, as: conversation.speaker).reading
        turns += 1
        var fault = turn.meaning.fault(of: reading)
        let also = turn.also ?? []
        if reading.also.count != also.count { fault = fault ?? "is \(reading.also.count + 1) requests" }
        for (meaning, other) in zip(also, reading.also) { fault = fault ?? meaning.fault(of: other) }
        guard let fault else {
          rightTurns += 1
          continue
        }
        isRight = false
        faults.append("\(conversation.name): “\(turn.said)” \(fault)")
      }
      if isRight { rightConversations += 1 }
    }
    print(faults.joined(separator: "\n"))
    print("\(rightTurns) of \(turns) turns, \(rightConversations) of \(conversations.count) conversations")
    #expect(rightTurns * 100 >= Self.threshold.turns * turns)
    #expect(rightConversations * 100 >= Self.threshold.conversations * conversations.count)
  }
}
