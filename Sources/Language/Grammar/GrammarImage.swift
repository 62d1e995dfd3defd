/// The compiled form of a grammar: columns of small numbers and a pool of texts, readable where they lie.
///
/// An image is ASCII text, so that it can stand in a source file between `#"` and `"#`: numbers are four characters of
/// six bits each, from `0` to `o`, texts are ASCII with `~` and two such characters for every other byte. Nothing is
/// decoded at start: a column reads its number from the text when asked.
package enum GrammarImage {
  /// Changes with every change of the layout.
  static let version = UInt8(ascii: "2")

  static let headerLength = 8

  /// The columns in the order of their places in the header.
  enum Section: Int, CaseIterable {
    case strings, stringStart
    case wordText, wordMask, wordConcept, wordFlags, wordTable, lengthStart
    case conceptText, conceptWeight, postingStart, postings
    case intents, slots, patterns, slotLists
    case sequences, elements
    case nodes, edges, terminals, entries
    case shorthand
    case profileKeys, profileStart, profileRarity, profile, profileBlocks, profileBase
  }

  static let numberWidth = 4
  static let largest = 1 << 24 - 1

  static func append(_ number: Int, to bytes: inout [UInt8]) {
    precondition(number >= 0 && number < 1 << 24, "a grammar is too large for its image")
    for shift in [0, 6, 12, 18] { bytes.append(0x30 + UInt8(number >> shift & 0x3F)) }
  }

  /// A text as it stands in the pool; words of plain letters and digits stand as they are.
  static func encoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x23, 0x5C, 0x7B...0xFF, 0..<0x20:
        bytes += [UInt8(ascii: "~"), 0x30 + (byte & 0x3F), 0x30 + (byte >> 6)]
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "~")) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "~"), index + 2 < bytes.count {
        text.append((bytes[index + 1] &- 0x30) & 0x3F | (bytes[index + 2] &- 0x30) << 6)
        index += 3
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// FNV-1a, 32 bits: stable between builds, machines and runs.
  ///
  /// Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm" (IETF draft).
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  /// Puts columns and texts into one image.
  static func assemble(_ columns: [Section: [Int]], strings: [[UInt8]]) -> [UInt8] {
    var pool: [UInt8] = []
    var starts: [Int] = []
    for string in strings {
      starts.append(pool.count)
      pool += string
    }
    starts.append(pool.count)
    var columns = columns
    columns[.stringStart] = starts

    var body: [UInt8] = []
    var header: [UInt8] = []
    let bodyStart = headerLength + Section.allCases.count * 2 * numberWidth
    for section in Section.allCases {
      append(bodyStart + body.count, to: &header)
      if section == .strings {
        append(pool.count, to: &header)
        body += pool
      } else {
        let numbers = columns[section] ?? []
        append(numbers.count, to: &header)
        for number in numbers { append(number, to: &body) }
      }
    }
    var image = Array("GWG".utf8) + [version]
    append(bodyStart + body.count, to: &image)
    return image + header + body
  }
}

/// A column of an image: numbers read in place.
struct Column {
  let base: UnsafePointer<UInt8>
  let count: Int

  @inline(__always)
  subscript(index: Int) -> Int {
    precondition(index >= 0 && index < count, "outside the grammar's image")
    let at = base + index * GrammarImage.numberWidth
    return Int(at[0] &- 0x30) | Int(at[1] &- 0x30) << 6 | Int(at[2] &- 0x30) << 12 | Int(at[3] &- 0x30) << 18
  }
}
