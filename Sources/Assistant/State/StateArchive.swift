import Foundation

/// The state of a conversation as the text that the turn log keeps; nothing when there is nothing to remember.
enum StateArchive {
  static func text(of state: ConversationState) -> String? {
    guard state != ConversationState() else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let data = try? encoder.encode(state) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  /// A state that this version cannot read counts as none: a question may be lost, an answer never is.
  static func state(from text: String?) -> ConversationState {
    guard let text, let state = try? JSONDecoder().decode(ConversationState.self, from: Data(text.utf8)) else {
      return ConversationState()
    }
    return state
  }
}
