import Delivery
import Language
import Prompts
import Store

/// Answers to what is asked before anything can be asked: the data, the speaker, and whether to remember them.
struct FirstQuestions {
  let scene: Scene

  private var reading: Reading { scene.reading }
  private var isEmptyLine: Bool { reading.said.allSatisfy(\.isWhitespace) }

  /// What the line does to the question, or nothing when the line is about something else.
  func outcome(of question: OpenQuestion) throws -> Outcome? {
    switch question {
    case .welcome: try welcome()
    case .importFile(let path): imported(path)
    case .whoAreYou(let candidates): try who(candidates)
    case .remember(let person): try remembered(person)
    case .confirm, .choose, .meant, .fill, .interview: nil
    }
  }

  private func welcome() throws -> Outcome? {
    if reading.intent == "talk.sample" || number == 1 {
      var outcome = try FirstSteps(scene: scene).sample()
      outcome.questions = .close
      return outcome
    }
    guard number == 2 else {
      if case .import(let path)? = TalkIntent(reading) {
        var outcome = try FirstSteps(scene: scene).importing(path)
        if case .open(let question) = outcome.questions {
          outcome.questions = .replace(question)
        } else {
          outcome.questions = .close
        }
        return outcome
      }
      return nil
    }
    let ask = Words.Opening.Welcome.file
    var incomplete = Reading(said: reading.said, intent: "talk.import", score: 1, isExact: true)
    incomplete.slots = [:]
    return Outcome(Answer(.question, ask), questions: .replace(.fill(incomplete, slot: "text", ask: ask)))
  }

  private func imported(_ path: String) -> Outcome? {
    switch reading.intent {
    case "talk.yes":
      var outcome = Outcome(Answer(.answered, Words.TalkImport.going(path: path)), questions: .close)
      outcome.wish = .importFile(path)
      return outcome
    case "talk.no", "talk.cancel": return Outcome(Answer(.answered, Words.Voice.Question.dropped), questions: .close)
    default:
      // Enter alone keeps everything as it is.
      return isEmptyLine ? Outcome(Answer(.answered, Words.Voice.Question.dropped), questions: .close) : nil
    }
  }

  // MARK: Who

  private func who(_ candidates: [OpenQuestion.Candidate]) throws -> Outcome? {
    let words = Folding.words(of: reading.said)
    if isEmptyLine || words.isPhrase(Words.Opening.Who.nobodyWords) {
      var outcome = Outcome(Answer(.answered, Words.Opening.Who.anonymous), questions: .close)
      outcome.memory = [.staysAnonymous]
      return outcome
    }
    if !candidates.isEmpty, let number {
      guard let chosen = candidates.first(where: { $0.choice.number == number }),
        let person = try scene.snapshot.person(Key(chosen.key))
      else {
        return Outcome(
          Answer(
            .choice, Words.Voice.Question.outOfRange(count: candidates.count), choices: candidates.map(\.choice)),
          questions: .replace(.whoAreYou(candidates)))
      }
      return FirstSteps(scene: scene).become(person, .close)
    }
    if case .speaker(let slot?)? = TalkIntent(reading), slot.rivals.isEmpty, slot.key != nil,
      case .person(let person) = try Subject(slot, in: scene.snapshot)
    {
      return FirstSteps(scene: scene).become(person, .close)
    }
    return try named(reading.said.tidied)
  }

  /// Takes the line for a name: spelled right, nearly right, or shared by several.
  private func named(_ name: String) throws -> Outcome? {
    let exact = try scene.snapshot.people(named: name)
    if exact.count == 1 { return FirstSteps(scene: scene).become(exact[0], .close) }
    if exact.count > 1 { return offered(exact, Words.Opening.Who.several(name: name)) }
    // A clear request is no name, whatever it resembles.
    if reading.isExact, !reading.intent.hasPrefix("none.") { return nil }
    let near = try NearNames(snapshot: scene.snapshot).names(like: name, kind: .person)
    let people = try near.flatMap { try scene.snapshot.people(named: $0) }
    if people.count == 1, Folding.words(of: name).count <= Folding.words(of: people[0].name).count {
      return FirstSteps(scene: scene).become(people[0], .close)
    }
    if !people.isEmpty { return offered(people, Words.Opening.Who.near(name: name)) }
    guard reading.intent == Reading.unclear, Folding.words(of: name).count <= 3 else { return nil }
    return Outcome(
      Answer(.unknown, Words.Opening.Who.nobody(name: name)), questions: .replace(.whoAreYou([])))
  }

  private func offered(_ people: [Person], _ headline: String) -> Outcome {
    let candidates = people.prefix(9).enumerated().map { index, person in
      OpenQuestion.Candidate(
        choice: Choice(number: index + 1, label: "\(person.name) (\(person.key))", said: person.name),
        key: person.key.text)
    }
    return Outcome(
      Answer(.choice, headline, choices: candidates.map(\.choice), question: Words.Voice.Question.choose),
      questions: .replace(.whoAreYou(candidates)))
  }

  private func remembered(_ key: String) throws -> Outcome? {
    let name = try scene.snapshot.person(Key(key))?.name ?? key
    switch isEmptyLine ? "talk.yes" : reading.intent {
    case "talk.yes":
      var outcome = Outcome(Answer(.answered, Words.TalkSpeaker.remembered(full: name)), questions: .close)
      outcome.wish = .keepSpeaker(Key(key))
      return outcome
    case "talk.no", "talk.cancel":
      return Outcome(Answer(.answered, Words.TalkSpeaker.forgotten(full: name)), questions: .close)
    default: return nil
    }
  }

  private var number: Int? { isEmptyLine ? nil : ChoiceNumber.of(reading) }
}
