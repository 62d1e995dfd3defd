/// Texts of an image, each kept once.
struct TextPool {
  private(set) var strings: [[UInt8]] = []
  private var numbers: [[UInt8]: Int] = [:]

  mutating func number(of text: String) -> Int {
    let bytes = GrammarImage.encoded(text)
    if let number = numbers[bytes] { return number }
    numbers[bytes] = strings.count
    strings.append(bytes)
    return strings.count - 1
  }
}
