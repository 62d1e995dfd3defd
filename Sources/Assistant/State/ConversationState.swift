package import Language
package import Times

/// What a conversation remembers between lines; it is saved with every turn, one for each person.
///
/// Nothing of a line off the record is ever kept here.
package struct ConversationState: Hashable, Sendable, Codable {
  /// Questions that wait for an answer, the newest last.
  package var questions: [OpenQuestion] = []

  /// How often the newest question was put again after a line that was about something else.
  package var repeats = 0

  /// How many lines in a row were not understood.
  package var failures = 0

  /// What the last answer offered to say next.
  package var next: [String] = []

  /// The last line that asked or changed something, as it was read.
  package var answered: Reading?

  /// What later lines can carry on or point at.
  package var focus = Focus()

  /// The last answer that left something out.
  package var left: Left?

  /// The questions that were answered on the way to the open one, the newest last.
  package var trail: [Passed] = []

  /// A question that was left without an answer; `resume` puts it again.
  package var draft: OpenQuestion?

  /// The question that was left is newer than the newest pause of an interview.
  package var isDraftNewest = false

  /// Sentences instead of tables and trees.
  package var isPlain = false

  /// No reminder is shown before this moment.
  package var quietUntil: Instant?

  /// When the newest quiet began.
  package var quietSince: Instant?

  /// The step of the tour that waits to be tried, from 1.
  package var tourStep: Int?

  /// The intents that came nearest to the last line, when that was not understood.
  package var tried: [String] = []

  /// The last line was off the record.
  package var isOffTheRecord = false

  /// Whoever speaks without a name wants it so.
  package var staysAnonymous = false

  package init() {}

  /// A question is put again so often and no more.
  static let mostRepeats = 2

  /// So many answered questions can be gone back over.
  static let longestTrail = 10

  /// An answer of which a part was left out.
  package struct Left: Hashable, Sendable, Codable {
    package var reading: Reading
    /// How many rows and sentences of that part were shown since.
    package var shown: Int
  }

  /// A question and what was answered to it.
  package struct Passed: Hashable, Sendable, Codable {
    package var question: OpenQuestion
    package var said: String
  }

  // MARK: Reading what earlier versions wrote

  private enum CodingKeys: String, CodingKey {
    case questions, repeats, failures, next, answered, left, trail, draft, isDraftNewest, isPlain, quietUntil
    case quietSince, tourStep, tried, isOffTheRecord, staysAnonymous, focus
  }

  /// A part that is missing, or that this version cannot read, is as at the beginning.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func value<Value: Decodable>(_ key: CodingKeys, or usual: Value) -> Value {
      ((try? values.decodeIfPresent(Value.self, forKey: key)) ?? nil) ?? usual
    }
    questions = value(.questions, or: [])
    repeats = value(.repeats, or: 0)
    failures = value(.failures, or: 0)
    next = value(.next, or: [])
    answered = value(.answered, or: nil)
    left = value(.left, or: nil)
    trail = value(.trail, or: [])
    draft = value(.draft, or: nil)
    isDraftNewest = value(.isDraftNewest, or: false)
    isPlain = value(.isPlain, or: false)
    func instant(_ key: CodingKeys) -> Instant? {
      let milliseconds: Int64? = value(key, or: nil)
      return milliseconds.map { Instant(milliseconds: $0) }
    }
    quietUntil = instant(.quietUntil)
    quietSince = instant(.quietSince)
    tourStep = value(.tourStep, or: nil)
    tried = value(.tried, or: [])
    isOffTheRecord = value(.isOffTheRecord, or: false)
    staysAnonymous = value(.staysAnonymous, or: false)
    focus = value(.focus, or: Focus())
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    let new = ConversationState()
    func write<Value: Encodable & Equatable>(_ value: Value, _ usual: Value, _ key: CodingKeys) throws {
      if value != usual { try values.encode(value, forKey: key) }
    }
    try write(questions, new.questions, .questions)
    try write(repeats, new.repeats, .repeats)
    try write(failures, new.failures, .failures)
    try write(next, new.next, .next)
    try values.encodeIfPresent(answered, forKey: .answered)
    try values.encodeIfPresent(left, forKey: .left)
    try write(trail, new.trail, .trail)
    try values.encodeIfPresent(draft, forKey: .draft)
    try write(isDraftNewest, new.isDraftNewest, .isDraftNewest)
    try write(isPlain, new.isPlain, .isPlain)
    try values.encodeIfPresent(quietUntil?.milliseconds, forKey: .quietUntil)
    try values.encodeIfPresent(quietSince?.milliseconds, forKey: .quietSince)
    try values.encodeIfPresent(tourStep, forKey: .tourStep)
    try write(tried, new.tried, .tried)
    try write(isOffTheRecord, new.isOffTheRecord, .isOffTheRecord)
    try write(staysAnonymous, new.staysAnonymous, .staysAnonymous)
    try write(focus, new.focus, .focus)
  }
}
