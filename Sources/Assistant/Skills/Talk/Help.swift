import Language
import Prompts

/// Help by example: six things to say by kind of user, or what can be said about a topic.
struct Help {
  let scene: Scene

  func answer(topic: String?) throws -> Answer {
    if let topic, let answer = about(topic) { return answer }
    return Answer(
      .answered, Words.TalkHelp.headline,
      body: [
        .paragraph(Words.TalkHelp.support), .list(Words.TalkHelp.supportExamples),
        .paragraph(Words.TalkHelp.manager), .list(Words.TalkHelp.managerExamples),
        .paragraph(Words.TalkHelp.facilitator), .list(Words.TalkHelp.facilitatorExamples),
        .paragraph(Words.TalkHelp.always),
      ])
  }

  /// Examples of the intents that the topic's words come nearest to.
  private func about(_ topic: String) -> Answer? {
    let reading = scene.reader.read(topic, names: NameTable(), context: LineContext.context(of: scene.line))
    var intents = reading.intent.hasPrefix("none.") ? [] : [reading.intent]
    intents += reading.alternatives.map(\.intent)
    let examples = intents.prefix(3).flatMap { Examples.of($0).prefix(3).map(\.text) }
    guard !examples.isEmpty else { return nil }
    return Answer(.answered, Words.TalkHelp.about(topic: topic), body: [.list(examples)])
  }
}
