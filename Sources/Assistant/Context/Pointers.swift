import Language
import Prompts

/// Finds the words of a line that point at something said before, and at what.
struct Pointers {
  /// What the words stand for, when each stands for one record.
  private(set) var pointed: [PointedWords] = []

  /// What the words stand for when they mean several records, one set for each.
  private(set) var several: [[PointedWords]] = []

  /// Some of the words count along a list that was shown.
  var hasPosition: Bool { !several.isEmpty || pointed.contains(where: \.isPosition) }

  /// Some of the words can mean nothing but a record.
  var hasStrong: Bool { pointed.contains(where: \.isStrong) }

  var isEmpty: Bool { pointed.isEmpty && several.isEmpty }

  private let words: [String]
  private let salience: Salience

  private typealias Said = Words.Context.Pointers

  /// More records than this are never meant by one line.
  private static let mostAtOnce = 5

  init(_ tokens: [Token], focus: Focus) {
    words = tokens.map(\.text)
    salience = Salience(focus: focus)
    guard !focus.turns.isEmpty else { return }
    var index = 0
    while index < words.count {
      if let end = position(at: index) ?? other(at: index) ?? word(at: index) {
        index = end
      } else {
        index += 1
      }
    }
  }

  // MARK: Places in a list

  /// `the second one`, `the last two tickets`, `number 3`, `both`: where the words end.
  private mutating func position(at start: Int) -> Int? {
    let list = salience.list
    var index = start
    if let end = longest(Said.numbered, at: index), let number = number(at: end) {
      guard end - start == 1, number <= list.count,
        !list.contains(where: { $0.numbered != nil && $0.key == "\(number)" })
      else { return nil }
      return point(start..<end + 1, at: [list[number - 1]])
    }
    if let end = longest(Said.both, at: index) {
      let chosen = list.count == 2 ? list : pair
      return chosen.count == 2 ? point(start..<(longest(Said.ofThem, at: end) ?? end), at: chosen) : nil
    }
    if let end = longest(Said.all, at: index) {
      let count = count(at: end)
      guard let close = longest(Said.ofThem, at: end) ?? count.map({ _ in end + 1 }), isSmall(list),
        count.map({ $0 == list.count }) ?? true
      else { return nil }
      return point(start..<close, at: list)
    }
    let isArticled = Said.articles.contains(words[index])
    if isArticled { index += 1 }
    guard index < words.count, let place = place(words[index]) else { return nil }
    index += 1
    let many = count(at: index)
    if many != nil { index += 1 }
    let noun = noun(at: index)
    let isNamed = noun != nil || longest(Said.ones, at: index) != nil || longest(Said.ofThem, at: index) != nil
    guard isArticled || isNamed else { return nil }
    index = noun?.end ?? longest(Said.ones, at: index) ?? longest(Said.ofThem, at: index) ?? index
    let rows = noun.map { noun in list.filter { $0.isCalled(noun.kind) } } ?? list
    let chosen = Pointers.rows(place, many, of: rows)
    if !chosen.isEmpty { return point(start..<index, at: chosen) }
    // Where nothing was listed, the last one is the one that was spoken of last.
    guard case .last = place, many == nil, list.isEmpty else { return nil }
    return pointAtNearest(start..<index, of: noun.map { [$0.kind] } ?? Pointers.things.map { Noun(slot: $0) })
  }

  private static func rows(_ place: Place, _ many: Int?, of rows: [Mention]) -> [Mention] {
    switch place {
    case .first(let number):
      if let many { return number == 1 && many <= rows.count ? Array(rows.prefix(many)) : [] }
      return rows.indices.contains(number - 1) ? [rows[number - 1]] : []
    case .last:
      return many ?? 1 <= rows.count ? Array(rows.suffix(many ?? 1)) : []
    }
  }

  private enum Place {
    case first(Int)
    case last
  }

  private func place(_ word: String) -> Place? {
    if let index = Said.ordinals.firstIndex(of: word) { return .first(index + 1) }
    if Said.last.contains(word) { return .last }
    if Said.former.contains(word) { return .first(1) }
    guard ["st", "nd", "rd", "th"].contains(word.suffix(2)), let number = Int(word.dropLast(2)), number > 0 else {
      return nil
    }
    return .first(number)
  }

  private func number(at index: Int) -> Int? {
    guard index < words.count, words[index].utf8.count <= 4 else { return nil }
    return Int(words[index]).flatMap { $0 > 0 ? $0 : nil }
  }

  /// How many are meant, from two on.
  private func count(at index: Int) -> Int? {
    guard index < words.count else { return nil }
    let count = number(at: index) ?? Said.counts.firstIndex(of: words[index]).map { $0 + 1 }
    return count.flatMap { (2...Pointers.mostAtOnce).contains($0) ? $0 : nil }
  }

  private func isSmall(_ list: [Mention]) -> Bool { (2...Pointers.mostAtOnce).contains(list.count) }

  /// The two things of one kind that were spoken of last.
  private var pair: [Mention] {
    for kind in Pointers.things + [.person, .team] {
      let ranked = salience.ranked(kind, isSubject: true)
      if ranked.count == 2 { return ranked.map(\.mention).reversed() }
    }
    return []
  }

