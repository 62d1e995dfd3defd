import Language
import Prompts
import Times

/// Finds the requests of a line that holds several: `status of webhooks and who owns it`.
///
/// A line is cut only at ends of sentences and at words that join, where both sides read as requests; never within free
/// text, and never where the line reads as one request word for word. A wrong cut is worse than none.
struct RequestSplitter<Names: NameIndex> {
  let whole: ContextReader<Names>

  /// The request that stands before on the same line.
  var before: Reading?

  /// How many requests of the line stand before.
  var depth = 0

  /// A line holds no more requests than this; what follows belongs to the last.
  private static var mostRequests: Int { 8 }

  /// So many places are tried in one line.
  private static var mostCuts: Int { 6 }

  /// Thanks and greetings are no longer than so many bytes.
  private static var longestThanks: Int { 24 }

  /// A place where a line may fall in two.
  private struct Cut {
    /// Where the first request ends and the second begins, in the bytes of the line.
    var end: Int
    var start: Int

    /// A word joins the two (`and`), so that the second may be no more than what differs.
    var isJoined: Bool

    /// Nothing but a comma stands between.
    var isComma = false
  }

  /// The first request with the others, or nothing when the line is one request.
  func requests(_ text: String, _ plain: Reading) -> Reading? {
    guard depth + 1 < Self.mostRequests else { return nil }
    let isSettled = whole.isSettled(plain) && !Self.isDoubtful(plain)
    for cut in cuts(whole.reader.words(of: text)) {
      // Politeness is part of a request, but for thanks that another word joins to it.
      if isSettled, !cut.isJoined || cut.end > Self.longestThanks { return nil }
      let head = text.passage(0..<cut.end, upTo: cut.start)
      if let about = topic(head, cut, text) { return about }
      let first = whole.request(head, isCarriedOn: before != nil)
      if isSettled, !isSocial(first) { return nil }
      guard isRequest(first, after: before) || opens(first, cut), !endsInFreeText(first, head) else { continue }
      var behind = whole
      behind.pending = nil
      behind.awaitsAnswer = false
      if FocusMemory.counts(first.intent) {
        behind.focus.add(
          Focus.Turn(
            at: whole.context.now.milliseconds, reading: first.slim, mentions: FocusMemory.said(in: first)))
      }
      let tail = text.passage(cut.start..<text.utf8.count)
      let second =
        RequestSplitter(whole: behind, before: first, depth: depth + 1).requests(tail, behind.read(tail))
        ?? behind.request(tail, isCarriedOn: cut.isJoined)
      guard isRequest(second, after: cut.isJoined ? first : nil), isWorthIt(plain, first, second, cut) else { continue }
      if isSame(first, second) {
        // Said twice, in other words.
        var reading = plain.intent == first.intent ? plain : first
        reading.said = text
        return reading
      }
      var reading = first
      var next = second
      next.also = []
      reading.also += [next] + second.also
      return reading
    }
    return nil
  }

  private func cuts(_ tokens: [Token]) -> [Cut] {
    var cuts: [Cut] = []
    let words = tokens.map(\.text)
    var index = 1
    while index < tokens.count, cuts.count < Self.mostCuts {
      let joined = words.endOfLongest(Words.Context.Joiners.words, at: index)
      let gap = tokens[index].gap
      if let joined, joined < tokens.count {
        cuts.append(
          Cut(end: tokens[index - 1].range.upperBound, start: tokens[joined].range.lowerBound, isJoined: true))
        index = joined
      } else if gap == .stop || gap == .comma || gap == .plus {
        cuts.append(
          Cut(
            end: tokens[index - 1].range.upperBound, start: tokens[index].range.lowerBound, isJoined: gap == .plus,
            isComma: gap == .comma))
      }
      index += 1
    }
    return cuts
  }

  /// What is said about a name that stands before it: `webhooks, when does it ship`.
  private func topic(_ head: String, _ cut: Cut, _ text: String) -> Reading? {
    guard !cut.isJoined else { return nil }
    let named = whole.read(head)
    let mentions = named.bare.isEmpty ? [] : FocusMemory.said(in: named)
    guard !mentions.isEmpty else { return nil }
    var behind = whole
    behind.focus.add(Focus.Turn(at: whole.context.now.milliseconds, reading: named.slim, mentions: mentions))
    let tail = text.passage(cut.start..<text.utf8.count)
    var reading = behind.request(tail)
    guard isRequest(reading), reading.lent == nil else { return nil }
    let names = reading.slots.filter { _, value in
      value.origin == .inherited && mentions.contains { $0.kind == value.kind && $0.record.name == value.value }
    }
    guard !names.isEmpty else { return nil }
    for name in names.keys { reading.slots[name]?.origin = .said }
    reading.said = text
    return reading
  }

  // MARK: What counts as a request

  /// Whether a part of a line asks or says something by itself, or with what the part before lends it.
  private func isRequest(_ reading: Reading, after first: Reading? = nil) -> Bool {
    if reading.intent == Reading.unclear || reading.isEllipsis { return false }
    if reading.intent.hasPrefix("talk."), !Self.requests.contains(reading.intent) { return false }
    if reading.lent != nil { return first.map { $0.intent == reading.intent } ?? reading.carriesOn }
    guard MissingSlot.of(reading, in: whole.grammar) == nil else { return false }
    return reading.score >= 0.7
  }

  /// Whether a part that is no request may stand before one: thanks, or the answer to a question.
  private func opens(_ first: Reading, _ cut: Cut) -> Bool {
    if isSocial(first) { return cut.isJoined }
    return whole.awaitsAnswer && ["talk.yes", "talk.choose"].contains(first.intent) && first.isWordForWord
  }

  private func isSocial(_ reading: Reading) -> Bool { ["talk.thanks", "talk.greet"].contains(reading.intent) }

  /// What is said about the talk, and yet is a request.
  private static var requests: Set<String> { ["talk.undo", "talk.redo", "talk.help"] }

  private func isSame(_ first: Reading, _ second: Reading) -> Bool {
    func values(_ reading: Reading) -> [String: String] { reading.slots.mapValues { $0.key ?? $0.value } }
    return first.intent == second.intent && second.also.isEmpty && values(first) == values(second)
  }

  private func isWorthIt(_ plain: Reading, _ first: Reading, _ second: Reading, _ cut: Cut) -> Bool {
    // A comma alone says little.
    if cut.isComma, min(first.score, second.score) < 0.85 { return false }
    if plain.intent == Reading.unclear || Self.isDoubtful(plain) || isSocial(first) { return true }
    if first.intent.hasPrefix("talk.") { return true }
    return !whole.isSettled(plain) && min(first.score, second.score) >= plain.score - 0.05
  }

  // MARK: Free text

  /// Whether the free text of a part reaches its end, so that what follows belongs to it.
  private func endsInFreeText(_ reading: Reading, _ text: String) -> Bool {
    guard let value = Self.freeText(of: reading) else { return false }
    return whole.reader.words(of: text).last.map { $0.range.upperBound <= value.span.upperBound } ?? true
  }

  /// Whether the free text of a reading begins with a word that joins requests.
  static func isDoubtful(_ reading: Reading) -> Bool {
    freeText(of: reading).map {
      Folding.words(of: $0.value).endOfLongest(Words.Context.Joiners.words, at: 0) != nil
    } ?? false
  }

  private static func freeText(of reading: Reading) -> SlotValue? {
    reading.slots.values.filter { $0.kind == .text }.max { $0.span.upperBound < $1.span.upperBound }
  }
}
