package import Delivery
import Times

/// One import while it runs: takes records one by one, in any order.
package struct ImportSession {
  let mode: ImportMode
  let writer: Writer
  private(set) var report = ImportReport()
  private let merge: TrackerMerge
  /// Records with numbers wait for the end, when it is known which numbers are taken.
  private var numbered = NumberedRecords()
  private var seen: Set<Int64> = []
  private struct Link: Hashable {
    let waiting: Node
    let blocker: Node
  }

  /// Items that an earlier import found gone, until it is known whether this file is later than that.
  private var returning: [Item] = []
  private let gone: Set<String>

  /// Items whose stored version is newer than this file's.
  private var newer: Set<Int64> = []
  private var seenLinks: Set<Link> = []
  /// The latest moment that this file tells of.
  private var horizon: Instant?

  init(mode: ImportMode, writer: Writer) throws {
    self.mode = mode
    self.writer = writer
    merge = TrackerMerge { reference in try writer.reader.isPersons(reference) }
    gone = mode == .tracker ? try writer.reader.goneItems() : []
  }

  /// Takes a record.
  ///
  /// - Throws: ``StoreError`` when it cannot be stored; the import is then to be given up.
  package mutating func put(_ record: Record) throws {
    switch mode {
    case .exact:
      if numbered.keep(record) { return }
      report.count(record.reference.kind, try writer.put(record))
    case .tracker:
      if case .item(let item) = record, !item.outside, gone.contains(item.key.text) {
        returning.append(item)
        return try note(record)
      }
      if case .dependency(let dependency) = record, try isPast(dependency) {
        report.count(.dependency, .unchanged)
        return try note(record)
      }
      let merge = merge
      report.count(
        record.reference.kind, try writer.put(record) { new, old in try merge.merge(new, over: old) })
      try note(record)
    }
  }

  /// Takes a record unless one is described under its key.
  ///
  /// - Throws: ``StoreError`` when it cannot be stored.
  package mutating func putIfAbsent(_ record: Record) throws {
    if let stored = try writer.reader.record(record.reference), stored.isKnown { return }
    report.count(record.reference.kind, try writer.put(record))
  }

  /// Keys that stand for a feature when no kind is told: those of stored features that no described item has.
  ///
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n* log *n*) in the number of features.
  package func featureKeys() throws -> Set<String> {
    let statement = try Prepared(
      """
      SELECT key FROM feature f WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.key = f.key AND i.known = 1)
      """, in: writer.database)
    return Set(try statement.rows { $0.text() })
  }

  /// Whether a link is closed here, and this file is older than what is known of the project.
  private func isPast(_ dependency: Dependency) throws -> Bool {
    let from = try writer.node(dependency.waiting)
    let to = try writer.node(dependency.blocker)
    let ends = (dependency.waiting, dependency.blocker)
    guard
      try writer.reader.dependency(from, to, waiting: ends.0, blocker: ends.1)?.closed != nil,
      let source = dependency.source
    else { return false }
    return try isPast(source)
  }

  /// Whether an import brought something of the project that is newer than all that this file tells.
  private func isPast(_ source: String) throws -> Bool {
    guard let horizon else { return false }
    return try writer.reader.keys(ofItemsAfter: horizon, source: source).contains { key in
      try !writer.reader.isPersons(Reference(.item, key))
    }
  }

  private mutating func settleReturning() throws {
    defer { returning = [] }
    var past: [String: Bool] = [:]
    let merge = merge
    for item in returning {
      let source = item.source ?? ""
      let isPast = try past[source] ?? isPast(source)
      past[source] = isPast
      let record = Record.item(item)
      report.count(
        .item, isPast ? .unchanged : try writer.put(record) { new, old in try merge.merge(new, over: old) })
    }
  }

  private mutating func note(_ record: Record) throws {
    switch record {
    case .item(let item) where !item.outside:
      let id = try writer.id(of: Item.self, item.key.text)
      seen.insert(id)
      guard let told = TrackerMerge.lastTold(item) else { return }
      horizon = horizon.map { max($0, told) } ?? told
      if let stored = try writer.reader.updated(ofItem: id), stored > told { newer.insert(id) }
    case .dependency(let dependency):
      seenLinks.insert(
        Link(waiting: try writer.node(dependency.waiting), blocker: try writer.node(dependency.blocker)))
    default: break
    }
  }

  /// Closes what earlier exports of whole projects brought and this one lacks.
  ///
  /// An item keeps its status and its `done`, the last that its tracker said, and gets the reason; it no longer counts
  /// as open. Links get the time of the import too. What people stated stays, and so does what is newer than anything
  /// this file tells of. A record that a later export has again is open again.
  ///
  /// - Parameters:
  ///   - projects: The sources of records, as in ``Delivery/Item/source``.
  ///   - because: The reason, for people: which import found the records gone.
  /// - Throws: ``StoreError``.
  package mutating func closeMissing(projects: [String], because: String) throws {
    try settleReturning()
    for project in projects {
      for (id, updated) in try writer.reader.openItems(source: project) where !seen.contains(id) {
        if let updated, let horizon, updated > horizon { continue }
        guard var item = try writer.reader.find(Item.self, id: id)?.value else { continue }
        item.closedBecause = because
        try close(.item(item))
      }
      for (waiting, blocker, dependency) in try writer.reader.openLinks(source: project)
      where !seenLinks.contains(Link(waiting: waiting, blocker: blocker))
        && (waiting.isFeature || !newer.contains(waiting.id))
      {
        var dependency = dependency
        dependency.closed = writer.journal.occasion.at
        dependency.closedBecause = because
        try close(.dependency(dependency))
      }
    }
  }

  private mutating func close(_ record: Record) throws {
    report.count(record.reference.kind, try writer.put(record))
    report.closed.append(record.reference)
  }

  mutating func finish() throws -> ImportReport {
    try settleReturning()
    for record in try numbered.settle(in: writer) {
      report.count(record.reference.kind, try writer.put(record))
    }
    try writer.settleSpellings()
    report.renumbered = writer.renumbered
    report.set = writer.journal.set
    return report
  }
}
