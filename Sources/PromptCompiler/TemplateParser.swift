/// Reads a template from left to right, once.
struct TemplateParser {
  private let characters: [Character]
  private var position = 0

  init(_ source: String) {
    characters = Array(source)
  }

  /// The pieces of the whole template.
  mutating func sentence() throws(TemplateFault) -> [Template.Piece] {
    var pieces: [Template.Piece] = []
    var text = ""
    while let character = next() {
      switch character {
      case "{" where peek() == "{", "}" where peek() == "}":
        position += 1
        text.append(character)
      case "{":
        Self.close(&text, into: &pieces)
        pieces.append(try placeholder())
      case "}":
        throw fault("“}” closes nothing: write }} for a brace that is meant to be read")
      default:
        text.append(character)
      }
    }
    Self.close(&text, into: &pieces)
    return pieces
  }

  /// What follows an opening brace.
  private mutating func placeholder() throws(TemplateFault) -> Template.Piece {
    let name = try name()
    guard previous == "?" else { return .value(name) }
    let (one, end) = try form(of: name)
    guard end == "|" else { throw formsFault(name) }
    let (other, otherEnd) = try form(of: name)
    guard otherEnd == "}" else { throw formsFault(name) }
    return .choice(by: name, one: one, other: other)
  }

  private mutating func name() throws(TemplateFault) -> String {
    let start = position
    while let character = next() {
      guard character == "}" || character == "?" else {
        if character == "{" || character == "\n" { break }
        continue
      }
      let name = String(characters[start..<position - 1])
      guard SwiftName.isKey(name) else {
        throw fault("“{\(name)}” is not a placeholder: a name is letters, digits and _, and begins with a small letter")
      }
      return name
    }
    position = start
    throw fault("“{” is not closed: write {{ for a brace that is meant to be read")
  }

  /// One form of a choice, and the character that ended it.
  private mutating func form(of name: String) throws(TemplateFault) -> ([Template.Piece], Character) {
    var pieces: [Template.Piece] = []
    var text = ""
    while let character = next() {
      switch character {
      case "|", "}":
        Self.close(&text, into: &pieces)
        return (pieces, character)
      case "{":
        Self.close(&text, into: &pieces)
        let inner = try self.name()
        guard previous == "}" else {
          throw fault("“{\(inner)?” stands inside another choice: make two sentences of it")
        }
        pieces.append(.value(inner))
      default:
        text.append(character)
      }
    }
    throw fault("“{\(name)?” is not closed: a choice is {\(name)?one form|other form}")
  }

  private static func close(_ text: inout String, into pieces: inout [Template.Piece]) {
    guard !text.isEmpty else { return }
    pieces.append(.text(text))
    text = ""
  }

  private func formsFault(_ name: String) -> TemplateFault {
    fault("“{\(name)?” needs two forms: {\(name)?one form|other form}")
  }

  private func fault(_ message: String) -> TemplateFault {
    TemplateFault(line: characters.prefix(position).count { $0 == "\n" }, message: message)
  }

  private var previous: Character? { position > 0 ? characters[position - 1] : nil }

  private func peek() -> Character? { position < characters.count ? characters[position] : nil }

  private mutating func next() -> Character? {
    guard let character = peek() else { return nil }
    position += 1
    return character
  }
}
