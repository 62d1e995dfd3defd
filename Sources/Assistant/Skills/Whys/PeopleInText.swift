import Delivery
import Language
import Prompts
import Store

/// Finds people's names in a text, and says the same without them.
struct PeopleInText {
  let snapshot: Snapshot

  /// A stretch of text that names people, in UTF-8 bytes.
  struct Mention: Hashable {
    var bytes: Range<Int>
    var isSeveral = false
  }

  private typealias Names = Words.Interviews.Causes.Names

  /// Every stretch that names a person of the store; names that stand together are one.
  func mentions(in text: String) throws -> [Mention] {
    let tokens = Folding.line(text, limit: .max).tokens
    let bytes = Array(text.utf8)
    var mentions: [Mention] = []
    var named: [Set<Key<Person>>] = []
    for token in tokens {
      let people = try people(namedBy: token, in: bytes)
      guard !people.isEmpty else { continue }
      let range = stretch(token.range, in: bytes)
      guard let last = mentions.last, range.lowerBound >= last.bytes.lowerBound,
        let link = link(bytes, last.bytes.upperBound, range.lowerBound)
      else {
        mentions.append(Mention(bytes: range))
        named.append(people)
        continue
      }
      let isSame = link == .blank && !named[named.count - 1].isDisjoint(with: people)
      mentions[mentions.count - 1].bytes = last.bytes.lowerBound..<max(range.upperBound, last.bytes.upperBound)
      if !isSame { mentions[mentions.count - 1].isSeveral = true }
      named[named.count - 1] = isSame ? named[named.count - 1].intersection(people) : people
    }
    return mentions
  }

  /// The text with every name replaced.
  func anonymous(_ text: String) throws -> String {
    let mentions = try mentions(in: text)
    guard !mentions.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    for mention in mentions {
      result += bytes[position..<mention.bytes.lowerBound]
      let word = mention.isSeveral ? Names.several : Names.someone
      let isFirst = result.allSatisfy { $0 == UInt8(ascii: " ") }
      result += Array((isFirst ? word.capitalisedFirst : word).utf8)
      position = mention.bytes.upperBound
    }
    result += bytes[position...]
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: Names

  /// The people that a word names: a part of the full name, or what colleagues say; initials are no names.
  private func people(namedBy token: Token, in bytes: [UInt8]) throws -> Set<Key<Person>> {
    let word = token.text
    guard word.utf8.count > 1, !Names.never.contains(word), !Names.particles.contains(word) else { return [] }
    if Names.ordinary.contains(word), !isCapitalised(bytes[token.range]) { return [] }
    let people = try snapshot.personNames(holding: word).filter { name in
      let parts = name.alias.split(separator: " ")
      guard parts.count == 1 else { return true }
      let isInitials = name.alias.utf8.count <= 3 && name.alias == name.alias.uppercased()
      return !isInitials && Folding.words(of: name.alias).count == 1
    }
    return Set(people.map(\.key))
  }

  private func isCapitalised(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).first?.isUppercase ?? false
  }

  /// A name with the sign before it that turns it into a mention; the ending of a possessive stays outside.
  private func stretch(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var range = range
    for ending in ["'s", "’s"] {
      let ending = Array(ending.utf8)
      if range.count > ending.count, bytes[range].suffix(ending.count).elementsEqual(ending) {
        range = range.lowerBound..<range.upperBound - ending.count
      }
    }
    if range.lowerBound > 0, bytes[range.lowerBound - 1] == UInt8(ascii: "@") {
      range = range.lowerBound - 1..<range.upperBound
    }
    return range
  }

  private enum Link { case blank, list }

  /// What joins two names: nothing but a blank, or the signs and words of a list.
  private func link(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Link? {
    guard from < to else { return .blank }
    switch String(decoding: bytes[from..<to], as: UTF8.self) {
    case " ", ".", "-", "_": return .blank
    case ", ", " and ", " & ", " + ", "/", " or ", ",", ", and ": return .list
    default: return nil
    }
  }
}

extension String {
  /// The text with a capital first letter.
  var capitalisedFirst: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }

  /// The text without blanks at its ends, and with one blank where there were several or a line break.
  var tidied: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
