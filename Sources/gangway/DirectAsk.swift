/// An `ask` whose words need no parser of commands.
///
/// The parser of commands looks up hundreds of conformances at every start: 3.4 of the 11 ms of CPU that a cold answer
/// took. What is anything but the plain form, mistakes and calls for help among it, goes to that parser all the same.
struct DirectAsk {
  var settings = Settings()
  var words: [String] = []
  var explains = false

  /// Reads the arguments after the program's name, or nothing when they are not all of the plain form.
  init?(_ arguments: some Collection<String>) {
    guard arguments.first == "ask" else { return nil }
    var rest = arguments.dropFirst().makeIterator()
    while let argument = rest.next() {
      switch argument {
      case "--json": settings.isJSON = true
      case "--plain": settings.isPlain = true
      case "--ascii": settings.isASCII = true
      case "--yes": settings.isAgreed = true
      case "--explain": explains = true
      case "--store", "--now", "--as", "--zone", "--config", "--color":
        guard let value = rest.next(), !value.hasPrefix("-"), take(value, for: argument) else { return nil }
      default:
        guard !argument.hasPrefix("-") else { return nil }
        words.append(argument)
      }
    }
    if words.isEmpty { return nil }
  }

  private mutating func take(_ value: String, for option: String) -> Bool {
    switch option {
    case "--store": settings.store = value
    case "--now": settings.now = value
    case "--as": settings.user = value
    case "--zone": settings.zone = value
    case "--config": settings.config = value
    default:
      settings.color = Settings.Colour(rawValue: value)
      return settings.color != nil
    }
    return true
  }
}
