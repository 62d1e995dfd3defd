/// How single characters fold: cases and accents are taken off, so that what is compared is the bare letter.
enum Letters {
  /// What a character is to the reader of words.
  enum Class {
    case word, blank, apostrophe, ignored, separator
  }

  /// The bare letters of U+00C0 to U+024F, one for each; a dot where there is none in ASCII.
  private static let latin: StaticString = """
    aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll.\
    .llnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz.\
    .b......................kk......oo.............uu....zz.........\
    .............aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....\
    aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
    ................\

    """

  /// The bare letters of U+1E00 to U+1EFF.
  private static let latinAdditional: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......\

    """

  static func classify(_ scalar: Unicode.Scalar) -> Class {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .word
    case 0x20, 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: .blank
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x02BC, 0x2032: .apostrophe
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: .ignored
    case 0...0x7F: .separator
    default: isLetter(scalar) ? .word : .separator
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber:
      true
    default: false
    }
  }

  /// Adds the folded form of a letter or digit to folded bytes; combining accents add nothing.
  static func fold(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
    switch scalar.value {
    case 0x41...0x5A: bytes.append(UInt8(scalar.value) + 32)
    case 0...0x7F: bytes.append(UInt8(scalar.value))
    case 0x300...0x36F: break
    case 0xC6, 0xE6: bytes += [0x61, 0x65]
    case 0xDF, 0x1E9E: bytes += [0x73, 0x73]
    case 0x152, 0x153: bytes += [0x6F, 0x65]
    case 0xDE, 0xFE: bytes += [0x74, 0x68]
    case 0xC0..<0x250: append(scalar, bare: byte(of: latin, at: Int(scalar.value) - 0xC0), into: &bytes)
    case 0x1E00..<0x1F00: append(scalar, bare: byte(of: latinAdditional, at: Int(scalar.value) - 0x1E00), into: &bytes)
    case 0xFF10...0xFF19: bytes.append(UInt8(scalar.value - 0xFF10 + 0x30))
    case 0xFF21...0xFF3A: bytes.append(UInt8(scalar.value - 0xFF21 + 0x61))
    case 0xFF41...0xFF5A: bytes.append(UInt8(scalar.value - 0xFF41 + 0x61))
    default: append(scalar, bare: nil, into: &bytes)
    }
  }

  private static func byte(of table: StaticString, at index: Int) -> UInt8? {
    guard index < table.utf8CodeUnitCount else { return nil }
    let byte = table.utf8Start[index]
    return byte == UInt8(ascii: ".") ? nil : byte
  }

  private static func append(_ scalar: Unicode.Scalar, bare: UInt8?, into bytes: inout [UInt8]) {
    if let bare {
      bytes.append(bare)
      return
    }
    for lower in scalar.properties.lowercaseMapping.unicodeScalars where !(0x300...0x36F).contains(lower.value) {
      bytes += UTF8.encode(bareGreekOrCyrillic(lower)) ?? UTF8.encodedReplacementCharacter
    }
  }

  private static func bareGreekOrCyrillic(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "ά": "α"
    case "έ": "ε"
    case "ή": "η"
    case "ί", "ϊ", "ΐ": "ι"
    case "ό": "ο"
    case "ύ", "ϋ", "ΰ": "υ"
    case "ώ": "ω"
    case "ς": "σ"
    case "й": "и"
    case "ё": "е"
    case "ї": "і"
    case "ў": "у"
    default: scalar
    }
  }
}
