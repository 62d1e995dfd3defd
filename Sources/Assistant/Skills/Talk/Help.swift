import Delivery
import Language
import Prompts

/// Help by example: six things to say by kind of user, what can be said about a topic, or an example of everything.
struct Help {
  let scene: Scene

  func answer(topic: String?) throws -> Answer {
    let wantsExamples = !Set(Folding.words(of: scene.reading.said)).isDisjoint(with: Words.Help.exampleWords)
    guard let topic else {
      if wantsExamples { return everything() }
      return near() ?? usual(HelpGroup.of(role: scene.speaker?.role))
    }
    if let group = HelpGroup.of(role: topic) { return usual(group) }
    return about(topic) ?? unknown(topic)
  }

  /// Six examples for the kind of user that is known, else two for each kind.
  private func usual(_ group: HelpGroup?) -> Answer {
    var answer = Answer(.answered, Words.TalkHelp.headline)
    if let group {
      let others = HelpGroup.allCases.filter { $0 != group }.map(\.line) + [Words.Help.Also.examples]
      answer.body = [
        .paragraph(Words.TalkHelp.group(title: group.title)), .list(group.examples), .paragraph(Words.TalkHelp.always),
      ]
      answer.next = others
    } else {
      for group in HelpGroup.allCases {
        answer.body += [.paragraph(Words.TalkHelp.group(title: group.title)), .list(Array(group.examples.prefix(2)))]
      }
      answer.body.append(.paragraph(Words.TalkHelp.always))
      answer.next = HelpGroup.allCases.map(\.line)
    }
    return answer
  }

  /// Examples of what the line before came nearest to, when that was not understood.
  private func near() -> Answer? {
    let examples = lines(of: scene.state.tried)
    guard !examples.isEmpty else { return nil }
    return Answer(
      .answered, Words.TalkHelp.near, body: [.list(examples)], next: [Words.Help.Also.examples])
  }

  /// Examples of the intents that the topic's words come nearest to.
  private func about(_ topic: String) -> Answer? {
    let reading = scene.reader.read(topic, names: NameTable(), context: LineContext.context(of: scene.line))
    var intents = reading.intent.hasPrefix("none.") ? [] : [reading.intent]
    intents += reading.alternatives.map(\.intent)
    let examples = lines(of: HelpKind.named(by: topic)?.intents ?? intents)
    guard !examples.isEmpty else { return nil }
    return Answer(
      .answered, Words.TalkHelp.about(topic: topic), body: [.list(examples)], next: [Words.Help.Also.examples])
  }

  private func unknown(_ topic: String) -> Answer {
    var answer = usual(HelpGroup.of(role: scene.speaker?.role))
    answer.headline = Words.TalkHelp.nothing(topic: topic)
    return answer
  }

  private func lines(of intents: [String]) -> [String] {
    var seen: Set<String> = []
    return intents.filter { !$0.hasPrefix("none.") && seen.insert($0).inserted }.prefix(3)
      .flatMap { Examples.of($0).prefix(3).map(\.text) }
  }

  /// Examples of every kind of line, the first groups at once and the others with `more`.
  private func everything() -> Answer {
    let perIntent = 1
    let blocks = HelpKind.all.flatMap { kind -> [Block] in
      let lines = kind.intents.flatMap { Examples.of($0).prefix(perIntent).map(\.text) }
      return lines.isEmpty ? [] : [.paragraph(Words.TalkHelp.group(title: kind.title)), .list(lines)]
    }
    return Answer(
      .answered, Words.TalkHelp.all, body: Array(blocks.prefix(4)), rest: Array(blocks.dropFirst(4)))
  }
}

/// The kinds of user that help is for.
enum HelpGroup: CaseIterable {
  case support, delivery, facilitation

  /// The kind that a role, or a word for one, belongs to.
  static func of(role: String?) -> HelpGroup? {
    guard let role else { return nil }
    let words = Folding.words(of: role)
    return allCases.reversed().first { group in
      group.words.contains { Folding.words(of: $0) == words }
    }
  }

  var title: String {
    switch self {
    case .support: Words.Help.Groups.Support.title
    case .delivery: Words.Help.Groups.Delivery.title
    case .facilitation: Words.Help.Groups.Facilitation.title
    }
  }

  var examples: [String] {
    switch self {
    case .support: Words.Help.Groups.Support.examples
    case .delivery: Words.Help.Groups.Delivery.examples
    case .facilitation: Words.Help.Groups.Facilitation.examples
    }
  }

  /// The line that asks for help of this kind.
  var line: String {
    switch self {
    case .support: Words.Help.Also.support
    case .delivery: Words.Help.Also.delivery
    case .facilitation: Words.Help.Also.facilitation
    }
  }

  private var words: [String] {
    switch self {
    case .support: Words.Help.Groups.Support.words
    case .delivery: Words.Help.Groups.Delivery.words
    case .facilitation: Words.Help.Groups.Facilitation.words
    }
  }
}

/// The kinds of lines that `examples` shows.
private struct HelpKind {
  let title: String
  let words: [String]
  let intents: [String]

  /// The kind that a topic names, with or without an article: "a follow-up", "reminders".
  static func named(by topic: String) -> HelpKind? {
    let said = Folding.words(of: topic)
    return all.first { kind in
      kind.words.contains { word in
        let word = Folding.words(of: word)
        return said == word
          || said.count == word.count + 1 && Words.Help.articles.contains(said[0])
            && Array(said.dropFirst()) == word
      }
    }
  }

  static var all: [HelpKind] {
    typealias Kinds = Words.Help.Kinds
    return [
      HelpKind(title: Kinds.Status.title, words: Kinds.Status.words, intents: Kinds.Status.intents),
      HelpKind(title: Kinds.Blockers.title, words: Kinds.Blockers.words, intents: Kinds.Blockers.intents),
      HelpKind(title: Kinds.Changes.title, words: Kinds.Changes.words, intents: Kinds.Changes.intents),
      HelpKind(title: Kinds.Followups.title, words: Kinds.Followups.words, intents: Kinds.Followups.intents),
      HelpKind(title: Kinds.Whys.title, words: Kinds.Whys.words, intents: Kinds.Whys.intents),
      HelpKind(title: Kinds.Talk.title, words: Kinds.Talk.words, intents: Kinds.Talk.intents),
    ]
  }
}
