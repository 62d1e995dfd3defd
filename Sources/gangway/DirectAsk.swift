/// An `ask` whose words need no parser of commands.
///
/// The parser of commands looks up hundreds of conformances at every start: 3.4 of the 11 ms of CPU that a cold answer
/// took. What is anything but the plain form, mistakes and calls for help among it, goes to that parser all the same.
struct DirectAsk {
  var settings = Settings()
  var words: [String] = []
  var explains = false
  var isTrial = false

  /// Reads the arguments after the program's name, or nothing when they are not all of the plain form.
  init?(_ arguments: some Collection<String>) {
    guard arguments.first == "ask" else { return nil }
    var rest = arguments.dropFirst().makeIterator()
    while let argument = rest.next() {
      switch argument {
      case "--explain": explains = true
      case "--dry-run", "-n": isTrial = true
      case _ where Settings.valued.contains(argument):
        guard let value = rest.next(), !value.hasPrefix("-"), settings.take(value, for: argument) else { return nil }
      case _ where argument.hasPrefix("-"):
        guard settings.take(argument) else { return nil }
      default: words.append(argument)
      }
    }
    if words.isEmpty { return nil }
  }
}
