/// Numbers for sets of words, whatever their order, by which the names that hold them are found.
enum WordSet {
  /// In longer names only words that stand near each other are paired.
  private static let paired = 6
  private static let reach = 2

  /// The codes under which a name is kept: one for each two of its words, and one for all of them.
  static func codes(ofNameOf words: [String]) -> Set<Int64> {
    guard words.count > 1 else { return [] }
    let hashes = words.map(hash)
    var codes: Set<Int64> = [code(hashes)]
    for first in hashes.indices {
      let last = hashes.count > paired ? min(first + reach, hashes.count - 1) : hashes.count - 1
      for second in first + 1..<max(first, last) + 1 { codes.insert(code([hashes[first], hashes[second]])) }
    }
    return codes
  }

  /// The code of some words.
  static func code(of words: [String]) -> Int64 {
    code(words.map(hash))
  }

  /// A sum does not mind the order; 48 bits are stored in six bytes, and whoever looks compares the words.
  private static func code(_ hashes: [UInt64]) -> Int64 {
    Int64(mixed(hashes.reduce(UInt64(hashes.count)) { $0 &+ mixed($1) }) & 0xFFFF_FFFF_FFFF)
  }

  /// Fowler, Noll and Vo's hash (FNV-1a).
  private static func hash(_ word: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// Spreads a number over all bits, after Stafford's thirteenth mixer as SplitMix64 uses it.
  private static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
