/// Numbers that words a few slips apart share, so that a misspelt word finds those it may stand for.
///
/// After Garbe's symmetric delete (SymSpell, 2012): whatever the slips were, leaving out a letter for each of them on
/// both sides makes the two words equal. A number is the hash of what remains; only the first letters of a word count,
/// which keeps the numbers few and loses nothing, as letters that are pushed out are left out as well.
package enum SpellingCodes {
  /// Letters beyond these are not looked at.
  private static let prefix = 8

  /// The codes of a word, each once, the word's own first.
  ///
  /// - Returns: 37 at most; none for words that are never taken for others: short ones, very long ones, numbers.
  package static func codes(of word: String) -> [Int64] {
    let letters = word.unicodeScalars.prefix(EditDistance.longest + 1).map(\.value)
    guard letters.count > 2, letters.count <= EditDistance.longest,
      !word.utf8.contains(where: { (0x30...0x39).contains($0) })
    else { return [] }
    let start = letters.prefix(prefix)
    let dropped = EditDistance.allowed(forLength: letters.count)
    var codes = [hash(start, without: -1, -1)]
    func add(_ code: Int64) { if !codes.contains(code) { codes.append(code) } }
    guard dropped > 0 else { return codes }
    codes.reserveCapacity(37)
    for first in start.indices {
      add(hash(start, without: first, -1))
      guard dropped > 1 else { continue }
      for second in start.indices where second > first { add(hash(start, without: first, second)) }
    }
    return codes
  }

  /// Fowler, Noll and Vo's hash (FNV-1a) over letters, in 48 bits: SQLite stores those in six bytes.
  private static func hash(_ letters: ArraySlice<UInt32>, without first: Int, _ second: Int) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in letters.indices where index != first && index != second {
      hash = (hash ^ UInt64(letters[index])) &* 0x100_0000_01B3
    }
    return Int64((hash ^ hash >> 48) & 0xFFFF_FFFF_FFFF)
  }
}
