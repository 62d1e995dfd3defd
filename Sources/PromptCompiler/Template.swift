/// A sentence with placeholders: `{name}` is a value, `{count?one form|other form}` chooses by a number.
///
/// Doubled braces stand for themselves. A form may hold values, but no other choice and no braces of its own.
struct Template: Hashable, Sendable {
  enum Piece: Hashable, Sendable {
    case text(String)
    case value(String)
    case choice(by: String, one: [Piece], other: [Piece])
  }

  /// The template as it was written.
  let source: String

  let pieces: [Piece]

  init(_ source: String) throws(TemplateFault) {
    try TemplateFault.refuseUntidiness(of: source)
    var parser = TemplateParser(source)
    self.source = source
    pieces = try parser.sentence()
  }

  /// A name that a caller has to give a value for.
  struct Placeholder: Hashable, Sendable {
    let name: String

    /// A choice hangs on it, so that only a number will do.
    var isCount: Bool
  }

  /// The placeholders in the order of their first appearance.
  var placeholders: [Placeholder] {
    var found: [Placeholder] = []
    func note(_ name: String, isCount: Bool) {
      if let known = found.firstIndex(where: { $0.name == name }) {
        found[known].isCount = found[known].isCount || isCount
      } else {
        found.append(Placeholder(name: name, isCount: isCount))
      }
    }
    for piece in pieces {
      switch piece {
      case .text: break
      case .value(let name): note(name, isCount: false)
      case .choice(let count, let one, let other):
        note(count, isCount: true)
        for case .value(let name) in one + other { note(name, isCount: false) }
      }
    }
    return found
  }
}
