import Delivery
import Interchange
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
    case .explain: Outcome(try Explanation(scene: scene).answer())
    case .undo: try undo()
    case .redo: Outcome(Answer(.changed, ""), effect: .redo)
    case .more: Outcome(try more())
    case .cancel: Outcome(Answer(.answered, Words.TalkCancel.nothing))
    case .quit: Outcome(Answer(.answered, try farewell()), effect: .leave)
    case .greet: Outcome(try greeting())
    case .thanks: Outcome(Answer(.answered, Words.TalkThanks.headline))
    case .answer: Outcome(Answer(.answered, Words.Voice.Question.nothingOpen))
    }
  }

  /// Takes back at once what was small; shows first what many records hang on, such as an import.
  private func undo() throws -> Outcome {
    let taken = Outcome(Answer(.changed, ""), effect: .undo)
    guard !scene.line.isAgreed, !scene.isConfirmed,
      let (set, records) = try scene.snapshot.undoTarget(by: scene.line.person), records > TalkSkill.small
    else { return taken }
    let said = set.occasion.said ?? set.occasion.source ?? set.occasion.verb
    return Outcome(
      Answer(.preview, Words.Voice.Undo.large(said: said, count: records), question: Words.Voice.Change.ask),
      questions: .open(.confirm(scene.reading)))
  }

  /// Up to so many records are taken back without asking.
  private static let small = 20

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

  /// What the last answer of this person left out, worked out anew.
  private func more() throws -> Answer {
    let turns = try scene.snapshot.turns(of: scene.line.person, limit: 10)
    guard let turn = turns.first(where: { $0.intent != "talk.more" && $0.said != nil }), let said = turn.said,
      let intent = turn.intent, !intent.hasPrefix("talk.")
    else { return Answer(.answered, Words.Voice.Frame.nothingMore) }
    if scene.reader.grammar.traits(of: intent)?.changes == true {
      return Answer(.answered, Words.Voice.Frame.nothingMore)
    }
    var line = scene.line
    line.text = said
    let names = StoreNames(snapshot: scene.snapshot)
    let reading = scene.reader.read(said, names: names, context: LineContext.context(of: line))
    try names.check()
    guard reading.intent == intent else { return Answer(.answered, Words.Voice.Frame.nothingMore) }
    let again = try Router(scene: scene.reading(reading, line: line)).outcome().answer
    guard !again.rest.isEmpty else { return Answer(.answered, Words.Voice.Frame.nothingMore) }
    return Answer(.answered, again.headline, body: again.rest, records: again.records)
  }
}
