import Language
import Prompts

/// A digit that stands for one of the lines that the last answer suggested.
struct SuggestedLine {
  let scene: Scene

  /// What the suggestion comes to, or nothing when the line chooses none.
  func outcome() throws -> Outcome? {
    guard !scene.reading.said.isEmpty, let number = ChoiceNumber.of(scene.reading), isFree else { return nil }
    let lines = scene.state.next
    guard !lines.isEmpty else { return nil }
    guard lines.indices.contains(number - 1) else {
      let numbered = lines.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " · ")
      var answer = Answer(.answered, Words.Voice.Question.suggestions(count: lines.count, lines: numbered))
      answer.next = lines
      return Outcome(answer)
    }
    if lines[number - 1].hasSuffix("…") { return completed(lines[number - 1]) }
    var line = scene.line
    line.text = (line.isOffTheRecord ? " " : "") + lines[number - 1]
    let reading = scene.read(line.text)
    var outcome = try Router(scene: scene.reading(reading, line: line)).outcome()
    outcome.stands = reading
    return outcome
  }

  /// A suggestion that lacks its end is given back to be finished.
  private func completed(_ line: String) -> Outcome {
    var answer = Answer(.answered, Words.Voice.Question.complete(line: line))
    answer.next = scene.state.next
    var outcome = Outcome(answer)
    if scene.line.isAtTerminal { outcome.draft = String(line.dropLast()) }
    return outcome
  }

  /// Whether no question is open that a number would answer.
  private var isFree: Bool {
    switch scene.state.questions.last {
    case nil: true
    case .interview(let interview): interview.isPaused
    case .meant, .confirm, .choose, .fill, .welcome, .importFile, .whoAreYou, .remember: false
    }
  }
}
