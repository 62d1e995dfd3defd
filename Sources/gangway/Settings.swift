/// What the command line said about store, time, speaker and looks.
struct Settings: Equatable, Sendable {
  var store: String?
  var now: String?
  var user: String?
  var zone: String?
  var isJSON = false
  var isPlain = false
  var isASCII = false
  var color: Colour?
  var contrast: Contrast?
  var config: String?
  /// The speaker agrees beforehand to changes that would be shown first.
  var isAgreed = false
  /// Lines are kept off the record, as if each began with a blank.
  var isPrivate = false
  /// Only the sentence that answers.
  var isQuiet = false
  /// How each line was read and how long its answer took, too.
  var isVerbose = false
  /// Nobody is there to type: no prompt, whatever the input is.
  var asksNothing = false

  enum Colour: String, CaseIterable, Sendable {
    case auto, always, never
  }

  enum Contrast: String, CaseIterable, Sendable {
    case normal, high
  }
}
