import Delivery
import Language
import Prompts
import Store

/// Lists work items, changes them, and says what statuses count as.
struct WorkSkill {
  let scene: Scene

  func outcome(of intent: WorkIntent) throws -> Outcome {
    switch intent {
    case .list(let slots): return Outcome(try WorkList(scene: scene).answer(slots))
    case .stale(let slots, let period, let delay):
      return Outcome(try StaleWork(scene: scene).answer(slots, period: period, delay: delay))
    case .update(let subject, let change):
      let outcome: Outcome =
        switch try Subject(subject, in: scene.snapshot) {
        case .item(let item): try ItemUpdate(scene: scene, item: item).outcome(of: change)
        case .feature(let feature): try FeatureUpdate(scene: scene, feature: feature).outcome(of: change)
        case .release, .team, .person: throw UnknownRecord.name(kind: .item, said: subject.value)
        }
      return asked(outcome)
    case .define(let status, let category):
      return asked(try StatusDefinition(scene: scene).outcome(status: status, category: category))
    }
  }

  /// A line that ends as a question is not taken at its word: the change is shown first.
  private func asked(_ outcome: Outcome) -> Outcome {
    guard !outcome.changes.isEmpty, scene.reading.said.last(where: { $0 != " " }) == "?" else { return outcome }
    var reading = scene.reading
    reading.isExact = false
    var outcome = outcome
    outcome.stands = reading
    return outcome
  }
}
