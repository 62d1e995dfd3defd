/// The part of an English word that its forms share: `blocks`, `blocked`, `blocking`, `blocker` are one.
///
/// A few endings are taken off, lighter than Porter, "An algorithm for suffix stripping" (1980): two words that fall
/// together wrongly cost more than two that stay apart.
enum Stem {
  static func of(_ word: String) -> String {
    let bytes = Array(word.utf8)
    guard bytes.count > 3, bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
    var stem = bytes[...]
    if ends(stem, "ies"), stem.count > 4 {
      stem = stem.dropLast(3) + Array("y".utf8)
    } else if ends(stem, "sses") || ends(stem, "xes") || ends(stem, "ches") || ends(stem, "shes") {
      stem = stem.dropLast(2)
    } else if ends(stem, "s"), !ends(stem, "ss"), !ends(stem, "us"), !ends(stem, "is") {
      stem = stem.dropLast()
    }
    for ending in ["ing", "ed", "er"] where ends(stem, ending) {
      let rest = stem.dropLast(ending.utf8.count)
      guard rest.count >= 3, rest.contains(where: isVowel) else { break }
      stem = rest
      if let last = stem.last, stem.dropLast().last == last, !Self.doubled.contains(last) { stem = stem.dropLast() }
      break
    }
    if stem.count > 3, stem.last == UInt8(ascii: "e") { stem = stem.dropLast() }
    return String(decoding: stem, as: UTF8.self)
  }

  /// Letters that stay doubled: `tell`, `pass`, `buzz`.
  private static let doubled: [UInt8] = Array("lsz".utf8)

  private static func ends(_ bytes: ArraySlice<UInt8>, _ ending: String) -> Bool {
    bytes.count > ending.utf8.count && bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    "aeiouy".utf8.contains(byte)
  }
}
