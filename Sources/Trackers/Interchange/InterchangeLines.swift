import Delivery
import Interchange
import Times

/// Reads the interchange: JSON Lines, one record a line, in any order.
///
/// A kind that is not known is skipped and told, so that a newer export can be read; a broken line refuses the file.
struct InterchangeLines {
  let file: TrackerFile
  let now: Instant
  /// Whether a key is a feature's beyond this file.
  let isFeature: @Sendable (String) -> Bool
  /// Told how many bytes are read.
  let reached: ((Int) -> Void)?

  func read(implied: (Record) throws -> Void, _ body: (Record) throws -> Void) throws -> Report {
    var report = Report(format: .gangway)
    report.hasHistory = true
    // Lines of links may tell ends by bare keys, which only the whole file can explain.
    var links: [(line: Int, json: JSON)] = []
    var ends: [(waiting: Reference, blocker: Reference)] = []
    var features: Set<String> = []
    var items: Set<String> = []

    func take(_ json: JSON, _ number: Int) throws {
      let line: RecordLine
      do throws(LineError) {
        line = try RecordLine(json, now: now) { key in
          !items.contains(key) && (features.contains(key) || isFeature(key))
        }
      } catch LineError.unknownKind(let kind) {
        report.skipped.append(Skipped(.line(number), .unknownKind(kind)))
        return
      } catch {
        throw TrackerError.brokenLine(line: number, reason: error.description)
      }
      switch line.record {
      case .item(let item):
        if item.outside { report.outsideItems += 1 } else { report.items += 1 }
        if !item.outside { items.insert(item.key.text) }
      case .feature(let feature): features.insert(feature.key.text)
      case .person: report.people += 1
      case .dependency(let dependency):
        report.dependencies += 1
        ends.append((dependency.waiting, dependency.blocker))
      default: break
      }
      try body(line.record)
      if let record = line.implied { try implied(record) }
    }

    try forEachLine { number, json in
      report.records += 1
      if json["kind"]?.text == Kind.dependency.rawValue {
        links.append((number, json))
      } else {
        try take(json, number)
      }
    }
    for (number, json) in links { try take(json, number) }
    func isOutside(_ end: Reference) -> Bool { end.kind == .item && !items.contains(end.key) }
    report.outside = ends.count { isOutside($0.waiting) || isOutside($0.blocker) }
    // An export of a store says nothing about what a tracker still holds.
    report.isComplete = false
    guard report.records > 0 else { throw TrackerError.empty }
    return report
  }

  private func forEachLine(_ body: (Int, JSON) throws -> Void) throws {
    try file.withBytes { bytes in
      var number = 0
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        number += 1
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        start = end + 1
        guard line.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { continue }
        let json: JSON
        do throws(JSONError) {
          json = try JSONReader.value(of: line)
        } catch {
          throw TrackerError.brokenLine(line: number, reason: JSONError.words(error.reason))
        }
        try body(number, json)
        reached?(start)
      }
    }
  }
}
