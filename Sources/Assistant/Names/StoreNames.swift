import Delivery
import Language
import Store

/// The store's names as the reader looks them up: by index, and word by word only when a spelling is unknown.
final class StoreNames: NameIndex {
  private let search: NameSearch?
  private var failure: (any Error)?

  init(snapshot: Snapshot) {
    do {
      search = try NameSearch(snapshot)
    } catch {
      search = nil
      failure = error
    }
  }

  /// Throws what the store threw while names were looked up; the reader itself cannot fail.
  func check() throws {
    if let failure { throw failure }
  }

  func names(holding word: String, limit: Int) -> [NameEntry] {
    entries { try $0.names(holding: word, limit: limit) }
  }

  func names(holding word: String, and other: String, limit: Int) -> [NameEntry] {
    entries { try $0.names(holdingAll: [word, other], limit: limit) }
  }

  func names(of words: [String], limit: Int) -> [NameEntry] {
    if words.count == 1 { return names(holding: words[0], limit: limit).filter { $0.size == 1 } }
    return entries { try $0.names(holdingAll: words, limit: limit) }.filter { $0.size == words.count }
  }

  func name(_ number: Int) -> (record: NamedRecord, words: [String])? {
    let found = attempt { try $0.name(number) } ?? nil
    guard let found, let kind = SlotKind(rawValue: found.target.kind.rawValue) else { return nil }
    let record = NamedRecord(kind: kind, key: found.target.key, name: found.name, alias: found.alias)
    return (record, Folding.words(of: found.alias))
  }

  func words(resembling word: String) -> [SimilarWord] {
    guard var similar = SimilarWordSearch(for: word) else { return [] }
    _ = attempt { search in try search.words(spelledAs: similar.codes) { similar.offer($0) } }
    return similar.found
  }

  private func entries(_ look: (NameSearch) throws -> [(size: Int, number: Int)]) -> [NameEntry] {
    (attempt(look) ?? []).map { NameEntry(size: $0.size, number: $0.number) }
  }

  /// Looks once more unless the store has failed already.
  private func attempt<Value>(_ look: (NameSearch) throws -> Value) -> Value? {
    guard failure == nil, let search else { return nil }
    do {
      return try look(search)
    } catch {
      failure = error
      return nil
    }
  }
}
