@testable import Assistant
import Delivery
import Foundation
import Language
import Prompts
import Store
import Synchronization
import Testing
import Times

/// The sample workspace in a store of its own, and a conversation about it.
struct ContextWorld {
  let store: Store
  let conversation: Conversation
  static let morning = "2024-05-14T10:40:00+01:00"

  init() throws {
    let world = try TranscriptWorld(Transcript("# now \(ContextWorld.morning) store sample\n"))
    store = world.store
    conversation = Conversation(store: store, reader: Reader(grammar: CompiledPrompts.grammar))
  }

  @discardableResult
  func say(_ text: String, as person: Key<Person>? = "ana", at time: String = morning) throws -> Reply {
    let moment = try #require(Moment(time))
    return try conversation.reply(
      to: Line(text, at: moment.instant, zone: Zone(offset: moment.offset), person: person))
  }

  /// What lines come to after each other: the intent and the slots of the last.
  func reading(_ lines: String...) throws -> Reading {
    var reading = Reading(said: "", intent: Reading.unclear)
    for line in lines { reading = try say(line).reading }
    return reading
  }

  func state(of person: Key<Person>? = "ana") throws -> ConversationState {
    StateArchive.state(from: try store.read { try $0.lastState(of: person) })
  }

  /// All lines of the prompts' examples, by intent.
  static var examples: [String] {
    CompiledPrompts.grammar.intentNames.flatMap { Examples.of($0).map(\.text) }
  }
}

extension Reading {
  /// The values of the slots, in short.
  var values: [String: String] { slots.mapValues { $0.time?.said ?? $0.value } }
}
