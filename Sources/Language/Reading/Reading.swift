package import Times

/// What a line means: an intent by name, its slots, how sure, and every step that led there.
package struct Reading: Hashable, Sendable {
  /// The line as typed, without the line break.
  package var said: String

  /// The stable name of the intent, such as `feature.status`; `none.unclear` when nothing fits.
  package var intent: String

  /// What was said for each slot, by the slot's name.
  package var slots: [String: SlotValue]

  /// 0 to 1; 1 for a full pattern.
  package var score: Double

  /// The nearest other readings, best first, at most three.
  package var alternatives: [Alternative]

  /// The best reading however unsure, for those who want one at any price.
  package var nearest: Alternative?

  /// A full pattern matched, nothing was corrected, inherited or left open: a change may be made at once.
  package var isExact: Bool

  /// The steps of the reading as facts, in order; ``Assistant`` puts them into words.
  package var trace: [TraceStep]

  /// Words that carry meaning and that no part of the reading used.
  package var unread: [String]

  /// For an intent of which one line may hold several: the slots of each, in order; the first is also in `slots`.
  package var parts: [[String: SlotValue]] = []

  /// The line holds slots alone, or carries the last question on (`and EU?`): what it asks may come from before.
  ///
  /// A name alone can have an intent of its own all the same.
  package var isEllipsis = false

  /// The line points at something said before: `it`, `she`, `that one`.
  package var pointsBack = false

  /// The line starts with words that carry the last question on: `and`, `what about`.
  package var carriesOn = false

  /// What the line holds when that is slots alone; values of several kinds may share the same words.
  package var bare: [SlotValue] = []

  /// What the lines before lend to the reading.
  package var lent: Lent?

  /// The further requests of a line that holds several, in order.
  package var also: [Reading] = []

  /// What comes from lines before.
  package struct Lent: Hashable, Sendable, Codable {
    /// The line whose words are carried on, so that its verb still counts.
    package var line: String?

    /// The change set that the reading puts right.
    package var corrects: String?

    /// It takes the place of a reading that waits for consent or for a slot.
    package var isPending = false

    package init(line: String? = nil, corrects: String? = nil) {
      self.line = line
      self.corrects = corrects
    }
  }

  /// The words that say what is asked: those of the line, or of the one that it carries on.
  package var spoken: String { lent?.line ?? said }

  package init(
    said: String, intent: String, slots: [String: SlotValue] = [:], score: Double = 0,
    alternatives: [Alternative] = [], isExact: Bool = false, trace: [TraceStep] = [], unread: [String] = []
  ) {
    self.said = said
    self.intent = intent
    self.slots = slots
    self.score = score
    self.alternatives = alternatives
    self.isExact = isExact
    self.trace = trace
    self.unread = unread
  }

  package static let unclear = "none.unclear"
  package static let unable = "none.unable"
}

/// A reading that came second.
package struct Alternative: Hashable, Sendable, Codable {
  package var intent: String
  package var slots: [String: SlotValue]
  package var score: Double

  package init(intent: String, slots: [String: SlotValue], score: Double) {
    self.intent = intent
    self.slots = slots
    self.score = score
  }
}

/// What a slot holds, and where it came from.
package struct SlotValue: Hashable, Sendable, Codable {
  /// What the slot's value is a kind of.
  package var kind: SlotKind

  /// The value: a name as stored, a key, a number in digits, a word of a closed list, or the text as typed.
  package var value: String

  /// The identity of the record that a name resolved to; nothing when no record bears that name.
  package var key: String?

  /// The words it came from, as typed.
  package var said: String

  /// Where those words stand in the line, in UTF-8 bytes.
  package var span: Range<Int>

  package var origin: Origin

  /// The time that the words mean, for slots of a kind of time.
  package var time: TimeReading?

  /// Other records that the same words could mean, nearly as well.
  package var rivals: [NamedRecord]

  package enum Origin: String, Hashable, Sendable, Codable {
    case said, corrected, inherited, assumed
  }

  package init(
    kind: SlotKind, value: String, key: String? = nil, said: String, span: Range<Int>, origin: Origin = .said,
    time: TimeReading? = nil, rivals: [NamedRecord] = []
  ) {
    self.kind = kind
    self.value = value
    self.key = key
    self.said = said
    self.span = span
    self.origin = origin
    self.time = time
    self.rivals = rivals
  }
}

/// What the words of a slot can be.
package enum SlotKind: String, Hashable, Sendable, Codable, CaseIterable {
  // Names of records.
  case feature, team, person, release, incident, `case`, document, scope, term
  /// The key of a work item, such as `CHK-101`, `owner/repo#12` or `#12`.
  case item
  /// The name of a status that work items have.
  case status
  // Closed lists, from the lexicon.
  case stage, audience, category, attribute, state
  case number
  // Kinds of time.
  case when, period, delay, recurrence
  /// What remains, verbatim.
  case text
}

/// One step of a reading, as a fact.
package struct TraceStep: Hashable, Sendable, Codable {
  /// What was done; the prompts hold a sentence for each.
  package var kind: Kind

  /// What the sentence of that kind speaks of, by name, such as `word`, `name`, `pattern`, `file`, `line`, `score`.
  package var facts: [String: String]

  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// `words`: the line as the reader saw it after folding.
    case folded
    /// `said`, `kind`, `value`: words that are a name, key, number, time or quoted text.
    case tagged
    /// `said`, `value`, `edits`, `next`: a misspelt word or name taken for another, and the next best.
    case corrected
    /// `pattern`, `file`, `line`: a pattern that the whole line fits.
    case matched
    /// `pattern`, `file`, `line`, `score`, `shared`: the nearest pattern or example, with the words that counted.
    case resembled
    /// `slot`, `value`, `origin`: where a slot's value came from.
    case filled
    /// `said`: a line before that this one carries on or puts right.
    case carried
    /// `intent`, `score`, `margin`: the runner-up.
    case runnerUp
    /// Nothing else came into question.
    case unrivalled
    /// `words`: words that were not understood.
    case unread
    /// `intent`, `score`: what was decided.
    case decided
    /// `threshold`, `score`: too unsure to act.
    case refused
  }

  package init(_ kind: Kind, _ facts: [String: String] = [:]) {
    self.kind = kind
    self.facts = facts
  }
}
