/// One pass over the bytes of a line.
struct LineScanner {
  private let limit: Int
  private var tokens: [Token] = []
  private var quotes: [FoldedLine.Quote] = []
  private var isCut = false
  private var endsAsQuestion = false

  private var word: [UInt8] = []
  private var wordStart = 0
  private var wordEnd = 0
  private var apostrophe: Int?
  private var gap = Token.Gap.none
  private var sawBlank = false
  private var openDouble: (token: Int, byte: Int)?
  private var openSingle: (token: Int, byte: Int)?

  /// A longer word is cut when compared; its place stays whole.
  static let wordLimit = 256

  /// No short form is longer.
  private static let shorthandLimit = 16

  init(limit: Int) {
    self.limit = limit
    tokens.reserveCapacity(24)
    word.reserveCapacity(32)
  }

  var line: FoldedLine {
    FoldedLine(tokens: tokens, quotes: quotes, isCut: isCut, endsAsQuestion: endsAsQuestion)
  }

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ shorthand: (ArraySlice<UInt8>) -> [String]?) {
    var index = 0
    while index < bytes.count {
      if tokens.count >= limit {
        isCut = true
        break
      }
      if word.isEmpty, index == 0 || Self.isBlank(bytes[index - 1]), let end = shortForm(bytes, index, shorthand) {
        index = end
        continue
      }
      let (scalar, width) = Self.decode(bytes, index)
      switch Letters.classify(scalar) {
      case .word:
        if word.isEmpty && apostrophe == nil { wordStart = index }
        if word.count < Self.wordLimit { Letters.fold(scalar, into: &word) }
        wordEnd = index + width
      case .ignored: break
      case .apostrophe: readApostrophe(bytes, index, width)
      case .blank:
        finishWord()
        sawBlank = true
        raise(.blank)
      case .separator:
        if joins(bytes, index) {
          if bytes[index] != UInt8(ascii: ",") { word.append(bytes[index]) }
          wordEnd = index + width
        } else {
          finishWord()
          separate(by: scalar, bytes, index, width)
        }
      }
      index += width
    }
    finishWord()
    if tokens.count > limit { tokens.removeLast(tokens.count - limit) }
    quotes.removeAll { $0.tokens.upperBound > tokens.count }
  }

  /// A dot, colon or thousands comma within a number stays.
  private func joins(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard !word.isEmpty, index > 0, index + 1 < bytes.count, Self.isDigit(bytes[index - 1]),
      Self.isDigit(bytes[index + 1])
    else { return false }
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: ":"): return true
    case UInt8(ascii: ","):
      let digits = bytes[(index + 1)...].prefix(4).prefix(while: Self.isDigit).count
      return digits == 3
    default: return false
    }
  }

  private mutating func readApostrophe(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ width: Int) {
    let next = index + width < bytes.count ? Letters.classify(Self.decode(bytes, index + width).0) : .blank
    if word.isEmpty {
      if next == .word, openSingle == nil { openSingle = (tokens.count, index + width) }
      raise(.quote)
    } else if next == .word {
      apostrophe = word.count
    } else {
      finishWord()
      if let open = openSingle {
        quotes.append(FoldedLine.Quote(tokens: open.token..<tokens.count, bytes: open.byte..<index))
        openSingle = nil
      }
      raise(.quote)
    }
  }

  private mutating func separate(
    by scalar: Unicode.Scalar, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ width: Int
  ) {
    if scalar != "!" && scalar != "." { endsAsQuestion = scalar == "?" }
    switch scalar {
    case "-", "\u{2010}", "\u{2011}", "_": raise(sawBlank || tokens.isEmpty ? .other : .hyphen)
    case "\u{2013}", "\u{2014}": raise(.comma)
    case "/", "\\": raise(sawBlank ? .other : .slash)
    case "#":
      gap = gap.rawValue < Token.Gap.comma.rawValue ? .hash : gap
      return
    case "+", "&": raise(.plus)
    case ",", "(", ")", "\u{3001}", "\u{FF0C}": raise(.comma)
    case ":": raise(.colon)
    case ".", ";", "!", "?", "\n", "\r", "\u{3002}", "\u{FF1F}", "\u{FF01}": raise(.stop)
    case "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}":
      if let open = openDouble {
        if open.token < tokens.count {
          quotes.append(FoldedLine.Quote(tokens: open.token..<tokens.count, bytes: open.byte..<index))
        }
        openDouble = nil
      } else {
        openDouble = (tokens.count, index + width)
      }
      raise(.quote)
    default: raise(.other)
    }
  }

  private mutating func raise(_ other: Token.Gap) {
    if other.rawValue > gap.rawValue { gap = other }
  }

  private mutating func finishWord() {
    defer {
      word.removeAll(keepingCapacity: true)
      apostrophe = nil
    }
    guard !word.isEmpty else { return }
    // A hyphen, slash or hash counts only when nothing else stood between.
    if sawBlank && (gap == .hyphen || gap == .slash) { gap = .other }
    endsAsQuestion = false
    if let apostrophe, apostrophe < word.count {
      let stem = String(decoding: word[..<apostrophe], as: UTF8.self)
      for part in Folding.opened(stem, String(decoding: word[apostrophe...], as: UTF8.self)) { append(part) }
    } else {
      append(String(decoding: word, as: UTF8.self))
    }
    sawBlank = false
  }

  private mutating func append(_ text: String) {
    tokens.append(Token(text: text, range: wordStart..<wordEnd, gap: gap))
    gap = .none
  }

  /// Opens a short form that starts here, and gives where it ends.
  private mutating func shortForm(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ shorthand: (ArraySlice<UInt8>) -> [String]?
  ) -> Int? {
    var end = start
    while end < bytes.count, !Self.isBlank(bytes[end]), bytes[end] < 0x80 {
      end += 1
      if end - start > Self.shorthandLimit { return nil }
    }
    guard end > start, end == bytes.count || bytes[end] < 0x80 else { return nil }
    var chunk: [UInt8] = []
    for byte in bytes[start..<end] { chunk.append((0x41...0x5A).contains(byte) ? byte + 32 : byte) }
    while let last = chunk.last, Self.closing.contains(last) { chunk.removeLast() }
    guard !chunk.isEmpty, let parts = shorthand(chunk[...]) else { return nil }
    endsAsQuestion = false
    wordStart = start
    wordEnd = start + chunk.count
    for part in parts { append(part) }
    sawBlank = false
    return wordEnd
  }

  private static let closing: [UInt8] = Array(",.;:!?)".utf8)

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte <= 0x20
  }

  /// The scalar at a place of well-formed UTF-8, and its length.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Unicode.Scalar, Int) {
    let first = bytes[index]
    guard first >= 0x80 else { return (Unicode.Scalar(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + width <= bytes.count else { return ("\u{FFFD}", bytes.count - index) }
    var value = UInt32(first) & (width == 4 ? 0x07 : width == 3 ? 0x0F : 0x1F)
    for offset in 1..<width { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}
