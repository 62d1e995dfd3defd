import Interchange

extension TrackerFile {
  /// Tells the format by what the file holds.
  ///
  /// - Throws: ``TrackerError`` that says what the file looks like instead, and what to export.
  /// - Complexity: Reads no further than the first record or header.
  package func recognise() throws(TrackerError) -> Format {
    do {
      return try withBytes { bytes in
        try TrackerFile.refuseBinary(bytes)
        guard let first = bytes.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
          throw TrackerError.empty
        }
        return switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["): try JSONShape.format(of: bytes)
        default: try TableShape.format(of: bytes)
        }
      }
    } catch let error as TrackerError {
      throw error
    } catch let error as JSONError {
      throw .damagedJSON(line: line(at: error.offset), reason: error.reason)
    } catch {
      throw .notRecognised
    }
  }

  private static func refuseBinary(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    let signatures: [(StaticString, String)] = [
      ("PK\u{3}\u{4}", "a zip archive or a spreadsheet"), ("%PDF", "a PDF document"),
      ("SQLite format 3", "a SQLite database"), ("\u{7F}ELF", "a program"),
    ]
    for (signature, name) in signatures where bytes.count >= signature.utf8CodeUnitCount {
      let start = UnsafeBufferPointer(start: signature.utf8Start, count: signature.utf8CodeUnitCount)
      if bytes.starts(with: start) { throw TrackerError.binary(looksLike: name) }
    }
    if bytes.starts(with: [0x1F, 0x8B]) { throw TrackerError.binary(looksLike: "a gzip archive") }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw TrackerError.binary(looksLike: "an old spreadsheet") }
    if bytes.prefix(4_096).contains(0) { throw TrackerError.binary(looksLike: nil) }
    if bytes.first == UInt8(ascii: "<") {
      throw TrackerError.notReadYet(
        product: "an HTML or XML page",
        instead: "Export the issues as CSV or JSON instead; a page often means that "
          + "the download needed a login.")
    }
  }
}
