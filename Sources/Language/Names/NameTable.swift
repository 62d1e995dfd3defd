/// Names in memory, found by word, updated in place.
package struct NameTable: NameIndex, Sendable {
  private var records: [NamedRecord?] = []
  private var numbers: [String: [Int]] = [:]
  private var postings: [String: [Int]] = [:]
  private var buckets: [Int: Bucket] = [:]

  /// Words of one length with the letters they hold, side by side so that a scan touches little.
  private struct Bucket: Sendable {
    var masks: [UInt32] = []
    var words: [String] = []
  }

  package init(_ names: some Sequence<NamedRecord> = []) {
    for name in names { insert(name) }
  }

  package var isEmpty: Bool { postings.isEmpty }

  /// Adds a name; one record may have many.
  package mutating func insert(_ name: NamedRecord) {
    let number = records.count
    records.append(name)
    numbers[identity(name.kind, name.key), default: []].append(number)
    for word in Set(Folding.words(of: name.alias)) {
      if postings[word] == nil {
        buckets[word.utf8.count, default: Bucket()].masks.append(LetterMask.of(word.utf8))
        buckets[word.utf8.count, default: Bucket()].words.append(word)
      }
      postings[word, default: []].append(number)
    }
  }

  /// Takes every name of a record out.
  package mutating func remove(kind: SlotKind, key: String) {
    for number in numbers.removeValue(forKey: identity(kind, key)) ?? [] {
      guard let name = records[number] else { continue }
      records[number] = nil
      for word in Set(Folding.words(of: name.alias)) {
        postings[word]?.removeAll { $0 == number }
        guard postings[word]?.isEmpty == true else { continue }
        postings[word] = nil
        guard let place = buckets[word.utf8.count]?.words.firstIndex(of: word) else { continue }
        buckets[word.utf8.count]?.words.remove(at: place)
        buckets[word.utf8.count]?.masks.remove(at: place)
      }
    }
  }

  private func identity(_ kind: SlotKind, _ key: String) -> String {
    "\(kind.rawValue) \(key)"
  }

  package func names(holding word: String, limit: Int) -> [NamedRecord] {
    guard let numbers = postings[word] else { return [] }
    return numbers.prefix(limit).compactMap { records[$0] }
  }

  package func names(holdingAll words: [String], limit: Int) -> [NamedRecord] {
    var lists = words.compactMap { postings[$0] }.sorted { $0.count < $1.count }
    guard lists.count == words.count, !lists.isEmpty else { return [] }
    var common = lists.removeFirst()
    // Lists ascend, as numbers only grow.
    for list in lists { common = Self.intersection(common, list) }
    return common.prefix(limit).compactMap { records[$0] }
  }

  private static func intersection(_ one: [Int], _ other: [Int]) -> [Int] {
    var (common, left, right) = ([Int](), 0, 0)
    while left < one.count, right < other.count {
      if one[left] == other[right] {
        common.append(one[left])
        left += 1
        right += 1
      } else if one[left] < other[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return common
  }

  package func words(resembling word: String) -> [SimilarWord] {
    let length = word.utf8.count
    let edits = EditDistance.allowed(forLength: length)
    guard edits > 0, length <= EditDistance.longest else { return [] }
    let mask = LetterMask.of(word.utf8)
    var found: [SimilarWord] = []
    for near in length - edits...length + edits {
      guard let bucket = buckets[near] else { continue }
      for index in bucket.masks.indices where LetterMask.mayBeNear(bucket.masks[index], mask, edits: edits) {
        let other = bucket.words[index]
        guard let distance = EditDistance.between(word, other, limit: edits) else { continue }
        found.append(SimilarWord(word: other, edits: distance))
      }
    }
    return found.sorted { ($0.edits, $0.word) < ($1.edits, $1.word) }
  }
}
