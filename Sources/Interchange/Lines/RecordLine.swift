package import Delivery
package import Times

/// One line of the interchange: a record, and the claim that a short form in it implies.
package struct RecordLine: Sendable {
  package var record: Record

  /// A claim that the line states in short, to be kept when the store has none under its key.
  package var implied: Record?

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - json: The line's value, an object with `kind`.
  ///   - now: What counts as the time of a claim whose line tells none.
  ///   - isFeature: Whether a key of a dependency's end that tells no kind is a feature's; items are assumed otherwise.
  /// - Throws: ``LineError`` with the member that is wrong.
  package init(_ json: JSON, now: Instant, isFeature: (String) -> Bool = { _ in false }) throws(LineError) {
    guard let object = json.object else { throw LineError.notAnObject }
    let fields = LineFields(object: object)
    let name = try fields.text("kind")
    guard let kind = Kind(rawValue: name) else { throw LineError.unknownKind(name) }
    switch kind {
    case .workspace: record = .workspace(try Workspace(fields))
    case .team: record = .team(try Team(fields))
    case .person: record = .person(try Person(fields))
    case .release: record = .release(try Release(fields))
    case .feature:
      let feature = try Feature(fields)
      record = .feature(feature)
      implied = try fields.optionalText("stage").map { stage in .claim(feature.stageClaim(stage, at: now)) }
    case .item: record = .item(try Item(fields))
    case .dependency: record = .dependency(try Dependency(fields, isFeature: isFeature))
    case .status: record = .status(try Status(fields))
    case .scope: record = .scope(try Scope(fields))
    case .claim: record = .claim(try Claim(fields, now: now))
    case .incident: record = .incident(try Incident(fields))
    case .followup: record = .followup(try FollowUp(fields))
    case .document: record = .document(try Document(fields))
    case .term: record = .term(try Term(fields))
    case .alias: record = .alias(try Alias(fields))
    case .case: record = .case(try Case(fields))
    case .question: record = .question(try Question(fields))
    case .shield: record = .shield(try Shield(fields))
    case .batch: record = .batch(try Batch(fields))
    case .holiday: record = .holiday(try Holiday(fields))
    case .away: record = .away(try Away(fields))
    }
  }

  /// Reads the text of a line.
  ///
  /// - Throws: ``JSONError`` or ``LineError``.
  package init(text: String, now: Instant = Instant(seconds: 0)) throws {
    try self.init(try JSONReader.value(of: text), now: now)
  }
}

extension Record {
  /// Writes the record as one line of the interchange, without the line break; what is not known is left out.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.name("kind")
      writer.string(reference.kind.rawValue)
      switch self {
      case .workspace(let value): value.write(to: &writer)
      case .team(let value): value.write(to: &writer)
      case .person(let value): value.write(to: &writer)
      case .release(let value): value.write(to: &writer)
      case .feature(let value): value.write(to: &writer)
      case .item(let value): value.write(to: &writer)
      case .dependency(let value): value.write(to: &writer)
      case .status(let value): value.write(to: &writer)
      case .scope(let value): value.write(to: &writer)
      case .claim(let value): value.write(to: &writer)
      case .incident(let value): value.write(to: &writer)
      case .followup(let value): value.write(to: &writer)
      case .document(let value): value.write(to: &writer)
      case .term(let value): value.write(to: &writer)
      case .alias(let value): value.write(to: &writer)
      case .case(let value): value.write(to: &writer)
      case .question(let value): value.write(to: &writer)
      case .shield(let value): value.write(to: &writer)
      case .batch(let value): value.write(to: &writer)
      case .holiday(let value): value.write(to: &writer)
      case .away(let value): value.write(to: &writer)
      }
    }
  }

  /// The record's line of the interchange.
  package var line: String {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.text
  }
}
