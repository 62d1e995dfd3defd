import Delivery
import Language
import Prompts
import Store

/// Says what a status counts as; a person's word stands against every later import.
struct StatusDefinition {
  let scene: Scene

  /// Who said it, where nobody knows the speaker.
  private static let anonymous = "person"

  func outcome(status slot: SlotValue, category said: SlotValue) throws -> Outcome {
    guard let category = Status.Category(rawValue: said.key ?? said.value) else {
      throw UnknownRecord.name(kind: .category, said: said.value)
    }
    let typed = slot.key ?? slot.value
    let use = try scene.snapshot.use(ofStatus: typed)
    let status = Status(
      name: use?.spelling ?? typed, category: category, by: scene.speaker?.key.text ?? StatusDefinition.anonymous)
    if case .status(let known)? = try scene.snapshot.record(Reference(.status, status.key)), use?.category == category,
      known.by != nil
    {
      return Outcome(Answer(.answered, Words.Voice.Change.nothing))
    }
    let word = WorkWording.category(category)
    let old = use?.category.map(WorkWording.category)
    let headline =
      if let old, use?.category != category {
        Words.StatusDefine.changed(status: status.name, category: word, old: old)
      } else {
        Words.StatusDefine.first(status: status.name, category: word)
      }
    let effect =
      switch (use?.items ?? 0, old) {
      case (0, _): Words.StatusDefine.unused
      case (let count, let old?) where use?.category != category:
        Words.StatusDefine.moves(count: count, old: old, category: word)
      case (let count, _): Words.StatusDefine.sorts(count: count)
      }
    let line = Words.StatusDefine.line(status: status.name, category: word)
    return Outcome(
      Answer(.changed, headline, body: [.paragraph(effect)], next: [Words.Followups.Next.undo]),
      changes: [.put(.status(status))],
      preview: Answer(
        .preview, Words.Voice.Change.check, body: [.paragraph(line), .paragraph(effect)],
        question: Words.Voice.Change.ask))
  }
}
