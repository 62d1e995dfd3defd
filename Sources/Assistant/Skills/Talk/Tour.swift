import Delivery
import Language
import Prompts
import Store

/// A round through the sample workspace: each step names one line to try, and waits until it is typed or passed over.
struct Tour {
  let scene: Scene

  private typealias Said = Words.Tour

  private static var count: Int { Said.`try`.count }

  /// Begins the tour, or says where it can be had.
  func start() throws -> Outcome {
    guard try scene.snapshot.workspace()?.now != nil else {
      let isEmpty = try scene.snapshot.isEmpty() && scene.line.isAtTerminal
      return Outcome(
        Answer(.answered, Said.onlySample, body: [.paragraph(isEmpty ? Said.openEmpty : Said.open)]))
    }
    var outcome = Outcome(
      Answer(.answered, Said.start(count: Tour.count), body: [.paragraph(Tour.words(1))]))
    outcome.memory = [.tour(1)]
    return outcome
  }

  /// What `next` and `stop` do while the tour is on and no question waits; nothing for any other line.
  func outcome() -> Outcome? {
    guard let step = scene.state.tourStep else { return nil }
    switch scene.state.questions.last {
    case nil, .meant: break
    case .interview(let interview):
      guard interview.isPaused else { return nil }
    case .confirm, .choose, .fill, .welcome, .importFile, .whoAreYou, .remember: return nil
    }
    let words = Folding.words(of: scene.reading.said)
    var outcome: Outcome
    if words.isPhrase(Said.stopWords) {
      outcome = Outcome(Answer(.answered, Said.stopped))
      outcome.memory = [.tour(nil)]
    } else if words.isPhrase(Said.nextWords) {
      let isLast = step >= Tour.count
      outcome = Outcome(Answer(.answered, isLast ? Said.done : Tour.words(step + 1)))
      outcome.memory = [.tour(isLast ? nil : step + 1)]
    } else {
      return nil
    }
    return outcome
  }

  /// Adds the next step to the answer of a line that was the one to try.
  static func goOn(
    after reading: Reading, of outcome: Outcome, answer: inout Answer, state: inout ConversationState
  ) {
    guard let step = state.tourStep, outcome.memory.isEmpty, (1...count).contains(step),
      reading.intent == Said.intents[step - 1]
    else { return }
    if step >= count {
      state.tourStep = nil
      answer.notices.append(Said.done)
    } else {
      state.tourStep = step + 1
      answer.notices.append(words(step + 1))
    }
  }

  private static func words(_ step: Int) -> String {
    Said.step(
      number: step, count: count, about: Said.about[step - 1], line: Said.`try`[step - 1])
  }
}
