package import Times

/// One thing that a conversation is to remember, beside its questions.
package enum Memory: Hashable, Sendable {
  case plain(Bool)
  /// From when until when no reminder is shown.
  case quiet(from: Instant, until: Instant)
  /// Reminders are shown again from this moment on.
  case quietEnds(Instant)
  /// The step of the tour that waits to be tried; nothing ends the tour.
  case tour(Int?)
  /// What is still to be shown of an answer.
  case left(ConversationState.Left?)
  /// The question that was left open has been put again.
  case draftTaken
  case staysAnonymous
}

extension ConversationState {
  mutating func remember(_ memory: Memory) {
    switch memory {
    case .plain(let isPlain): self.isPlain = isPlain
    case .quiet(let from, let until): (quietSince, quietUntil) = (from, until)
    case .quietEnds(let moment): quietUntil = moment
    case .tour(let step): tourStep = step
    case .left(let left): self.left = left
    case .draftTaken:
      draft = nil
      isDraftNewest = false
    case .staysAnonymous: staysAnonymous = true
    }
  }
}
