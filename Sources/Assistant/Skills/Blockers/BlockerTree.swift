import Delivery
import Language
import Prompts
import Store
import Times

/// What one item, feature or release waits for, down to every root.
struct BlockerTree {
  let scene: Scene

  /// Longer trees continue after `more`.
  private static let shown = 8
  private static let shownLater = 60
  private static let namedRoots = 7

  private typealias Labels = Words.BlockedBy

  func answer(of slot: SlotValue) throws -> Answer {
    let subject = try Subject(slot, in: scene.snapshot)
    let snapshot = scene.snapshot
    if case .item(let item) = subject {
      guard let number = try snapshot.waitNumber(of: subject.reference), let end = try snapshot.waitEnd(number) else {
        throw UnknownRecord.item(key: slot.value)
      }
      guard let isOpen = end.isOpen else { return Answer(.unknown, Labels.nobodyKnows(name: subject.name)) }
      guard isOpen else { return done(item) }
      let waits = try snapshot.openWaits(upwardOf: [number])
      return try answer(WaitChain(of: number, over: waits.edges), subject, uncertainFor: number)
    }
    let group = try WaitGroup(subject, in: snapshot)
    let waits = try snapshot.openWaits(upwardOf: group.features + group.items)
    let features = Set(group.features)
    let blocked = Set(waits.waiting).intersection(group.items)
    var edges = waits.edges
    edges += edges.filter { features.contains($0.waiting) && !features.contains($0.blocker) }
      .map { WaitChain.Edge(waiting: WaitChain.group, blocker: $0.blocker, since: $0.since) }
    edges += blocked.sorted().map { WaitChain.Edge(waiting: WaitChain.group, blocker: $0, since: nil) }
    return try answer(WaitChain(of: WaitChain.group, over: edges), subject, parts: blocked)
  }

  private func done(_ item: Item) -> Answer {
    guard let done = item.done else { return Answer(.answered, Labels.done(name: item.key.text)) }
    return Answer(
      .answered, Labels.doneSince(name: item.key.text, date: scene.wording.datedDay(scene.wording.day(of: done))))
  }

  private func answer(
    _ chain: WaitChain, _ subject: Subject, parts: Set<Int64> = [], uncertainFor number: Int64? = nil
  ) throws -> Answer {
    var ends = WaitEnds(scene.snapshot)
    var answer = Answer(.answered, try headline(chain, subject, &ends))
    let wording = ChainWording(scene: scene, parts: parts)
    if !chain.links.isEmpty || chain.startIsInCycle {
      let branches = try wording.branches(of: chain, named: subject.name, &ends)
      if chain.links.count > 1 || branches.count > 2 {
        answer.body.append(.tree(Array(branches.prefix(Self.shown + 1))))
        let later = branches.dropFirst(Self.shown + 1).prefix(Self.shownLater)
        if !later.isEmpty { answer.rest = [.tree(Array(later))] }
      } else {
        answer.body.append(.tree(branches))
      }
    }
    if chain.startIsInCycle {
      let circle = try ends.names([chain.start] + chain.links.filter(\.inCycle).map(\.number))
      answer.body.append(.paragraph(Labels.circle(keys: circle.joined(separator: ", "), count: circle.count)))
    }
    if let number { try mention(uncertainFor: number, in: &answer, &ends) }
    answer.records = try wording.rows(of: chain, &ends)
    answer.next = [chain.links.isEmpty ? Labels.Next.dependencies(name: subject.name) : Labels.Next.list]
    return answer
  }

  private func headline(_ chain: WaitChain, _ subject: Subject, _ ends: inout WaitEnds) throws -> String {
    let name = subject.name
    if chain.links.isEmpty {
      guard chain.startIsInCycle else { return Labels.nothing(name: name) }
      return Labels.one(name: name, root: name)
    }
    var roots = try ends.names(chain.roots)
    if chain.startIsInCycle, roots.isEmpty { roots = [name] }
    let rootCount = roots.count
    let days = chain.links.filter { $0.depth == 1 }.compactMap(\.since).min().map(scene.wording.days(since:))
    if chain.links.count == 1, let root = roots.first {
      return days.map { Labels.oneSince(name: name, root: root, days: $0) } ?? Labels.one(name: name, root: root)
    }
    let named = roots.prefix(Self.namedRoots).joined(separator: ", ")
    let listed =
      rootCount > Self.namedRoots ? Labels.rootsMore(roots: named, count: rootCount - Self.namedRoots) : named
    let count = chain.links.count
    return days.map {
      Labels.headlineSince(name: name, count: count, days: $0, rootCount: rootCount, roots: listed)
    } ?? Labels.headline(name: name, count: count, rootCount: rootCount, roots: listed)
  }

  /// Says which blockers may hold the item up, as nobody knows their state.
  private func mention(uncertainFor number: Int64, in answer: inout Answer, _ ends: inout WaitEnds) throws {
    let blockers = try ends.names(try scene.snapshot.uncertainLinks(of: number).map(\.blocker))
    guard !blockers.isEmpty else { return }
    answer.body.append(
      .paragraph(Labels.uncertain(blockers: blockers.joined(separator: ", "), count: blockers.count)))
  }
}

/// The ends that stand for a feature or a release: its features' own waits, and its open items.
struct WaitGroup {
  var features: [Int64] = []
  var items: [Int64] = []

  init(_ subject: Subject, in snapshot: Snapshot) throws {
    switch subject {
    case .feature: features = try [snapshot.waitNumber(of: subject.reference)].compactMap(\.self)
    case .release(let release): features = try snapshot.featureNumbers(ofRelease: release.key)
    case .item, .team, .person: break
    }
    if let group = ItemGroup(subject) { items = try snapshot.openItems(of: group).sorted() }
  }
}
