import Delivery
import Interchange
import Language
import Store
import Times

/// Keeps of a line and its answer what later lines can point at.
struct FocusMemory {
  let snapshot: Snapshot
  let reader: Reader
  let line: Line

  /// The names beside so many rows are remembered; beside more they single nobody out.
  private static let mostRowsWithAsides = 3

  /// Takes a turn into the focus, unless it was about the talk itself, was not understood, or is not answered yet.
  ///
  /// A change that is held waits for consent together with others of its line, which may point at it.
  func keep(
    _ reading: Reading, _ answer: Answer, changed: String?, isHeld: Bool = false, in focus: inout Focus
  ) throws {
    guard !line.isOffTheRecord, FocusMemory.counts(reading.intent) else { return }
    switch answer.verdict {
    case .choice, .question, .unclear: return
    case .preview: if !isHeld { return }
    case .answered, .stale, .conflict, .unknown, .changed, .refused, .unable: break
    }
    let mentions = try FocusMemory.said(in: reading).map(known) + named(in: reading) + shown(in: answer)
    focus = focus.recent(at: line.time)
    focus.add(
      Focus.Turn(
        at: line.time.milliseconds, reading: reading.slim, mentions: FocusMemory.distinct(mentions), changed: changed))
  }

  /// Whether a line of an intent can be carried on.
  static func counts(_ intent: String) -> Bool { !intent.hasPrefix("talk.") && !intent.hasPrefix("none.") }

  /// The first mention of each record; a list keeps all of its rows, as they are counted.
  private static func distinct(_ mentions: [Mention]) -> [Mention] {
    var kept: [Mention] = []
    for mention in mentions where !kept.contains(where: { $0.isSame(as: mention) && $0.role == mention.role }) {
      let isNamed = kept.contains { $0.isSame(as: mention) }
      if mention.role == .row || !isNamed { kept.append(mention) }
    }
    let rows = kept.count { $0.role == .row }
    // A single row about what was asked is no second mention.
    return rows > 1
      ? kept
      : kept.filter { mention in mention.role != .row || !kept.contains { $0.role == .said && $0.isSame(as: mention) } }
  }

  // MARK: Lines

  /// The records that a reading names, in the order of the line.
  static func said(in reading: Reading) -> [Mention] {
    let all = reading.parts.count > 1 ? reading.parts.flatMap(\.self) : Array(reading.slots)
    let subject = reading.intent.prefix { $0 != "." }
    return all.sorted { ($0.value.span.lowerBound, $0.key) < ($1.value.span.lowerBound, $1.key) }
      .compactMap { _, slot in
        if slot.kind == .number {
          return ["followup", "question"].contains(subject)
            ? Mention(.number, slot.value, numbered: String(subject), role: .said) : nil
        }
        guard slot.kind.isName || slot.kind == .item, slot.value != Who.speaker else { return nil }
        return Mention(slot.kind, slot.key ?? "", name: slot.value, role: .said)
      }
  }

  /// The mention, without a key where the store holds no such item.
  private func known(_ mention: Mention) throws -> Mention {
    guard mention.kind == .item, try snapshot.item(said: mention.key) == nil else { return mention }
    return Mention(.item, "", name: mention.record.name, role: mention.role)
  }

  /// The records that are named within the free text of a line.
  private func named(in reading: Reading) throws -> [Mention] {
    let texts = reading.slots.values.filter { $0.kind == .text && $0.origin != .inherited }
    guard !texts.isEmpty else { return [] }
    let names = StoreNames(snapshot: snapshot)
    let found = texts.flatMap { text in
      reader.namedRecords(in: text.value, names: names, context: LineContext.context(of: line))
    }
    try names.check()
    return found.filter { [.feature, .item, .person, .team, .release, .incident, .scope].contains($0.kind) }
      .compactMap { slot in slot.key.map { Mention(slot.kind, $0, name: slot.value, role: .said) } }
  }

  // MARK: Answers

  private func shown(in answer: Answer) throws -> [Mention] {
    var mentions = try answer.listed.prefix(answer.shownRows).compactMap { try mention($0, .row) }
    mentions += try answer.beside.compactMap { try mention($0, .aside) }
    let rows = answer.records.prefix(answer.listed.isEmpty ? answer.shownRows : 0)
    for row in rows {
      guard let mention = try mention(of: row) else { continue }
      mentions.append(mention)
      if rows.count <= FocusMemory.mostRowsWithAsides { mentions += try asides(of: row) }
    }
    return mentions
  }

  /// The record that a row is about.
  private func mention(of row: JSON.Object) throws -> Mention? {
    guard let name = row["kind"]?.text, let kind = Kind(rawValue: name) else { return nil }
    if kind == .followup || kind == .question {
      return row["number"]?.integer.map { Mention(.number, "\($0)", numbered: name, role: .row) }
    }
    guard let key = row["key"]?.text else { return nil }
    return try mention(Reference(kind, key), .row)
  }

  /// Who has the record and where it belongs, as the row names them.
  private func asides(of row: JSON.Object) throws -> [Mention] {
    let fields: [(String, SlotKind)] = [
      ("assignee", .person), ("owner", .person), ("person", .person), ("team", .team), ("feature", .feature),
    ]
    let search = try NameSearch(snapshot)
    return try fields.compactMap { field, kind -> Mention? in
      guard let name = row[field]?.text else { return nil }
      let words = Folding.words(of: name)
      let entries =
        words.count == 1
        ? try search.names(holding: words[0], limit: 8) : try search.names(holdingAll: words, limit: 8)
      let named = try entries.compactMap { try search.name($0.number) }.first { found in
        found.target.kind.rawValue == kind.rawValue && (found.name == name || found.target.key == name)
      }
      return named.map { Mention(kind, $0.target.key, name: $0.name, role: .aside) }
    }
  }

  private func mention(_ reference: Reference, _ role: Mention.Role) throws -> Mention? {
    guard let kind = SlotKind(rawValue: reference.kind.rawValue), kind.isName || kind == .item else { return nil }
    let name: String? =
      switch reference.kind {
      case .feature: try snapshot.feature(Key(reference.key))?.name
      case .person: try snapshot.person(Key(reference.key))?.name
      case .team: try snapshot.team(Key(reference.key))?.name
      case .release: try snapshot.release(Key(reference.key))?.name
      case .case: try snapshot.whyCase(Key(reference.key)).map { "\($0.number)" }
      default: reference.key
      }
    return name.map { Mention(kind, reference.key, name: $0, role: role) }
  }
}

extension Answer {
  /// So many of the rows for machines are shown to people; a table may show fewer.
  fileprivate var shownRows: Int {
    for block in body {
      if case .table(let table) = block { return table.rows.count }
    }
    return 20
  }
}
