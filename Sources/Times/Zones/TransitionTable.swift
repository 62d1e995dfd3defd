/// The transitions of a TZif file, read from its bytes when asked (RFC 8536, version 1 to 4).
struct TransitionTable: Hashable, Sendable {
  private let bytes: [UInt8]
  private let times: Int
  private let types: Int
  private let localTypes: Int
  private let count: Int
  private let typeCount: Int

  /// 4 in the first block, 8 in the second.
  private let width: Int

  /// The rule after the last transition, as written in the file; empty when it has none.
  let footer: ArraySlice<UInt8>

  /// Checks every length of the file against its bytes.
  ///
  /// - Throws: ``ZoneError/damaged(_:)``.
  init(_ bytes: [UInt8], name: String) throws(ZoneError) {
    guard var header = TransitionHeader(bytes, at: 0) else { throw .damaged(name) }
    var start = 44
    var width = 4
    var footer: ArraySlice<UInt8> = []
    if header.version >= UInt8(ascii: "2") {
      let second = start + header.length(width: 4)
      guard let wide = TransitionHeader(bytes, at: second) else { throw .damaged(name) }
      header = wide
      start = second + 44
      width = 8
    }
    let end = start + header.length(width: width)
    guard end <= bytes.count, header.typeCount > 0 else { throw .damaged(name) }
    if width == 8, end < bytes.count, bytes[end] == 10,
      let close = bytes[(end + 1)...].firstIndex(of: 10)
    {
      footer = bytes[(end + 1)..<close]
    }
    self.bytes = bytes
    self.width = width
    self.footer = footer
    count = header.timeCount
    typeCount = header.typeCount
    times = start
    types = times + count * width
    localTypes = types + count
    for index in 0..<count where Int(bytes[types + index]) >= typeCount { throw .damaged(name) }
  }

  /// The offset at the second, or nothing after the last transition when the footer's rule takes over.
  ///
  /// - Complexity: O(log *n*) in the transitions.
  func offset(at second: Int64) -> Int? {
    guard count > 0, second >= time(0) else {
      return count == 0 && !footer.isEmpty ? nil : offset(ofType: 0)
    }
    if second >= time(count - 1), !footer.isEmpty { return nil }
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if time(middle) <= second { low = middle } else { high = middle }
    }
    return offset(ofType: Int(bytes[types + low]))
  }

  /// The offset after the last transition, for files that have no footer.
  var lastOffset: Int {
    offset(ofType: count == 0 ? 0 : Int(bytes[types + count - 1]))
  }

  private func offset(ofType type: Int) -> Int {
    Int(Int32(truncatingIfNeeded: number(at: localTypes + type * 6, width: 4)))
  }

  private func time(_ index: Int) -> Int64 {
    let value = number(at: times + index * width, width: width)
    return width == 4 ? Int64(Int32(truncatingIfNeeded: value)) : value
  }

  private func number(at start: Int, width: Int) -> Int64 {
    var value: UInt64 = 0
    for index in start..<start + width { value = value << 8 | UInt64(bytes[index]) }
    return Int64(bitPattern: value)
  }
}

/// The counts at the head of a block of a TZif file.
private struct TransitionHeader {
  let version: UInt8
  let timeCount: Int
  let typeCount: Int
  private let universalCount: Int
  private let standardCount: Int
  private let leapCount: Int
  private let characterCount: Int

  init?(_ bytes: [UInt8], at start: Int) {
    guard start >= 0, start + 44 <= bytes.count, bytes[start..<start + 4].elementsEqual("TZif".utf8) else { return nil }
    version = bytes[start + 4]
    var counts: [Int] = []
    for index in 0..<6 {
      let at = start + 20 + index * 4
      let count = bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
      // No file of a place is near this long; a larger count would only overflow the sum below.
      guard count <= 1_000_000 else { return nil }
      counts.append(count)
    }
    universalCount = counts[0]
    standardCount = counts[1]
    leapCount = counts[2]
    timeCount = counts[3]
    typeCount = counts[4]
    characterCount = counts[5]
  }

  func length(width: Int) -> Int {
    timeCount * (width + 1) + typeCount * 6 + characterCount + leapCount * (width + 4) + standardCount + universalCount
  }
}
