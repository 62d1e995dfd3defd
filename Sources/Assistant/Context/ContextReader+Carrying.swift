import Language
import Prompts

extension ContextReader {
  /// The last question with the slots of this line, when the line says nothing else.
  func carried(_ reading: Reading, isCarriedOn: Bool) -> Reading? {
    guard !reading.bare.isEmpty else { return nil }
    let isOpen = reading.carriesOn || isCarriedOn || isFragment(reading)
    let isNamedAlone = reading.isEllipsis && !reading.intent.hasPrefix("none.")
    guard isOpen || reading.isEllipsis else { return nil }
    let ellipsis = Ellipsis(grammar: grammar, bare: reading.bare)
    for turn in focus.turns.reversed() {
      // What changes something is repeated only when the line says so.
      let mayCarry = isOpen || grammar.traits(of: turn.reading.intent)?.changes != true
      if mayCarry, let next = ellipsis.applied(to: turn.reading, fillsEmpty: isOpen || !isNamedAlone) {
        var carried = carrying(turn.reading, as: next, text: reading.said)
        carried.carriesOn = isOpen
        return carried
      }
      if !isOpen { break }
    }
    // Nothing before takes it, so that it asks what a name asks by itself.
    guard isOpen, !isNamedAlone, let own = reading.nearest, own.score >= 0.9 else { return nil }
    var named = reading
    named.intent = own.intent
    named.slots = own.slots
    named.score = own.score
    return named
  }

  /// Whether a line starts in the middle of a sentence, as `in payments?` does.
  private func isFragment(_ reading: Reading) -> Bool {
    reader.words(of: reading.said).first.map { Words.Context.Fragments.words.contains($0.text) } ?? false
  }

  /// A reading made of another one's question and this line's slots.
  private func carrying(_ last: Reading, as next: Reading, text: String) -> Reading {
    var reading = next
    reading.said = text
    reading.isExact = false
    reading.isEllipsis = false
    reading.also = []
    reading.unread = []
    reading.score = 0.9
    reading.lent = Reading.Lent(line: last.spoken)
    reading.trace = [TraceStep(.carried, ["said": last.said])]
    for (name, value) in reading.slots.sorted(by: { $0.key < $1.key }) {
      reading.trace.append(
        TraceStep(.filled, ["slot": name, "value": value.value, "origin": value.origin.rawValue]))
    }
    reading.trace.append(TraceStep(.decided, ["intent": reading.intent, "score": "0.90"]))
    return reading
  }

  /// What a line means that puts right the last one, or the one that waits for consent.
  func corrected(_ text: String, _ tokens: [Token], _ plain: Reading) -> Reading? {
    guard let target = pending ?? focus.turns.last?.reading,
      let correction = Correction(tokens, length: text.utf8.count)
    else { return nil }
    let rest = text.passage(correction.rest..<correction.end)
    let pointers = Pointers(reader.words(of: rest), focus: focus)
    let instead = read(rest, pointers.pointed)
    let denied = correction.denied.map { read(text.passage($0)).bare } ?? []
    if correction.denied != nil, denied.isEmpty { return nil }
    var lent = Reading.Lent(corrects: pending == nil ? focus.turns.last?.changed : nil)
    lent.isPending = pending != nil
    if !instead.bare.isEmpty {
      guard let next = Ellipsis(grammar: grammar, bare: instead.bare).applied(to: target, replacing: denied) else {
        return nil
      }
      var reading = carrying(target, as: next, text: text)
      lent.line = target.spoken
      reading.lent = lent
      return reading
    }
    // `no, push 53 a week`: all of it anew.
    guard correction.isPlain, correction.denied == nil, !plain.intent.hasPrefix("talk.") else { return nil }
    var reading = filled(pointing(rest, pointers, instead) ?? instead)
    guard !reading.intent.hasPrefix("none.") else { return nil }
    reading.said = text
    if reading.intent == target.intent, grammar.traits(of: reading.intent)?.changes == true {
      lent.line = rest
      reading.lent = lent
      reading.isExact = false
    }
    return reading
  }
}

extension String {
  /// A part of the text by its bytes, without blanks around it, and with the mark that ends its sentence.
  func passage(_ range: Range<Int>, upTo limit: Int? = nil) -> String {
    let bytes = Array(utf8)
    var (start, end) = (range.lowerBound, range.upperBound)
    while end < limit ?? end, [UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ".")].contains(bytes[end]) {
      end += 1
    }
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
