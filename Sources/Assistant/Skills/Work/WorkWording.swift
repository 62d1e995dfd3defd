import Delivery
import Interchange
import Language
import Prompts
import Store
import Times

/// Work items in lists, and the filter that selects them, in words.
struct WorkWording {
  let scene: Scene

  /// The item as a row for machines; the days run since it took its status, or since another moment.
  func row(_ work: ListedWork, since: Instant?) -> JSON.Object {
    [
      "kind": "item", "key": .string(work.key.text), "title": .optional(work.title), "status": .optional(work.status),
      "category": .optional(work.category?.rawValue), "assignee": .optional(work.assignee),
      "feature": .optional(work.feature), "team": .optional(work.team),
      "days": .optional(since.map { scene.wording.days(since: $0) }),
    ]
  }

  func table(_ rows: some Sequence<(ListedWork, Instant?)>) -> Block {
    typealias Titles = Words.WorkList.Columns
    let columns: [Table.Column] = [
      .init(Titles.item), .init(Titles.title, isToldElsewhere: true), .init(Titles.status), .init(Titles.assignee),
      .init(Titles.days, isNumber: true),
    ]
    let cells = rows.map { work, since in
      [
        Table.Cell(work.key.text), Table.Cell(work.title ?? ""),
        Table.Cell(work.status ?? Words.WorkList.noStatus, Role(status: work.status, category: work.category)),
        Table.Cell(work.assignee ?? Words.WorkList.nobody),
        Table.Cell(since.map { "\(scene.wording.days(since: $0))" } ?? ""),
      ]
    }
    return .table(Table(columns, cells: cells))
  }

  static func category(_ category: Status.Category) -> String {
    switch category {
    case .waiting: Words.StatusDefine.Categories.waiting
    case .active: Words.StatusDefine.Categories.active
    case .done: Words.StatusDefine.Categories.done
    }
  }

  /// Finds the records that the slots name.
  ///
  /// - Throws: ``UnknownRecord`` for a name that nobody recorded.
  func filter(_ slots: WorkSlots) throws -> (filter: WorkFilter, names: Names) {
    var filter = WorkFilter()
    var names = Names()
    if let slot = slots.person {
      guard let person = try Who(scene: scene).person(slot) else { return (filter, Names(isUnknownSpeaker: true)) }
      filter.assignee = person.key
      names.person = person
    }
    if let slot = slots.team {
      guard case .team(let team) = try Subject(slot, in: scene.snapshot) else { throw unknown(slot, .team) }
      filter.team = team.key
      names.others.append(Words.WorkList.in(name: team.name))
    }
    if let slot = slots.feature {
      guard case .feature(let feature) = try Subject(slot, in: scene.snapshot) else { throw unknown(slot, .feature) }
      filter.feature = feature.key
      names.others.append(Words.WorkList.for(name: feature.name))
    }
    if let slot = slots.release {
      guard case .release(let release) = try Subject(slot, in: scene.snapshot) else { throw unknown(slot, .release) }
      filter.release = release.key
      names.others.append(Words.WorkList.for(name: release.name))
    }
    if let slot = slots.status {
      guard let use = try scene.snapshot.use(ofStatus: slot.key ?? slot.value) else { throw unknown(slot, .status) }
      filter.status = use.spelling
      filter.includesClosed = true
      names.state = use.spelling
    }
    if let category = slots.category.flatMap({ Status.Category(rawValue: $0.value) }) {
      filter.category = category
      filter.includesClosed = category == .done
      names.state = WorkWording.category(category)
    }
    return (filter, names)
  }

  /// What a filter is called in an answer.
  struct Names {
    var person: Person?
    var state: String?
    var others: [String] = []
    var isUnknownSpeaker = false
  }

  private func unknown(_ slot: SlotValue, _ kind: SlotKind) -> UnknownRecord {
    .name(kind: kind, said: slot.value)
  }
}
