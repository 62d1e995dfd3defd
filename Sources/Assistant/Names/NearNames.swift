package import Language
package import Store

/// The names that come nearest to one that nobody bears.
package struct NearNames {
  private let snapshot: Snapshot

  package init(snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  /// At most four full names that share a word with the one given, or nearly do.
  package func names(like said: String, kind: SlotKind) throws -> [String] {
    if kind == .item { return try snapshot.itemKeys(like: said, limit: 4) }
    let index = StoreNames(snapshot: snapshot)
    var scores: [Int: Int] = [:]
    for word in Folding.words(of: said) {
      for entry in index.names(holding: word, limit: Self.limit) { scores[entry.number, default: 0] += 2 }
      for similar in index.words(resembling: word).prefix(3) {
        for entry in index.names(holding: similar.word, limit: Self.limit) { scores[entry.number, default: 0] += 1 }
      }
    }
    var best: [String: Int] = [:]
    for (number, score) in scores.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      guard let name = index.name(number)?.record, name.kind == kind else { continue }
      best[name.name] = max(best[name.name] ?? 0, score)
      if best.count == Self.compared { break }
    }
    try index.check()
    return best.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4).map(\.key)
  }

  /// So many names are looked at that hold a word, and so many different ones of the right kind in all.
  private static let limit = 50
  private static let compared = 16
}
