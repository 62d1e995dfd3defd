import Delivery
import Interchange
import Language
import Planning
import Prompts
import Store
import Times

/// All items that wait for something open, oldest first, with their roots.
struct BlockedList {
  let scene: Scene
  /// Teams, people, features and releases; an item has to be of all of them.
  let groups: [SlotValue]

  /// Longer lists continue after `more`, and from there in narrower questions.
  private static let shown = 10
  private static let shownLater = 30
  /// Side facts name so many and count the rest.
  private static let named = 3

  private typealias Labels = Words.BlockedList

  func answer() throws -> Answer {
    let chosen = try chosenItems()
    let outside = try scene.snapshot.openOutsideItems()
    var blocked = BlockedItems(try scene.openGraph(), outside: outside, among: chosen?.items)
    var ends = WaitEnds(scene.snapshot)
    var answer = Answer(.answered, headline(blocked, name: chosen?.name))
    if !blocked.items.isEmpty {
      answer.body.append(.table(try table(blocked.items.prefix(Self.shown), &blocked, &ends)))
    }
    answer.body += try remarks(blocked, outside, chosen?.items, &ends)
    let later = blocked.items.dropFirst(Self.shown).prefix(Self.shownLater)
    if !later.isEmpty {
      answer.rest = [.table(try table(later, &blocked, &ends))]
      let beyond = blocked.items.count - Self.shown - later.count
      if beyond > 0 { answer.rest.append(.paragraph(Labels.beyond(count: beyond))) }
    }
    if let oldest = blocked.items.first {
      answer.next.append(Labels.Next.item(key: try ends.end(oldest.number).name))
    }
    // What is shown can be pointed at; the rows of the rest cost too much where nobody reads them.
    let rows = blocked.items.prefix(scene.wantsRecords ? blocked.items.count : Self.shown)
    answer.records = try rows.map { entry in try row(entry, &blocked, &ends) }
    return answer
  }

  /// The items that are in every group, and what to call them; nothing when no group was named.
  private func chosenItems() throws -> (items: Set<Int64>, name: String)? {
    var chosen: Set<Int64>?
    var names: [String] = []
    for slot in groups {
      let subject = try Subject(slot, in: scene.snapshot)
      guard let group = ItemGroup(subject) else { continue }
      let items = try scene.snapshot.openItems(of: group)
      chosen = chosen?.intersection(items) ?? items
      names.append(subject.name)
    }
    return chosen.map { ($0, names.joined(separator: ", ")) }
  }

  private func headline(_ blocked: BlockedItems, name: String?) -> String {
    let count = blocked.items.count
    guard let oldest = blocked.items.first else { return name.map(Labels.noneOf(name:)) ?? Labels.none }
    switch (oldest.since.map(scene.wording.days(since:)), name) {
    case (let days?, let name?): return Labels.headlineOldestOf(count: count, name: name, days: days)
    case (let days?, nil): return Labels.headlineOldest(count: count, days: days)
    case (nil, let name?): return Labels.headlineOf(count: count, name: name)
    case (nil, nil): return Labels.headline(count: count)
    }
  }

  private func table(
    _ entries: ArraySlice<BlockedItems.Entry>, _ blocked: inout BlockedItems, _ ends: inout WaitEnds
  ) throws -> Table {
    var rows: [[String]] = []
    for entry in entries {
      let end = try ends.end(entry.number)
      rows.append([
        end.title.map { Labels.titled(key: end.name, title: $0) } ?? end.name, end.owner ?? "",
        short(try ends.names(blocked.blockers(of: entry))), short(try ends.names(blocked.roots(of: entry))),
        entry.since.map { "\(scene.wording.days(since: $0))" } ?? "",
      ])
    }
    return Table(
      [
        Table.Column(Labels.item, isToldElsewhere: true), Table.Column(Labels.assignee), Table.Column(Labels.waitsFor),
        Table.Column(Labels.root), Table.Column(Labels.days, isNumber: true),
      ], rows: rows)
  }

  /// Two names at most, and how many more there are.
  private func short(_ names: [String]) -> String {
    guard names.count > 2 else { return names.joined(separator: ", ") }
    return Labels.several(keys: names[0], count: names.count - 1)
  }

