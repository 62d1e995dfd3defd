import Delivery
package import Language
import Prompts
package import Store

/// What the start of a line can become: phrases that are understood, and names that are stored.
package struct Completer {
  private let snapshot: Snapshot
  private let reader: Reader

  package init(snapshot: Snapshot, reader: Reader) {
    self.snapshot = snapshot
    self.reader = reader
  }

  /// Whole lines that the text before the cursor can become, the likeliest first.
  ///
  /// What was typed stays as it was but for the word, or the name, that is being completed.
  ///
  /// - Throws: ``StoreError``.
  package func completions(of text: String) throws -> [String] {
    if text.allSatisfy(\.isWhitespace) { return Words.Completion.start.map { text + $0.filter { $0 != "…" } } }
    let typed = TypedStart(text)
    let continuations = try continuations(typed, isWanted: isAble)
    var lines = try names(typed, continuations)
    lines += continuations.words.map { typed.kept(before: typed.words.count) + $0.text + ($0.goesOn ? " " : "") }
    var seen: Set<String> = []
    let said = Folding.words(of: text)
    // What stands there already completes nothing.
    return lines.filter { seen.insert($0).inserted && (typed.partial.isEmpty ? Folding.words(of: $0) != said : true) }
  }

  /// What may stand dimly after the cursor: the rest of a line said before, of a name, or of a phrase.
  ///
  /// Never what would make the line one that changes something, so that taking it by mistake does no harm.
  ///
  /// - Parameters:
  ///   - line: What was typed so far, when and by whom.
  ///   - history: Lines said before, the newest first.
  /// - Returns: What the key that takes it inserts; nothing where nothing fits.
  /// - Throws: ``StoreError``.
  package func hint(for line: Line, history: [String]) throws -> String? {
    let text = line.text
    guard text.count > 1, text.first != " " else { return nil }
    let names = StoreNames(snapshot: snapshot)
    let context = LineContext.context(of: line)
    func isHarmless(_ line: String) throws -> Bool {
      let reading = reader.read(line, names: names, context: context)
      try names.check()
      return reader.grammar.traits(of: reading.intent)?.changes != true
    }
    func rest(of line: String) -> String? {
      guard line.count > text.count, line.lowercased().hasPrefix(text.lowercased()) else { return nil }
      return String(line.dropFirst(text.count))
    }
    for said in history.prefix(Completer.nearHistory) {
      if let rest = rest(of: said), !said.contains("\n"), try isHarmless(said) { return rest }
    }
    let typed = TypedStart(text)
    // A hint right after a blank would only be a guess.
    guard !typed.partial.isEmpty else { return nil }
    let continuations = try continuations(typed, isWanted: isQuestion)
    let words = continuations.words.map(\.text).filter { $0 != typed.partial }
    // After one letter a word of a phrase is likelier than any of the names.
    if typed.partial.count > 1 || typed.words.count > 1 && words.isEmpty {
      for line in try self.names(typed, continuations).prefix(3) {
        if let rest = rest(of: line), try isHarmless(line) { return rest }
      }
    }
    guard let word = words.min(by: { ($0.count, $0) < ($1.count, $1) }) else { return nil }
    let line = typed.kept(before: typed.words.count) + word
    return try isHarmless(line) ? rest(of: line) : nil
  }

  private static let nearHistory = 200
  /// So many names are looked up; there may be more.
  static let mostNames = 200

  private func continuations(_ typed: TypedStart, isWanted: (String) -> Bool) throws -> Continuations {
    let names = StoreNames(snapshot: snapshot)
    var known: [[String]: Set<SlotKind>] = [:]
    let continuations = reader.grammar.continuations(
      of: typed.words, partial: typed.partial, isWanted: isWanted,
      fills: { kind, words in
        guard kind.isName else { return words.allSatisfy { $0.contains(where: \.isNumber) } }
        if let kinds = known[words] { return kinds.contains(kind) }
        let kinds = Set(names.records(called: words).map(\.kind))
        known[words] = kinds
        return kinds.contains(kind)
      })
    try names.check()
    return continuations
  }

  /// Whether a skill answers an intent: tried with something in every slot.
  private func isAble(_ intent: String) -> Bool {
    let slots = reader.grammar.slots(of: intent).map { slot in
      (slot.name, SlotValue(kind: slot.kinds.first ?? .text, value: "1", said: "1", span: 0..<1))
    }
    return Intent(Reading(said: "1", intent: intent, slots: Dictionary(slots) { first, _ in first })) != nil
  }

  private func isQuestion(_ intent: String) -> Bool {
    isAble(intent) && reader.grammar.traits(of: intent)?.changes == false
  }

  /// The line with each name that the last words begin; slots of phrases say from which word on, and which kinds.
  private func names(_ typed: TypedStart, _ continuations: Continuations) throws -> [String] {
    let all = typed.words + (typed.partial.isEmpty ? [] : [typed.partial])
    var kinds: [Int: [Kind]] = [:]
    var takesItems: Set<Int> = []
    for slot in continuations.slots {
      if slot.kind == .item {
        takesItems.insert(slot.start)
      } else if let kind = Kind(rawValue: slot.kind.rawValue), slot.kind.isName || slot.kind == .status {
        kinds[slot.start, default: []].append(kind)
      }
    }
    for start in Set(kinds.keys).union(takesItems).sorted() where start <= all.count {
      let lines = try lines(typed, all, from: start, kinds: kinds[start] ?? [], takesItems: takesItems.contains(start))
      if !lines.isEmpty { return lines }
    }
    // Free text holds names too.
    guard !typed.partial.isEmpty, all.count > 1 else { return [] }
    for start in max(0, all.count - 4)..<all.count {
      let lines = try lines(typed, all, from: start, kinds: Completer.mentioned, takesItems: true)
      if !lines.isEmpty { return lines }
    }
    return []
  }

  private static let mentioned: [Kind] = [.feature, .team, .person, .release]

  private func lines(
    _ typed: TypedStart, _ all: [String], from start: Int, kinds: [Kind], takesItems: Bool
  ) throws -> [String] {
    let kept = typed.kept(before: start)
    let words = Array(all[start...])
    var found: [String] = []
    let key = typed.rest(from: start)
    if takesItems, !key.contains(" "), key.contains(where: { $0.isNumber || $0 == "-" || $0 == "#" }) {
      found += try snapshot.itemKeys(startingWith: key, limit: Completer.mostNames)
    }
    if !kinds.isEmpty {
      let names = try snapshot.names(
        completing: Array(words.dropLast(typed.partial.isEmpty ? 0 : 1)), partial: typed.partial, kinds: kinds,
        limit: Completer.mostNames)
      let start = words.joined(separator: " ")
      func begins(_ name: String) -> Bool { Folding.words(of: name).joined(separator: " ").hasPrefix(start) }
      // Names that begin with what was typed come before those that only hold it.
      let ranked = names.map { (name: PrintableText.line($0.name), begins: begins($0.name)) }
      found += ranked.sorted { ($0.begins ? 0 : 1, $0.name) < ($1.begins ? 0 : 1, $1.name) }.map(\.name)
    }
    return found.map { kept + $0 }
  }
}

/// The start of a line as folded words, the last of which is still being typed.
struct TypedStart {
  /// The words that are whole.
  let words: [String]
  /// The start of the next one; empty after a blank.
  let partial: String
  private let text: String
  private let starts: [Int]

  init(_ text: String) {
    self.text = text
    let tokens = Folding.line(text).tokens
    let isOpen = tokens.last.map { $0.range.upperBound == text.utf8.count } ?? false
    words = tokens.dropLast(isOpen ? 1 : 0).map(\.text)
    partial = isOpen ? tokens.last?.text ?? "" : ""
    starts = tokens.map(\.range.lowerBound)
  }

  /// What was typed before a word, as it was typed.
  func kept(before word: Int) -> String {
    guard word < starts.count else { return text }
    return String(decoding: Array(text.utf8.prefix(starts[word])), as: UTF8.self)
  }

  /// What was typed from a word on.
  func rest(from word: Int) -> String {
    guard word < starts.count else { return "" }
    return String(decoding: Array(text.utf8.dropFirst(starts[word])), as: UTF8.self)
  }
}
