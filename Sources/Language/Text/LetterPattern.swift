/// A word that many others are compared with: its letters as bits, so that a column of the table is a few operations.
///
/// After Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003).
struct LetterPattern {
  /// In which places of the word each byte stands.
  private let places: [UInt64]
  private let length: Int
  private let mask: UInt32

  /// - Parameter word: A word in ASCII, of at most 64 letters.
  init(_ word: some Collection<UInt8>) {
    var places = [UInt64](repeating: 0, count: 128)
    for (index, byte) in word.enumerated() { places[Int(byte & 0x7F)] |= 1 << UInt64(index) }
    self.places = places
    length = word.count
    mask = LetterMask.of(word)
  }

  /// The optimal string alignment distance to another word in ASCII, or nothing when it exceeds the limit.
  ///
  /// - Complexity: O(*n*) in the length of the other word.
  func distance(to other: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
    guard abs(other.count - length) <= limit, length > 0,
      LetterMask.mayBeNear(LetterMask.of(other), mask, edits: limit)
    else { return nil }
    let last = UInt64(1) << UInt64(length - 1)
    var (distance, rest) = (length, other.count)
    // Where a column rises and falls from row to row, the diagonals that stay, and the letters before.
    var (rises, falls, level, before) = (UInt64.max, UInt64(0), UInt64(0), UInt64(0))
    for byte in other {
      let here = places[Int(byte & 0x7F)]
      let swapped = ((~level & here) << 1) & before
      level = (((here & rises) &+ rises) ^ rises) | here | falls | swapped
      var across = falls | ~(level | rises)
      let back = level & rises
      rest -= 1
      if across & last != 0 { distance += 1 } else if back & last != 0 { distance -= 1 }
      // Every letter that is left can make up for one edit.
      if distance - rest > limit { return nil }
      across = across << 1 | 1
      rises = back << 1 | ~(level | across)
      falls = across & level
      before = here
    }
    return distance <= limit ? distance : nil
  }
}