  private func row(
    _ entry: BlockedItems.Entry, _ blocked: inout BlockedItems, _ ends: inout WaitEnds
  ) throws -> JSON.Object {
    let end = try ends.end(entry.number)
    return [
      "kind": "item", "key": .string(end.reference.key), "title": .optional(end.title),
      "assignee": .optional(end.owner), "team": .optional(end.team),
      "blocked_by": .strings(try ends.keys(blocked.blockers(of: entry))),
      "root": .strings(try ends.keys(blocked.roots(of: entry))),
      "since": .optional(entry.since.map(scene.wording.iso)),
      "days": .optional(entry.since.map(scene.wording.days(since:))),
    ]
  }

  // MARK: What else to know

  private func remarks(
    _ blocked: BlockedItems, _ outside: Set<Int64>, _ chosen: Set<Int64>?, _ ends: inout WaitEnds
  ) throws -> [Block] {
    var texts: [String] = []
    if let (root, count) = blocked.mostFreeing(), count > 1 {
      let end = try ends.end(root)
      texts.append(
        end.owner.map { Labels.freesWho(count: count, root: end.name, owner: $0) }
          ?? Labels.frees(count: count, root: end.name))
    }
    if let text = try uncertain(blocked, outside, chosen, &ends) { texts.append(text) }
    if let text = try circles(blocked, chosen, &ends) { texts.append(text) }
    if let text = try features(blocked, &ends) { texts.append(text) }
    return texts.map(Block.paragraph)
  }

  /// Items that wait for nothing open, but for records whose state nobody knows.
  private func uncertain(
    _ blocked: BlockedItems, _ outside: Set<Int64>, _ chosen: Set<Int64>?, _ ends: inout WaitEnds
  ) throws -> String? {
    let links = try scene.snapshot.uncertainLinks().filter { link in
      !OpenWaits.isFeature(link.waiting) && !outside.contains(link.waiting) && chosen?.contains(link.waiting) ?? true
        && !(blocked.graph.node(of: link.waiting).map(blocked.graph.isBlocked) ?? false)
    }
    guard !links.isEmpty else { return nil }
    var texts: [String] = []
    for link in links.prefix(Self.named) {
      texts.append(
        Labels.uncertainWait(waiting: try ends.end(link.waiting).name, blocker: try ends.end(link.blocker).name))
    }
    let count = Set(links.map(\.waiting)).count
    return Labels.uncertain(count: count, waits: listed(texts, of: links.count))
  }

  private func circles(_ blocked: BlockedItems, _ chosen: Set<Int64>?, _ ends: inout WaitEnds) throws -> String? {
    let circles = blocked.components.cycles().filter { circle in
      chosen.map { chosen in circle.members.contains { chosen.contains(blocked.graph.number(of: $0)) } } ?? true
    }
    guard !circles.isEmpty else { return nil }
    let wording = CircleWording(graph: blocked.graph)
    let texts = try circles.prefix(Self.named).map { try wording.text(of: $0, &ends) }
    return Labels.circle(count: circles.count, circles: listed(texts, of: circles.count))
  }

  private func features(_ blocked: BlockedItems, _ ends: inout WaitEnds) throws -> String? {
    guard !blocked.features.isEmpty else { return nil }
    var texts: [String] = []
    for entry in blocked.features.prefix(Self.named) {
      texts.append(
        Labels.featureWait(
          waiting: try ends.end(entry.number).name, blockers: short(try ends.names(blocked.blockers(of: entry)))))
    }
    return Labels.features(count: blocked.features.count, waits: listed(texts, of: blocked.features.count))
  }

  private func listed(_ texts: [String], of count: Int) -> String {
    let text = texts.joined(separator: "; ")
    return count > texts.count ? Labels.andMore(texts: text, count: count - texts.count) : text
  }
}

extension ItemGroup {
  init?(_ subject: Subject) {
    switch subject {
    case .team(let team): self = .team(team.key)
    case .person(let person): self = .assignee(person.key)
    case .feature(let feature): self = .feature(feature.key)
    case .release(let release): self = .release(release.key)
    case .item: return nil
    }
  }
}
