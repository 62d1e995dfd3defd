import Language

/// Readings that a line nearly had, to be chosen by number; the next line may choose, and nothing asks again.
enum Meant {
  static func options(of lines: [(line: String, reading: Reading)]) -> [OpenQuestion.Option] {
    lines.enumerated().map { index, meant in
      OpenQuestion.Option(
        choice: Choice(number: index + 1, label: meant.line, said: meant.line), reading: meant.reading)
    }
  }

  /// Another question that is open stays the one that a number or a yes answers.
  static func step(_ options: [OpenQuestion.Option], scene: Scene) -> Outcome.QuestionStep {
    let isFree: Bool =
      switch scene.state.questions.last {
      case nil, .meant: true
      case .interview(let interview): interview.isPaused
      case .choose, .confirm, .fill, .welcome, .importFile, .whoAreYou, .remember: false
      }
    return options.isEmpty || !isFree ? .keep : .open(.meant(options))
  }
}

/// The number that a line chooses.
enum ChoiceNumber {
  static func of(_ reading: Reading) -> Int? {
    if reading.intent == "talk.choose" { return reading.slots["number"].flatMap { Int($0.value) } }
    let bare = reading.said.filter { !$0.isWhitespace }
    return bare.utf8.allSatisfy { (48...57).contains($0) } ? Int(bare) : nil
  }
}
