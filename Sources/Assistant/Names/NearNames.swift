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
    var scores: [String: Int] = [:]
    for word in Folding.words(of: said) {
      let near = [word] + index.words(resembling: word).prefix(3).map(\.word)
      for candidate in Set(near) {
        for name in index.names(holding: candidate, limit: 50) where name.kind == kind {
          scores[name.name, default: 0] += candidate == word ? 2 : 1
        }
      }
    }
    try index.check()
    return scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4).map(\.key)
  }
}
