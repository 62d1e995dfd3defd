/// Distance between words as people mistype them.
enum EditDistance {
  /// How many edits a word of a length may hold and still be taken for another.
  static func allowed(forLength length: Int) -> Int {
    length <= 3 ? 0 : length <= 5 ? 1 : 2
  }

  /// Longer words are compared for equality only.
  static let longest = 40

  /// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, none edited twice.
  ///
  /// After Boytsov, "Indexing methods for approximate dictionary searching" (2011), section 2.2.
  ///
  /// - Returns: The distance, or nothing when it exceeds the limit.
  /// - Complexity: O(*n* · *m*), at most 40 · 40 steps.
  static func between(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
    guard abs(one.count - other.count) <= limit else { return nil }
    guard one.count <= longest, other.count <= longest else { return one.elementsEqual(other) ? 0 : nil }
    let width = other.count + 1
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * width) { rows in
      for column in 0..<width { rows[width + column] = UInt8(column) }
      var (before, previous, current) = (0, width, 2 * width)
      for row in 0..<one.count {
        rows[current] = UInt8(row + 1)
        var least = rows[current]
        for column in 0..<other.count {
          let same = one[row] == other[column]
          var cost = rows[previous + column] + (same ? 0 : 1)
          cost = min(cost, rows[previous + column + 1] + 1, rows[current + column] + 1)
          if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
            cost = min(cost, rows[before + column - 1] + 1)
          }
          rows[current + column + 1] = cost
          least = min(least, cost)
        }
        if Int(least) > limit { return nil }
        (before, previous, current) = (previous, current, before)
      }
      let distance = Int(rows[previous + other.count])
      return distance <= limit ? distance : nil
    }
  }

  /// The distance between two folded words within what the typed word's length allows.
  static func between(typed: String, _ word: String) -> Int? {
    typed == word ? 0 : between(typed, word, limit: allowed(forLength: typed.utf8.count))
  }

  static func between(_ one: String, _ other: String, limit: Int) -> Int? {
    var (one, other) = (one, other)
    return one.withUTF8 { left in other.withUTF8 { right in between(left, right, limit: limit) } }
  }
}

/// Which letters a word holds, to pass over words that cannot be near.
enum LetterMask {
  /// One of 24 bits for each letter or digit; other bytes share the bits.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var mask: UInt32 = 0
    for byte in bytes { mask |= 1 << UInt32((byte &* 7) % 24) }
    return mask
  }

  /// Whether two words may lie within some edits: each edit changes at most two bits.
  static func mayBeNear(_ one: UInt32, _ other: UInt32, edits: Int) -> Bool {
    (one ^ other).nonzeroBitCount <= 2 * edits
  }
}
