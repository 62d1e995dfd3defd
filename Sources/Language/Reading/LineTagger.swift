import Times

/// Prepares a line for matching: numbers its words and finds everything that could fill a slot.
struct LineTagger {
  let view: GrammarView
  let names: any NameIndex
  let context: ReadingContext

  func prepare(_ said: String) -> WorkingLine {
    var isShortened = false
    let folded = Folding.line(said) { chunk in
      let words = view.longForm(chunk)
      isShortened = isShortened || words != nil
      return words
    }
    var line = WorkingLine(said, folded)
    let exact = line.tokens.map { view.word($0.text) }
    var found = NameTagger.candidates(names, nameLine(line.tokens, exact, line.bytes))
    if isShortened { found += shortNames(line) }
    // An incident's or document's key may look like that of an item.
    let exactNames = Set(found.filter { $0.edits == 0 && !$0.isPartial }.map(\.tokens))
    found += keysAndNumbers(line).filter { $0.kind != .item || !exactNames.contains($0.tokens) }
    found += listed(line, exact)
    found += times(line)
    found += line.quotes.map { quote in
      Candidate(kind: .text, tokens: quote.tokens, value: line.text(quote.bytes))
    }.filter { !$0.tokens.isEmpty }
    found.add(context.pointed, wordCount: line.tokens.count)
    line.setCandidates(found)
    line.words = words(line, exact)
    return line
  }

  // MARK: Names

  private func nameLine(_ tokens: [Token], _ words: [Int?], _ bytes: [UInt8]) -> NameLine {
    NameLine(
      tokens: tokens,
      traits: tokens.indices.map { index in
        var traits: NameLine.Traits = []
        if let word = words[index] {
          if flags(word).contains(.stop) { traits.insert(.stop) }
          if flags(word).contains(.phrase) { traits.insert(.known) }
        } else if tokens[index].text.utf8.count < 2 {
          traits.insert(.letter)
        }
        let range = tokens[index].range
        if bytes[range].contains(where: { (0x41...0x5A).contains($0) }) { traits.insert(.capital) }
        if range.lowerBound > 0, bytes[range.lowerBound - 1] == UInt8(ascii: "@") { traits.insert(.handle) }
        return traits
      })
  }

  /// Names that hold a short form as it was typed: `PR` may be a person's initials as well as a pull request.
  private func shortNames(_ line: WorkingLine) -> [Candidate] {
    let typed = Folding.line(line.said).tokens
    var short = [Bool](repeating: true, count: typed.count)
    for index in typed.indices {
      short[index] = !line.tokens.contains { $0.range == typed[index].range && $0.text == typed[index].text }
    }
    guard typed.indices.contains(where: { short[$0] && !names.names(holding: typed[$0].text, limit: 1).isEmpty }) else {
      return []
    }
    var nameLine = nameLine(typed, typed.map { view.word($0.text) }, line.bytes)
    for index in typed.indices where short[index] { nameLine.traits[index].insert(.stop) }
    return NameTagger.candidates(names, nameLine).compactMap { candidate in
      guard candidate.tokens.contains(where: { short[$0] }), let last = candidate.tokens.last else { return nil }
      let bytes = typed[candidate.tokens.lowerBound].range.lowerBound..<typed[last].range.upperBound
      guard let first = line.tokens.firstIndex(where: { $0.range.upperBound > bytes.lowerBound }),
        let end = line.tokens.lastIndex(where: { $0.range.lowerBound < bytes.upperBound })
      else { return nil }
      var candidate = candidate
      candidate.tokens = first..<end + 1
      return candidate
    }
  }

  private func flags(_ word: Int) -> WordFlags {
    WordFlags(rawValue: view.wordFlags[word])
  }

  /// The grammar's words for each token; a word that is neither known nor part of a name may be misspelt.
  private func words(_ line: WorkingLine, _ exact: [Int?]) -> [[WorkingLine.WordChoice]] {
    var named = [Bool](repeating: false, count: line.tokens.count)
    for candidate in line.candidates where candidate.edits == 0 && !candidate.isPartial {
      for index in candidate.tokens { named[index] = true }
    }
    var lookups = 0
    return exact.indices.map { index in
      if let word = exact[index] { return [WorkingLine.WordChoice(word: word, edits: 0)] }
      guard !named[index], lookups < 24 else { return [] }
      lookups += 1
      return view.wordsResembling(line.tokens[index].text)
    }
  }

  // MARK: Keys and numbers

  private func keysAndNumbers(_ line: WorkingLine) -> [Candidate] {
    var found: [Candidate] = []
    for (index, token) in line.tokens.enumerated() {
      let bytes = Array(token.text.utf8)
      let isNumber = !bytes.isEmpty && bytes.count <= 9 && bytes.allSatisfy { (0x30...0x39).contains($0) }
      if isNumber {
        let digits = String(Int(token.text) ?? 0)
        found.append(Candidate(kind: .number, tokens: index..<index + 1, value: digits))
        if token.gap == .hyphen, index > 0, Self.isProject(line.tokens[index - 1].text) {
          let key = line.tokens[index - 1].text.uppercased() + "-" + token.text
          found.append(Candidate(kind: .item, tokens: index - 1..<index + 1, value: key, key: key))
        }
      } else if let ordinal = Self.ordinal(bytes) {
        found.append(Candidate(kind: .number, tokens: index..<index + 1, value: ordinal))
      }
      if isNumber, token.range.lowerBound > 0, line.bytes[token.range.lowerBound - 1] == UInt8(ascii: "#") {
        found.append(hashed(line, index))
      }
    }
    return found
  }

