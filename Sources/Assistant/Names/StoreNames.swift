import Delivery
import Language
import Store

/// The store's names as the reader looks them up: by index, and word by word only when a spelling is unknown.
final class StoreNames: NameIndex {
  private let snapshot: Snapshot
  private var failure: (any Error)?

  init(snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  /// Throws what the store threw while names were looked up; the reader itself cannot fail.
  func check() throws {
    if let failure { throw failure }
  }

  func names(holding word: String, limit: Int) -> [NamedRecord] {
    names(holdingAll: [word], limit: limit)
  }

  func names(holdingAll words: [String], limit: Int) -> [NamedRecord] {
    guard failure == nil else { return [] }
    do {
      return try snapshot.names(holdingAll: words, limit: limit).compactMap { name in
        SlotKind(rawValue: name.target.kind.rawValue).map {
          NamedRecord(kind: $0, key: name.target.key, name: name.name, alias: name.alias)
        }
      }
    } catch {
      failure = error
      return []
    }
  }

  func words(resembling word: String) -> [SimilarWord] {
    guard failure == nil, var search = SimilarWordSearch(for: word) else { return [] }
    do {
      try snapshot.nameWords { search.offer($0) }
      return search.found
    } catch {
      failure = error
      return []
    }
  }
}