  private mutating func point(_ range: Range<Int>, at mentions: [Mention]) -> Int {
    let all = mentions.map { PointedWords(range, $0.record, isPosition: true) }
    if all.count == 1 { pointed += all } else { several = all.map { [$0] } }
    return range.upperBound
  }

  // MARK: Words for something

  private mutating func other(at start: Int) -> Int? {
    guard let end = longest(Said.other, at: start), let newest = salience.focus.turns.last else { return nil }
    let said = newest.mentions.filter { $0.role == .said }
    var isFound = false
    for kind in Set(said.map(\.kind)).sorted(by: { $0.rawValue < $1.rawValue }) {
      let others = salience.ranked(kind).filter { ranked in !said.contains { $0.isSame(as: ranked.mention) } }
      guard let nearest = others.nearest else { continue }
      pointed.append(
        PointedWords(start..<end, nearest.best.mention.record, rivals: nearest.rivals, isPosition: true))
      isFound = true
    }
    return isFound ? end : nil
  }

  private mutating func word(at start: Int) -> Int? {
    if Said.articles.contains(words[start]), let noun = noun(at: start + 1) {
      return pointAtNearest(start..<noun.end, of: [noun.kind])
    }
    let groups: [(words: [String], kinds: [SlotKind])] = [
      (Said.thing, Pointers.things), (Said.person, [.person]), (Said.group, [.team]), (Said.place, [.scope]),
    ]
    let ends = groups.map { longest($0.words, at: start) }
    guard let end = ends.compactMap(\.self).max() else { return nil }
    let kinds = zip(groups, ends).flatMap { group, reached in reached == end ? group.kinds : [] }
    if several.isEmpty, longest(Said.group, at: start) == end { pointAtList(start..<end) }
    return pointAtNearest(start..<end, of: kinds.map { Noun(slot: $0) }, isStrong: !Said.thing.contains(words[start]))
      ?? (several.isEmpty ? nil : end)
  }

  /// Words for many mean the list that was just shown, when that is a short one of one kind.
  private mutating func pointAtList(_ range: Range<Int>) {
    guard let newest = salience.focus.turns.last else { return }
    let rows = newest.mentions.filter { $0.role == .row }
    let isAboutWhom = newest.mentions.contains { $0.role == .said && ($0.kind == .person || $0.kind == .team) }
    guard isSmall(rows), !isAboutWhom, Set(rows.map(\.kind)).count == 1 else { return }
    several = rows.map { [PointedWords(range, $0.record)] }
  }

  /// Takes the likeliest record of each kind; only the nearest kind may fill what a phrase does not ask for.
  private mutating func pointAtNearest(_ range: Range<Int>, of nouns: [Noun], isStrong: Bool = true) -> Int? {
    var found: [(best: Salience.Ranked, rivals: [NamedRecord])] = []
    for noun in nouns {
      let ranked = salience.ranked(noun.slot).filter { noun.numbered == nil || $0.mention.numbered == noun.numbered }
      if let nearest = ranked.nearest { found.append(nearest) }
    }
    guard let top = found.map(\.best.score).max() else { return nil }
    pointed += found.map { nearest in
      PointedWords(
        range, nearest.best.mention.record, rivals: nearest.rivals, distance: top - nearest.best.score,
        isStrong: isStrong && nearest.best.score == top)
    }
    return range.upperBound
  }

  /// The kinds that words for a thing can mean.
  private static let things: [SlotKind] = [
    .feature, .item, .number, .release, .incident, .case, .document, .term, .team,
  ]

  // MARK: Words

  /// What is called by a noun.
  struct Noun {
    var slot: SlotKind
    var numbered: String?
  }

  private func noun(at index: Int) -> (kind: Noun, end: Int)? {
    typealias Nouns = Words.Context.Nouns
    let nouns: [(words: [String], kind: Noun)] = [
      (Nouns.feature, Noun(slot: .feature)), (Nouns.item, Noun(slot: .item)), (Nouns.person, Noun(slot: .person)),
      (Nouns.team, Noun(slot: .team)), (Nouns.release, Noun(slot: .release)),
      (Nouns.incident, Noun(slot: .incident)), (Nouns.case, Noun(slot: .case)),
      (Nouns.document, Noun(slot: .document)), (Nouns.scope, Noun(slot: .scope)),
      (Nouns.followup, Noun(slot: .number, numbered: "followup")),
      (Nouns.question, Noun(slot: .number, numbered: "question")),
    ]
    for noun in nouns {
      if let end = longest(noun.words, at: index) { return (noun.kind, end) }
    }
    return nil
  }

  /// Where the longest of some phrases ends that stands at a place.
  private func longest(_ phrases: [String], at start: Int) -> Int? {
    words.endOfLongest(phrases, at: start)
  }
}

extension Mention {
  fileprivate func isCalled(_ noun: Pointers.Noun) -> Bool { kind == noun.slot && numbered == noun.numbered }
}

extension [String] {
  /// Where the longest of some phrases ends that stands at a place of these folded words.
  func endOfLongest(_ phrases: [String], at start: Int) -> Int? {
    guard start < count else { return nil }
    var longest: Int?
    for phrase in phrases {
      let phrase = Folding.words(of: phrase)
      guard let first = phrase.first, self[start] == first, start + phrase.count <= count,
        self[start..<start + phrase.count].elementsEqual(phrase)
      else { continue }
      longest = Swift.max(longest ?? 0, start + phrase.count)
    }
    return longest
  }
}