  /// Two to ten letters and digits, the first a letter, as trackers name projects.
  private static func isProject(_ text: String) -> Bool {
    let bytes = text.utf8
    guard (2...10).contains(bytes.count), let first = bytes.first, (0x61...0x7A).contains(first) else { return false }
    return bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }

  /// `12th` as `12`.
  private static func ordinal(_ bytes: [UInt8]) -> String? {
    guard bytes.count > 2, bytes.count < 8,
      ["st", "nd", "rd", "th"].contains(String(decoding: bytes.suffix(2), as: UTF8.self))
    else { return nil }
    return Int(String(decoding: bytes.dropLast(2), as: UTF8.self)).map(String.init)
  }

  /// `#12`, or `owner/repo#12` when that stands directly before it.
  private func hashed(_ line: WorkingLine, _ index: Int) -> Candidate {
    let range = line.tokens[index].range
    var start = range.lowerBound - 1
    while start > 0, Self.isOfRepository(line.bytes[start - 1]) { start -= 1 }
    let prefix = line.bytes[start..<range.lowerBound - 1]
    var first = index
    if prefix.contains(UInt8(ascii: "/")) {
      while first > 0, line.tokens[first - 1].range.lowerBound >= start { first -= 1 }
    } else {
      start = range.lowerBound - 1
    }
    let key = line.text(start..<range.upperBound)
    return Candidate(kind: .item, tokens: first..<index + 1, value: key, key: key)
  }

  private static func isOfRepository(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "/"):
      true
    default: false
    }
  }

  // MARK: Closed lists and times

  private func listed(_ line: WorkingLine, _ exact: [Int?]) -> [Candidate] {
    var found: [Candidate] = []
    for start in exact.indices {
      view.walkLexicon(exact, from: start) { entry, end in
        guard case .list(let kind, let value) = entry else { return }
        if kind == .status {
          found += status(view.string(value), start..<end, line)
          return
        }
        found.append(
          Candidate(
            kind: kind, tokens: start..<end, value: view.string(value), key: view.string(value),
            isWeak: end == start + 1 && exact[start].map { flags($0).contains(.stop) } ?? false))
      }
    }
    return found
  }

  /// A common word for a status: the status of the store that it is short for, else the word as said.
  private func status(_ value: String, _ tokens: Range<Int>, _ line: WorkingLine) -> [Candidate] {
    let words = Folding.words(of: value)
    let said = line.tokens[tokens].map(\.text)
    if names.records(called: said).contains(where: { $0.kind == .status }) { return [] }
    let record = names.records(called: words).first { $0.kind == .status }
    return [
      Candidate(
        kind: .status, tokens: tokens, value: record?.name ?? line.verbatim(tokens).text, key: record?.key,
        isPartial: record != nil && words != said)
    ]
  }

  private func times(_ line: WorkingLine) -> [Candidate] {
    var found: [Candidate] = []
    for time in context.times.times(in: line.said, now: context.now) {
      guard let first = line.tokens.firstIndex(where: { $0.range.upperBound > time.span.lowerBound }),
        let last = line.tokens.lastIndex(where: { $0.range.lowerBound < time.span.upperBound }), first <= last
      else { continue }
      for kind in Self.kinds(of: time) {
        found.append(Candidate(kind: kind, tokens: first..<last + 1, value: time.said, time: time))
        // `due` may be a word of the phrase as well as of the time.
        if line.tokens[first].text == "due", first < last {
          found.append(Candidate(kind: kind, tokens: first + 1..<last + 1, value: time.said, time: time))
        }
      }
    }
    return found
  }

  private static func kinds(of time: TimeReading) -> [SlotKind] {
    switch time.kind {
    case .point, .interval, .deadline: [.when, .period]
    case .anchor, .condition: [.when]
    case .duration: [.delay]
    case .recurrence: [.recurrence]
    case .none: []
    }
  }
}

extension GrammarView {
  /// Calls with every phrase of the lexicon that starts at a token, and where it ends.
  func walkLexicon(_ words: [Int?], from start: Int, _ body: (LexiconEntry, _ end: Int) -> Void) {
    var node = TrieBuilder.lexicon
    var index = start
    while index < words.count, let word = words[index], let next = next(node, word) {
      node = next
      index += 1
      for at in payload(node) { if let entry = entry(terminals[at]) { body(entry, index) } }
    }
  }

  /// Words of the grammar within a few edits of a word that it does not hold, the nearest only, at most four.
  func wordsResembling(_ text: String) -> [WorkingLine.WordChoice] {
    let length = text.utf8.count
    let edits = length == 3 ? 1 : EditDistance.allowed(forLength: length)
    guard edits > 0, length <= EditDistance.longest, lengthStart.count > 1 else { return [] }
    let mask = LetterMask.of(text.utf8)
    var best = edits + 1
    var found: [(word: Int, edits: Int)] = []
    var text = text
    text.withUTF8 { typed in
      let shortest = max(1, length - edits)
      guard shortest < lengthStart.count - 1 else { return }
      let first = lengthStart[shortest]
      let last = lengthStart[min(length + edits + 1, lengthStart.count - 1)]
      for word in first..<max(first, last)
      where LetterMask.mayBeNear(UInt32(wordMask[word]), mask, edits: min(best, edits)) {
        let stored = encodedString(wordText[word])
        guard let distance = EditDistance.between(typed, stored, limit: min(best, edits)) else { continue }
        // Of three letters only swapped neighbours are taken for a slip.
        if length == 3, !(stored.count == 3 && LetterMask.of(stored) == mask) { continue }
        best = min(best, distance)
        found.append((word, distance))
      }
    }
    return found.filter { $0.edits == best }.prefix(4).map { WorkingLine.WordChoice(word: $0.word, edits: $0.edits) }
  }
}
