/// Distance between words as people mistype them.
enum EditDistance {
  /// How many edits a word of a length may hold and still be taken for another.
  static func allowed(forLength length: Int) -> Int {
    length <= 3 ? 0 : length <= 5 ? 1 : most
  }

  /// No word may hold more.
  static let most = 2

  /// Longer words are compared for equality only.
  static let longest = 40

  /// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours, none edited twice.
  ///
  /// After Boytsov, "Indexing methods for approximate dictionary searching" (2011), section 2.2.
  ///
  /// - Returns: The distance, or nothing when it exceeds the limit.
  /// - Complexity: O(*n* · *m*), at most 40 · 40 steps.
  static func between<Letter: FixedWidthInteger>(
    _ one: UnsafeBufferPointer<Letter>, _ other: UnsafeBufferPointer<Letter>, limit: Int
  ) -> Int? {
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
    typed == word ? 0 : between(typed, word, limit: allowed(forLength: letters(of: typed)))
  }

  /// The distance between two folded words, counted in letters of whatever script.
  static func between(_ one: String, _ other: String, limit: Int) -> Int? {
    var (one, other) = (one, other)
    if isPlain(one), isPlain(other) {
      return one.withUTF8 { left in
        other.withUTF8 { right in
          abs(left.count - right.count) <= limit
            && LetterMask.mayBeNear(LetterMask.of(left), LetterMask.of(right), edits: limit)
            ? between(left, right, limit: limit) : nil
        }
      }
    }
    let (left, right) = (one.unicodeScalars.map(\.value), other.unicodeScalars.map(\.value))
    return left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in between(left, right, limit: limit) }
    }
  }

  /// How many letters a folded word has.
  static func letters(of word: String) -> Int {
    isPlain(word) ? word.utf8.count : word.unicodeScalars.count
  }

  private static func isPlain(_ word: String) -> Bool {
    word.utf8.allSatisfy { $0 < 0x80 }
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
