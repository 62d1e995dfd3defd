/// The encoding that spreadsheets on Windows still write (WHATWG Encoding Standard, index windows-1252).
enum Windows1252 {
  static func text(of bytes: some Sequence<UInt8>) -> String {
    var text = ""
    for byte in bytes {
      if (0x80..<0xA0).contains(byte) {
        text.unicodeScalars.append(upper[Int(byte) - 0x80])
      } else {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return text
  }

  private static let upper = Array(
    ("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}" + "\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ").unicodeScalars)
}
