/// Text broken into lines that fit.
///
/// Lines end at blanks. A word is broken only if it is longer than a line; ideographs of such a word fill the line
/// that is begun, anything else, such as an address, starts on a line of its own, so that it can be picked up.
struct Wrapping {
  private let first: Int
  private let rest: Int
  private(set) var lines: [String] = []
  private var line = ""
  private var used = 0
  private var indent = 0
  /// Nothing but an indent stands on the line.
  private var isBlank = true
  /// Where the line's last part begins, if parts are kept whole and another stands before it.
  private var part: String.Index?
  private let keepsParts: Bool

  /// Between two parts of a text, such as suggestions.
  private static let separator = "·"
  /// Longer parts are broken as any text is.
  private static let longestPart = 40

  /// Breaks a text; what is indented in a text of several lines stays so.
  ///
  /// - Parameters:
  ///   - text: What to break; line feeds end lines too.
  ///   - width: Columns of the lines.
  ///   - first: Columns of the first line, if they differ.
  ///   - keepsParts: Whether what stands between two middle dots stays on one line where it can.
  /// - Returns: At least one line; none of them ends with a blank.
  static func lines(_ text: String, width: Int, first: Int? = nil, keepsParts: Bool = false) -> [String] {
    if text.utf8.count <= min(width, first ?? width), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x80 }) {
      return [text]
    }
    var wrapping = Wrapping(first: max(2, first ?? width), rest: max(2, width), keepsParts: keepsParts)
    let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false)
    for paragraph in paragraphs {
      wrapping.begin(indent: paragraphs.count > 1 ? paragraph.prefix { $0 == " " }.count : 0)
      for word in paragraph.split(separator: " ") { wrapping.add(String(word)) }
      wrapping.end()
    }
    return wrapping.lines
  }

  private init(first: Int, rest: Int, keepsParts: Bool) {
    self.first = first
    self.rest = rest
    self.keepsParts = keepsParts
  }

  private var room: Int { lines.isEmpty ? first : rest }

  private mutating func begin(indent: Int) {
    self.indent = min(indent, min(first, rest) / 2)
    start()
  }

  private mutating func start() {
    line = String(repeating: " ", count: indent)
    used = indent
    isBlank = true
    part = nil
  }

  private mutating func end() {
    lines.append(isBlank ? "" : line)
  }

  private mutating func add(_ word: String) {
    let width = DisplayWidth.of(word)
    let gap = isBlank ? 0 : 1
    if used + gap + width <= room { return put(word, width, gap: gap) }
    if width > rest - indent { return fill(word, gap: gap) }
    let begun = takePart()
    end()
    start()
    for word in begun { put(word, DisplayWidth.of(word), gap: isBlank ? 0 : 1) }
    add(word)
  }

  private mutating func put(_ text: String, _ width: Int, gap: Int) {
    line += (gap > 0 ? " " : "") + text
    used += gap + width
    isBlank = false
    if keepsParts, text == Wrapping.separator { part = line.endIndex }
  }

  /// Takes the part that was begun off the line, to be put on the next one whole.
  private mutating func takePart() -> [String] {
    guard let part, DisplayWidth.of(line[part...]) <= min(Wrapping.longestPart, rest / 2) else { return [] }
    let words = line[part...].split(separator: " ").map(String.init)
    line = String(line[..<part])
    return words
  }

  private mutating func fill(_ word: String, gap: Int) {
    var word = word
    if !isBlank {
      let free = room - used - gap
      let (head, tail) = DisplayWidth.cut(word, at: free)
      let fits = DisplayWidth.of(head) <= free
      if fits, let last = head.last, let next = tail.first, DisplayWidth.isIdeographic(last),
        DisplayWidth.isIdeographic(next)
      {
        put(head, DisplayWidth.of(head), gap: gap)
        word = tail
      }
      end()
      start()
    }
    var rest = word[...]
    while true {
      let head = DisplayWidth.head(of: rest, room - used)
      put(String(head), DisplayWidth.of(head), gap: 0)
      rest = rest[head.endIndex...]
      guard !rest.isEmpty else { return }
      end()
      start()
    }
  }
}
