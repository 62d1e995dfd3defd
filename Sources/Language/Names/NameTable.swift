/// Names in memory, found by word, updated in place.
package struct NameTable: NameIndex, Sendable {
  private struct Name: Sendable {
    var record: NamedRecord
    var words: [String]
  }

  private struct Identity: Hashable, Sendable {
    var kind: SlotKind
    var key: String
  }

  private var names: [Name?] = []
  private var numbers: [Identity: [Int]] = [:]

  /// The names that hold a word, in order.
  private var postings: [String: [NameEntry]] = [:]

  /// The names that hold a word more than once, in order.
  private var doubled: [String: [NameEntry]] = [:]

  /// The names that consist of some words, which are sorted.
  private var wholes: [[String]: [Int]] = [:]

  /// The words that may be meant by what is left of a word, by code; see ``SpellingCodes``.
  private var spellings: [Int64: [String]] = [:]

  package init(_ names: some Sequence<NamedRecord> = []) {
    for name in names { insert(name) }
  }

  package var isEmpty: Bool { postings.isEmpty }

  // MARK: Changing

  /// Adds a name; one record may have many.
  ///
  /// - Complexity: O(*n*) in the number of names that hold one of its words, by moving them up.
  package mutating func insert(_ name: NamedRecord) {
    let words = Folding.words(of: name.alias)
    let entry = NameEntry(size: words.count, number: names.count)
    names.append(Name(record: name, words: words))
    numbers[Identity(kind: name.kind, key: name.key), default: []].append(entry.number)
    wholes[words.sorted(), default: []].append(entry.number)
    for (index, word) in words.enumerated() {
      if words[..<index].contains(word) {
        Self.add(entry, to: &doubled[word, default: []])
        continue
      }
      if postings[word] == nil {
        for code in SpellingCodes.codes(of: word) { spellings[code, default: []].append(word) }
      }
      Self.add(entry, to: &postings[word, default: []])
    }
  }

  private static func add(_ entry: NameEntry, to entries: inout [NameEntry]) {
    let place = place(of: entry, in: entries[...])
    if place == entries.endIndex || entries[place] != entry { entries.insert(entry, at: place) }
  }

  /// Takes every name of a record out.
  package mutating func remove(kind: SlotKind, key: String) {
    for number in numbers.removeValue(forKey: Identity(kind: kind, key: key)) ?? [] {
      guard let name = names[number] else { continue }
      names[number] = nil
      wholes[name.words.sorted()]?.removeAll { $0 == number }
      for word in Set(name.words) {
        doubled[word]?.removeAll { $0.number == number }
        postings[word]?.removeAll { $0.number == number }
        if postings[word]?.isEmpty == true { forget(word) }
      }
    }
  }

  private mutating func forget(_ word: String) {
    postings[word] = nil
    for code in SpellingCodes.codes(of: word) {
      spellings[code]?.removeAll { $0 == word }
      if spellings[code]?.isEmpty == true { spellings[code] = nil }
    }
  }

  private static func place(of entry: NameEntry, in entries: ArraySlice<NameEntry>) -> Int {
    var (low, high) = (entries.startIndex, entries.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < entry { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Looking up

  package func names(holding word: String, limit: Int) -> [NameEntry] {
    Array((postings[word] ?? []).prefix(limit))
  }

  package func names(holding word: String, and other: String, limit: Int) -> [NameEntry] {
    guard let one = postings[word], let two = postings[other] else { return [] }
    return word == other
      ? Array((doubled[word] ?? []).prefix(limit)) : Self.intersection(one[...], two[...], limit: limit)
  }

  package func names(of words: [String], limit: Int) -> [NameEntry] {
    (wholes[words.sorted()] ?? []).prefix(limit).map { NameEntry(size: words.count, number: $0) }
  }

  package func name(_ number: Int) -> (record: NamedRecord, words: [String])? {
    guard names.indices.contains(number), let name = names[number] else { return nil }
    return (name.record, name.words)
  }

  package func words(resembling word: String) -> [SimilarWord] {
    guard var search = SimilarWordSearch(for: word) else { return [] }
    for code in search.codes { for other in spellings[code] ?? [] { search.offer(other) } }
    return search.found
  }

  /// What two ascending lists share.
  ///
  /// - Complexity: O(*n* log *m*) for a short list and a long one: each entry is sought in leaps, after Bentley and
  ///   Yao, "An almost optimal algorithm for unbounded searching" (1976).
  private static func intersection(
    _ one: ArraySlice<NameEntry>, _ other: ArraySlice<NameEntry>, limit: Int
  ) -> [NameEntry] {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    var common: [NameEntry] = []
    var rest = long.startIndex
    for entry in short where common.count < limit {
      if short.count * 8 < long.count {
        var leap = 1
        while rest + leap < long.endIndex, long[rest + leap] < entry { leap *= 2 }
        rest = place(of: entry, in: long[rest..<min(rest + leap + 1, long.endIndex)])
      } else {
        while rest < long.endIndex, long[rest] < entry { rest += 1 }
      }
      guard rest < long.endIndex else { break }
      if long[rest] == entry { common.append(entry) }
    }
    return common
  }
}
