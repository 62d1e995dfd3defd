/// The options of every command as words, for what has to know them without the parser of commands.
extension Settings {
  /// Takes an option that stands alone; says whether it is one.
  mutating func take(_ flag: String) -> Bool {
    switch flag {
    case "--json", "--ndjson": isJSON = true
    case "--quiet", "-q": isQuiet = true
    case "--verbose", "-v": isVerbose = true
    case "--plain": isPlain = true
    case "--ascii": isASCII = true
    case "--yes": isAgreed = true
    case "--no-input": asksNothing = true
    case "--private": isPrivate = true
    default: return false
    }
    return true
  }

  /// The options that are followed by their value.
  static let valued: Set = ["--store", "--now", "--as", "--zone", "--color", "--contrast", "--config"]

  /// Takes the value of such an option; says whether the option has it.
  mutating func take(_ value: String, for option: String) -> Bool {
    switch option {
    case "--store": store = value
    case "--now": now = value
    case "--as": user = value
    case "--zone": zone = value
    case "--config": config = value
    case "--color": color = Colour(rawValue: value)
    case "--contrast": contrast = Contrast(rawValue: value)
    default: return false
    }
    return option == "--color" ? color != nil : option == "--contrast" ? contrast != nil : true
  }
}
