import Delivery
import Interchange
import Language
import Prompts
import Store
import Times

/// Records what a person says of a feature: its stage or date as claims, its owner on the feature itself.
struct FeatureUpdate {
  let scene: Scene
  let feature: Feature

  func outcome(of change: WorkChange) throws -> Outcome {
    guard change.status != nil || change.person != nil || change.when != nil else {
      let ask = Words.WorkUpdate.what(name: feature.name)
      return Outcome(Answer(.question, ask), questions: .open(.fill(scene.reading, slot: "status", ask: ask)))
    }
    let who = scene.speaker?.name ?? Words.Voice.Undo.somebody
    var changes: [Change] = []
    var said: [String] = []
    var claims: [Claim] = []
    if let slot = change.status {
      claims.append(claim("stage", slot.value))
      said.append(Words.WorkUpdate.stage(status: slot.value, who: who))
    }
    if let slot = change.when {
      guard let day = try DueNotes(scene: scene).day(of: slot) else {
        return Outcome(Answer(.refused, Words.FollowupMove.undated(said: slot.said)))
      }
      claims.append(claim("date", day.description))
      said.append(Words.WorkUpdate.date(date: scene.wording.datedDay(day), who: who))
    }
    changes = claims.map { .put(.claim($0)) }
    if let slot = change.person {
      guard let person = try Who(scene: scene).person(slot) else {
        return Outcome(Answer(.refused, Words.WorkUpdate.unknownSpeaker))
      }
      if feature.owner != person.key {
        var new = feature
        new.owner = person.key
        changes.append(.put(.feature(new)))
        let old = try feature.owner.flatMap { try scene.snapshot.person($0)?.name }
        said.append(
          old.map { Words.WorkUpdate.owner(name: person.name, old: $0) }
            ?? Words.WorkUpdate.firstOwner(name: person.name))
      }
    }
    guard !changes.isEmpty else { return Outcome(Answer(.answered, Words.Voice.Change.nothing)) }
    let line = Words.WorkUpdate.line(key: feature.name, changes: said.joined(separator: "; "))
    let records = try claims.map(ClaimWording(scene: scene).row)
    return Outcome(
      Answer(.changed, line, records: records, next: [Words.Followups.Next.undo]), changes: changes,
      preview: Answer(
        .preview, Words.Voice.Change.check, body: [.paragraph(line)], records: records,
        question: Words.Voice.Change.ask))
  }

  private func claim(_ attribute: String, _ value: String) -> Claim {
    let subject = Reference(.feature, feature.key.text)
    let source = Words.Voice.Sources.stated(person: scene.speaker?.name ?? Words.Voice.Undo.somebody)
    return Claim(
      key: Claim.key(
        subject: subject, attribute: attribute, scope: [], value: value, source: source, by: scene.speaker?.key,
        at: scene.now),
      subject: subject, attribute: attribute, value: value, source: source, by: scene.speaker?.key, at: scene.now,
      confidence: .stated)
  }
}
