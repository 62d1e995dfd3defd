import Interchange
import Prompts
import Store
import Times

/// Why an answer was what it was: how its line was read, and the rows it rests on with their ages.
struct Explanation {
  let scene: Scene

  /// The answer with a number, else the last one.
  func answer(_ number: Int?) throws -> Answer {
    if let number { return try numbered(number) }
    guard let turn = try lastTurn() else { return Answer(.answered, Words.Voice.Explain.nothing) }
    return answer(turn)
  }

  private func numbered(_ number: Int) throws -> Answer {
    let turn = try scene.snapshot.turn(number)
    if let turn, turn.said != nil {
      guard turn.person == scene.line.person else {
        return Answer(.refused, Words.Voice.Explain.notYours(number: number))
      }
      return answer(turn)
    }
    guard let last = try scene.snapshot.turns(of: scene.line.person, limit: 20).first(where: { $0.said != nil }),
      let said = last.said, let newest = last.number
    else { return Answer(.unknown, Words.Voice.Explain.noTurns(number: number)) }
    return Answer(
      .unknown, Words.Voice.Explain.noSuchTurn(number: number, last: newest, said: PrintableText.line(said)))
  }

  private func lastTurn() throws -> Turn? {
    try scene.snapshot.turns(of: scene.line.person, limit: 20)
      .first { $0.said != nil && !Explanation.passedOver.contains($0.intent ?? "") }
  }

  private func answer(_ turn: Turn) -> Answer {
    let reading = turn.reading.flatMap { try? JSONReader.value(of: $0) }
    let steps = (reading?["because"]?.array ?? []).compactMap(\.text)
    var body: [Block] = [
      .list(steps.enumerated().map { Words.Voice.Explain.step(number: $0 + 1, text: $1) })
    ]
    let facts = turn.answer.flatMap { try? JSONReader.value(of: $0) }?["facts"]?.array ?? []
    // The age is said beside every fact here, so the line that says it for all is left out.
    let sources = Array(
      facts.filter { $0["label"]?.text != Words.FeatureStatus.asOf }.compactMap(fact).prefix(Explanation.mostFacts))
    if !sources.isEmpty {
      body.append(.paragraph(Words.Voice.Explain.sources))
      body.append(.facts(sources))
    }
    return Answer(
      .answered, Words.Voice.Explain.headline(said: turn.said ?? "", intent: turn.intent ?? ""), body: body)
  }

  /// Lines that are about another answer than their own.
  private static let passedOver: Set = ["talk.explain", "talk.more", "talk.copy", "talk.json"]

  private static let mostFacts = 6

  /// A fact of the logged answer with its source and age spelled out.
  private func fact(_ json: JSON) -> Fact? {
    guard let label = json["label"]?.text, let value = json["value"]?.text, let source = json["source"]?.text else {
      return nil
    }
    let asOf = json["as_of"]?.text.flatMap { Instant($0) }
    let age = asOf.map { "\(scene.wording.moment($0)), \(scene.wording.distance(to: $0))" }
    let origin = [source, age, json["confidence"]?.text].compactMap(\.self).joined(separator: " · ")
    return Fact(
      label, Words.Voice.Explain.fact(value: value, origin: origin), source: source, asOf: asOf,
      confidence: json["confidence"]?.text)
  }
}
