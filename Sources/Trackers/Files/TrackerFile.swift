import Interchange

/// The bytes of an export, as UTF-8, ready to be recognised and read.
///
/// A byte order mark is passed over, and UTF-16, as some shells and spreadsheets write it, is turned into UTF-8.
/// What the file is called plays no part.
package struct TrackerFile: Sendable {
  let bytes: [UInt8]
  /// Where the text begins, behind a byte order mark.
  let start: Int

  package init(bytes: [UInt8]) {
    self.bytes = TrackerFile.fromUTF16(bytes) ?? bytes
    start = self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The length in bytes, as it is read.
  package var size: Int { bytes.count }

  package init(text: String) {
    self.init(bytes: Array(text.utf8))
  }

  /// Lends the bytes behind the mark.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start...])) }
  }

  /// The number of the line in which a byte behind the mark stands.
  func line(at offset: Int) -> Int {
    1 + bytes[start..<min(bytes.count, start + offset)].count { $0 == 0x0A }
  }

  /// Reads the file's JSON from its first byte on; failures to read name the line.
  func readJSON<Result>(_ body: (inout JSONReader) throws -> Result) throws -> Result {
    do {
      return try withBytes { bytes in
        var reader = JSONReader(bytes)
        return try body(&reader)
      }
    } catch let error as JSONError {
      throw TrackerError.damagedJSON(line: line(at: error.offset), reason: error.reason)
    } catch Interruption.json(let error) {
      throw TrackerError.damagedJSON(line: line(at: error.offset), reason: error.reason)
    } catch Interruption.other(let error) {
      throw error
    }
  }

  private static func fromUTF16(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 2, bytes.count.isMultiple(of: 2) else { return nil }
    let isLittle = bytes[0] == 0xFF && bytes[1] == 0xFE
    let isBig = bytes[0] == 0xFE && bytes[1] == 0xFF
    guard isLittle || isBig else { return nil }
    let units = stride(from: 2, to: bytes.count, by: 2).map { index -> UInt16 in
      let high = UInt16(bytes[isLittle ? index + 1 : index])
      let low = UInt16(bytes[isLittle ? index : index + 1])
      return high << 8 | low
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

/// What stops the reading of a list: broken JSON, or an error of whoever takes the records.
enum Interruption: Error, FromJSONError {
  case json(JSONError)
  case other(any Error)

  init(_ error: JSONError) {
    self = .json(error)
  }
}
