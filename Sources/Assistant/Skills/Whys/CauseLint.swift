import Language
import Prompts

/// Judges whether a text says what happened and what allowed it, or blames, repeats, proposes instead.
struct CauseLint {
  /// The names under which machines are told.
  enum Rule: String, CaseIterable, Sendable {
    case blame, counterfactual, solution, vague, circular, restates
  }

  struct Flag: Hashable, Sendable {
    var rule: Rule
    /// The words that raised it, as typed.
    var words: String
    /// Other words for the whole text, where there are some.
    var offer: String?
  }

  /// Names in the text, and the text without them.
  let people: [PeopleInText.Mention]
  let anonymous: String

  private typealias Causes = Words.Interviews.Causes

  init(_ text: String, people finder: PeopleInText) throws {
    people = try finder.mentions(in: text)
    anonymous = try finder.anonymous(text)
  }

  /// What is to be said about the text as an explanation of its parent and of what that leads to, in order of weight.
  func flags(parent: String?, ancestors: [String] = []) -> [Flag] {
    let tokens = Folding.line(anonymous, limit: .max).tokens
    let words = tokens.map(\.text)
    var flags: [Flag] = []
    if let parent, Folding.words(of: parent) == words { flags.append(Flag(rule: .restates, words: anonymous)) }
    if ancestors.contains(where: { Folding.words(of: $0) == words }) {
      flags.append(Flag(rule: .circular, words: anonymous))
    }
    if let phrase = firstPhrase(tokens) {
      let said = String(decoding: Array(anonymous.utf8)[phrase.bytes], as: UTF8.self)
      flags.append(Flag(rule: phrase.rule, words: said, offer: phrase.offer))
    } else if !people.isEmpty {
      flags.append(Flag(rule: .blame, words: anonymous, offer: nameless(tokens)))
    }
    for (rule, phrases) in [(Rule.solution, Causes.Solution.phrases), (.vague, Causes.Vague.phrases)] {
      if let phrase = phrases.first(where: { words.firstRange(of: Folding.words(of: $0)) != nil }) {
        flags.append(Flag(rule: rule, words: phrase))
      }
    }
    return flags
  }

  // MARK: Words that blame

  private struct Phrase {
    var rule: Rule
    var bytes: Range<Int>
    var offer: String
  }

  /// A way of blaming, with what to say for it; some words blame only after a word for somebody.
  private struct Group {
    var rule: Rule
    var phrases: [String]
    var needsActor = false
    var offer: (String) -> String
  }

  private static var groups: [Group] {
    typealias Blame = Causes.Blame
    typealias Counter = Causes.Counterfactual
    return [
      Group(rule: .blame, phrases: Blame.Forgot.phrases) { Blame.Forgot.offer(rest: $0) },
      Group(rule: .blame, phrases: Blame.ForgotThing.phrases) { Blame.ForgotThing.offer(rest: $0) },
      Group(rule: .blame, phrases: Blame.Failed.phrases, needsActor: true) { Blame.Failed.offer(rest: $0) },
      Group(rule: .blame, phrases: Blame.Careless.phrases) { _ in Blame.Careless.offer },
      Group(rule: .blame, phrases: Blame.Slip.phrases) { _ in Blame.Slip.offer },
      Group(rule: .counterfactual, phrases: Counter.ShouldNot.phrases) { Counter.ShouldNot.offer(rest: $0) },
      Group(rule: .counterfactual, phrases: Counter.ShouldHave.phrases) { Counter.ShouldHave.offer(rest: $0) },
      Group(rule: .counterfactual, phrases: Counter.IfOnly.phrases) { Counter.IfOnly.offer(rest: $0) },
    ]
  }

  private func firstPhrase(_ tokens: [Token]) -> Phrase? {
    let words = tokens.map(\.text)
    let bytes = Array(anonymous.utf8)
    for group in CauseLint.groups {
      for phrase in group.phrases {
        let sought = Folding.words(of: phrase)
        guard let found = words.firstRange(of: sought) else { continue }
        let actor = actorStart(words, before: found.lowerBound)
        if group.needsActor && actor == nil { continue }
        let start = tokens[actor ?? found.lowerBound].range.lowerBound
        let end = tokens[found.upperBound - 1].range.upperBound
        let before = String(decoding: bytes[..<start], as: UTF8.self)
        let rest = String(decoding: bytes[end...], as: UTF8.self).withoutClosingMarks
        guard !(rest.isEmpty && group.offer("").hasSuffix(" ")) else { continue }
        let offer = before.tidied.isEmpty ? group.offer(rest).capitalisedFirst : before + group.offer(rest)
        return Phrase(rule: group.rule, bytes: start..<end, offer: offer.tidied)
      }
    }
    return nil
  }

  /// Where the words for somebody start that end just before a word.
  private func actorStart(_ words: [String], before index: Int) -> Int? {
    Causes.actors.map { Folding.words(of: $0) }.filter { actor in
      index >= actor.count && Array(words[index - actor.count..<index]) == actor
    }.map { index - $0.count }.min()
  }

  /// The text without names; with what allowed it, when somebody did something in it.
  private func nameless(_ tokens: [Token]) -> String {
    let text = anonymous.withoutClosingMarks
    let bytes = Array(anonymous.utf8)
    let acts = [Causes.Names.someone, Causes.Names.several].contains { actor in
      let words = Folding.words(of: actor)
      guard let found = tokens.map(\.text).firstRange(of: words), found.upperBound < tokens.count else { return false }
      // A blank alone stands between somebody and what they did; an apostrophe makes it somebody's.
      return bytes[tokens[found.upperBound].range.lowerBound - 1] == UInt8(ascii: " ")
        && bytes[tokens[found.lowerBound].range.lowerBound...].starts(with: Array(actor.utf8) + [UInt8(ascii: " ")])
        || bytes[tokens[found.lowerBound].range.lowerBound...].starts(
          with: Array(actor.capitalisedFirst.utf8) + [UInt8(ascii: " ")])
    }
    return acts ? Causes.Blame.reword(text: text) : text
  }
}

extension String {
  /// The text without blanks at its ends and without what ends a sentence.
  var withoutClosingMarks: String {
    var text = Substring(tidied)
    while let last = text.last, ".!;,".contains(last) { text.removeLast() }
    return String(text)
  }
}
