package import Delivery
import Language
import Prompts
package import Store
package import Times
package import Trackers

/// Takes records on their way from a file to the store, from several closures.
private final class ImportPort {
  var session: ImportSession

  private let size: Int
  private let progress: ((ImportProgress) -> Void)?
  private var records = 0
  private var offset = 0
  /// So many records lie between two reports of progress.
  private static let step = 1_000

  init(_ session: ImportSession, size: Int, progress: ((ImportProgress) -> Void)?) {
    self.session = session
    self.size = size
    self.progress = progress
  }

  func put(_ record: Record) throws {
    try session.put(record)
    count()
  }

  func putIfAbsent(_ record: Record) throws {
    try session.putIfAbsent(record)
    count()
  }

  func reach(_ offset: Int) { self.offset = offset }

  private func count() {
    records += 1
    guard let progress, records.isMultiple(of: ImportPort.step), size > 0 else { return }
    progress(ImportProgress(records: records, share: Double(offset) / Double(size)))
  }

  /// Statuses of a tracker, held back until it is known which of their categories the file itself tells.
  private var statuses: [Status] = []

  func putButStatuses(_ record: Record) throws {
    guard case .status(let status) = record else { return try put(record) }
    statuses.append(status)
  }

  /// Puts the statuses; a category that is only the usual one does not go over what the store knows.
  func putStatuses(usual: [String]) throws {
    let usual = Set(usual)
    for status in statuses {
      try usual.contains(status.name) ? putIfAbsent(.status(status)) : put(.status(status))
    }
  }
}

/// Reads an export into a store: all of it in one transaction, or nothing.
package struct Importer {
  private let store: Store
  private let mapping: Mapping
  private let now: Instant
  private let zone: Zone
  private let isDryRun: Bool
  private let progress: ((ImportProgress) -> Void)?
  private let isStopped: () -> Bool

  /// - Parameters:
  ///   - store: Where the records go.
  ///   - mapping: What a person says about a tracker's names.
  ///   - now: The time of the import.
  ///   - zone: The zone of times that name none.
  ///   - isDryRun: Whether everything is taken back in the end.
  ///   - progress: Told every thousand records how far the import has come.
  ///   - isStopped: Asked all the while whether somebody wants the import no more.
  package init(
    store: Store, mapping: Mapping = Mapping(), now: Instant, zone: Zone, isDryRun: Bool = false,
    progress: ((ImportProgress) -> Void)? = nil, isStopped: @escaping () -> Bool = { false }
  ) {
    self.store = store
    self.mapping = mapping
    self.now = now
    self.zone = zone
    self.isDryRun = isDryRun
    self.progress = progress
    self.isStopped = isStopped
  }

  /// Imports the bytes of a file, as what its content tells it to be.
  ///
  /// - Throws: As ``read(_:name:as:by:)``.
  package func read(_ bytes: [UInt8], name: String, by person: Key<Person>? = nil) throws -> ImportSummary {
    try read(TrackerFile(bytes: bytes), name: name, by: person)
  }

  /// Imports a file.
  ///
  /// - Parameters:
  ///   - file: The export.
  ///   - name: What to call the file in the journal.
  ///   - format: What to read it as; told by its content when absent.
  ///   - person: Who imports.
  /// - Returns: What the file held, and what it changed.
  /// - Throws: ``TrackerError`` when the file is refused, ``StoreError`` when the store fails, ``ImportStopped`` when
  ///   somebody stopped it; nothing is changed then.
  package func read(
    _ file: TrackerFile, name: String, as format: Format? = nil, by person: Key<Person>? = nil
  ) throws -> ImportSummary {
    let format = try format ?? file.recognise()
    let zone = zone
    let categories = StatusCategories.usual
    let tracker = TrackerImport(
      mapping: mapping, now: now, usualCategory: { categories[Folding.words(of: $0).joined(separator: " ")] },
      offset: { zone.offset(at: Instant(seconds: $0)) })
    var report: Report?
    let isOurs = format == .gangway
    let result = try store.importing(
      isOurs ? .exact : .tracker, at: now, by: person, source: name, dryRun: isDryRun, isStopped: isStopped
    ) { session in
      var tracker = tracker
      if isOurs {
        let features = try session.featureKeys()
        tracker.isFeature = { features.contains($0) }
      }
      let port = ImportPort(session, size: file.size, progress: progress)
      let read = try tracker.read(
        file, as: format, implied: port.putIfAbsent, reached: port.reach, isOurs ? port.put : port.putButStatuses)
      try port.putStatuses(usual: read.usualStatuses)
      // An export that is known to be cut says nothing about what it does not list.
      if !isOurs, read.isComplete {
        try port.session.closeMissing(projects: read.sources, because: name)
      }
      session = port.session
      report = read
    }
    guard let report else { throw TrackerError.empty }
    return ImportSummary(name: name, report: report, result: result, isDryRun: isDryRun)
  }
}
