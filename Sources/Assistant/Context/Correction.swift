import Language
import Prompts

/// A line that puts right what was said: `no, I meant bulk import`, `sorry, EU`, `not priya, kofi`.
struct Correction {
  /// Where the words begin that shall be taken instead, in the bytes of the line.
  var rest: Int

  /// Words that shall not be taken, in bytes.
  var denied: Range<Int>?

  /// Words behind those that shall be taken, in bytes.
  var end: Int

  /// The line says by itself that it corrects, by more than one word or a pause.
  var isPlain: Bool

  private typealias Said = Words.Context.Corrections

  /// Takes a line apart, or nothing when nothing in it corrects.
  init?(_ tokens: [Token], length: Int) {
    let words = tokens.map(\.text)
    let start = Correction.leadEnd(words)
    var close = tokens.count
    while let cut = tokens.indices.first(where: { $0 > start && words.endOfLongest(Said.tails, at: $0) == close }) {
      close = cut
    }
    let isTailed = close < tokens.count
    end = isTailed ? tokens[close - 1].range.upperBound : length
    isPlain = start > 1 || start == 1 && tokens.count > 1 && tokens[1].gap.isPause
    func begin(_ index: Int) -> Int { tokens[index].range.lowerBound }
    // `not priya, kofi`
    if let open = words.endOfLongest(Said.not, at: start) ?? words.endOfLongest(Said.not, at: max(0, start - 1)),
      let cut = tokens.indices.dropFirst(open + 1).first(where: { index in
        tokens[index].gap.isPause || words.endOfLongest(Said.but, at: index) != nil
      })
    {
      let next = words.endOfLongest(Said.but, at: cut) ?? cut
      guard next < tokens.count else { return nil }
      rest = begin(next)
      denied = begin(open)..<tokens[cut - 1].range.upperBound
      isPlain = true
      return
    }
    // `kofi, not priya`
    if let cut = tokens.indices.dropFirst(start + 1).first(where: { words.endOfLongest(Said.not, at: $0) != nil }),
      let open = words.endOfLongest(Said.not, at: cut), open < tokens.count
    {
      rest = begin(start)
      denied = begin(open)..<tokens[tokens.count - 1].range.upperBound
      end = tokens[cut - 1].range.upperBound
      isPlain = true
      return
    }
    guard start > 0 || isTailed, start < close else { return nil }
    rest = begin(start)
  }

  /// Where the words end that say that something is put right; they may follow each other.
  private static func leadEnd(_ words: [String]) -> Int {
    var end = 0
    var isStrong = false
    while let next = words.endOfLongest(Said.leads, at: end) {
      if words.endOfLongest(Said.weak, at: end) != next { isStrong = true }
      end = next
    }
    return isStrong ? end : 0
  }
}

extension Token.Gap {
  /// A comma, a colon or the end of a sentence.
  var isPause: Bool { self == .comma || self == .colon || self == .stop }
}
