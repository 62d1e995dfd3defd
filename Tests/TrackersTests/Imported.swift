import Delivery
import Times
import Trackers

/// Everything that a text gave, sorted by kind.
struct Imported {
  var report: Report
  var records: [Record] = []

  init(
    _ text: String, mapping: Mapping = Mapping(), usual: [String: Status.Category] = [:],
    offset: (@Sendable (Int64) -> Int)? = nil
  ) throws {
    try self.init(bytes: Array(text.utf8), mapping: mapping, usual: usual, offset: offset)
  }

  init(
    bytes: [UInt8], mapping: Mapping = Mapping(), usual: [String: Status.Category] = [:],
    offset: (@Sendable (Int64) -> Int)? = nil
  ) throws {
    var records: [Record] = []
    let reading = TrackerImport(
      mapping: mapping, now: Instant(seconds: 1_700_000_000), usualCategory: { usual[$0.lowercased()] }, offset: offset)
    report = try reading.read(TrackerFile(bytes: bytes)) { records.append($0) }
    self.records = records
  }

  var items: [Item] {
    records.compactMap { if case .item(let item) = $0, !item.outside { item } else { nil } }
  }

  var outsideItems: [Item] {
    records.compactMap { if case .item(let item) = $0, item.outside { item } else { nil } }
  }

  var dependencies: [Dependency] { records.compactMap { if case .dependency(let value) = $0 { value } else { nil } } }
  var people: [Person] { records.compactMap { if case .person(let value) = $0 { value } else { nil } } }
  var teams: [Team] { records.compactMap { if case .team(let value) = $0 { value } else { nil } } }
  var features: [Feature] { records.compactMap { if case .feature(let value) = $0 { value } else { nil } } }
  var releases: [Release] { records.compactMap { if case .release(let value) = $0 { value } else { nil } } }
  var statuses: [Status] { records.compactMap { if case .status(let value) = $0 { value } else { nil } } }

  /// The links as `waiting < blocker`.
  var edges: [String] { dependencies.map { "\($0.waiting.key) < \($0.blocker.key)" } }

  func item(_ key: String) -> Item? { items.first { $0.key.text == key } }
}

/// The error that a text is refused with.
func refusal(of text: String) -> TrackerError? {
  refusal(of: Array(text.utf8))
}

func refusal(of bytes: [UInt8]) -> TrackerError? {
  do {
    _ = try Imported(bytes: bytes)
    return nil
  } catch let error as TrackerError {
    return error
  } catch {
    return nil
  }
}
