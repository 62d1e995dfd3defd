import Delivery
import Language
import Prompts
import Store
import Times

/// Answers what is said about the talk itself: help, why, more, undo, hello and good-bye.
struct TalkSkill {
  let scene: Scene

  func outcome(of intent: TalkIntent) throws -> Outcome {
    switch intent {
    case .help(let topic): Outcome(try Help(scene: scene).answer(topic: topic))
    case .explain(let number): Outcome(try Explanation(scene: scene).answer(number))
    case .undo(let number): try UndoTarget(scene: scene).outcome(number)
    case .redo: Outcome(Answer(.changed, ""), effect: .redo)
    case .more: try LastAnswer(scene: scene).more()
    case .copy: try LastAnswer(scene: scene).copied()
    case .json: try LastAnswer(scene: scene).asJSON()
    case .back: Outcome(Answer(.answered, Words.TalkBack.nothing))
    case .plain: plain()
    case .quiet(let time): Quiet(scene: scene).outcome(time)
    case .tour: try Tour(scene: scene).start()
    case .sample: try FirstSteps(scene: scene).sample()
    case .doctor: doctor()
    case .import(let path): try FirstSteps(scene: scene).importing(path)
    case .speaker(let slot): try FirstSteps(scene: scene).speaker(slot)
    case .cancel: Outcome(Answer(.answered, Words.TalkCancel.nothing))
    case .quit: Outcome(Answer(.answered, try farewell()), effect: .leave)
    case .greet: Outcome(try greeting())
    case .thanks: Outcome(Answer(.answered, Words.TalkThanks.headline))
    case .answer: Outcome(Answer(.answered, Words.Voice.Question.nothingOpen))
    }
  }

  /// What the program needs is the shell's to know.
  private func doctor() -> Outcome {
    guard scene.line.isAtTerminal else { return Outcome(Answer(.answered, Words.TalkDoctor.command)) }
    var outcome = Outcome(Answer(.answered, Words.TalkDoctor.checking))
    outcome.wish = .checkUp
    return outcome
  }

  private func plain() -> Outcome {
    typealias Said = Words.TalkPlain
    let words = Folding.words(of: scene.reading.said)
    let isOn = !Said.offWords.contains { words.firstRange(of: Folding.words(of: $0)) != nil }
    guard isOn != scene.state.isPlain else {
      return Outcome(Answer(.answered, isOn ? Said.alreadyOn : Said.alreadyOff))
    }
    var outcome = Outcome(Answer(.answered, isOn ? Said.on : Said.off))
    outcome.memory = [.plain(isOn)]
    return outcome
  }

  private func greeting() throws -> Answer {
    let headline = scene.speaker.map { Words.TalkGreet.named(name: $0.short ?? $0.name) } ?? Words.TalkGreet.headline
    return Answer(.answered, headline, next: Words.TalkGreet.next)
  }

  private func farewell() throws -> String {
    guard let speaker = scene.speaker, let next = try scene.snapshot.nextFollowUp(of: speaker.key) else {
      return Words.Commands.Chat.bye
    }
    let wording = scene.wording
    let due: String? =
      switch next.due {
      case .day(let day): wording.datedDay(day)
      case .moment(let instant): wording.moment(instant)
      case nil: nil
      }
    guard let due else { return Words.Commands.Chat.bye }
    return Words.Commands.Chat.due(text: next.text, when: due)
  }
}
