import Delivery
import Interchange
import Planning
import Prompts
import Store
import Times

/// Everything upward of one thing, each once, nearest first.
struct WaitChain {
  struct Link {
    let number: Int64
    let depth: Int
    let waitsFor: [Int64]
    let isRoot: Bool
    let inCycle: Bool
    /// Since when it has been waited for: the oldest age of the waits onto it.
    let since: Instant?
  }

  /// One wait, open or not.
  struct Edge {
    let waiting: Int64
    let blocker: Int64
    let since: Instant?
  }

  /// The number that stands for a feature with its items, or for a release; no record has it.
  static let group: Int64 = -1

  let start: Int64
  let links: [Link]
  /// What the start waits for directly.
  let direct: [Int64]
  let startIsInCycle: Bool

  /// - Complexity: O(edges).
  init(of start: Int64, over edges: [Edge]) {
    self.start = start
    let graph = DependencyGraph(waiting: edges.map(\.waiting), blockers: edges.map(\.blocker))
    guard let node = graph.node(of: start) else {
      (links, direct, startIsInCycle) = ([], [], false)
      return
    }
    var ages: [Int64: Instant] = [:]
    for edge in edges {
      guard let since = edge.since else { continue }
      ages[edge.blocker] = ages[edge.blocker].map { min($0, since) } ?? since
    }
    var search = DependencySearch(graph)
    let chain = search.chain(of: node)
    links = chain.links.map { link in
      let number = graph.number(of: link.node)
      return Link(
        number: number, depth: link.depth, waitsFor: link.waitsFor.map(graph.number(of:)), isRoot: link.isRoot,
        inCycle: link.inCycle, since: ages[number])
    }
    direct = chain.start.waitsFor.map(graph.number(of:))
    startIsInCycle = chain.start.inCycle
  }

  var roots: [Int64] { links.filter(\.isRoot).map(\.number) }
}

extension OpenWaits {
  var edges: [WaitChain.Edge] {
    (0..<count).map { WaitChain.Edge(waiting: waiting[$0], blocker: blockers[$0], since: since[$0]) }
  }
}

/// A chain as rows for machines and as a tree for people.
struct ChainWording {
  let scene: Scene
  /// Items of the feature or release that was asked about.
  var parts: Set<Int64> = []

  private typealias Labels = Words.BlockedBy

  /// So many rows can be pointed at in an answer whose rows nobody reads.
  private static let pointed = 10

  /// The rows of the chain; roots and circles as in the chain of open waits where one is given.
  func rows(of chain: WaitChain, open: WaitChain? = nil, _ ends: inout WaitEnds) throws -> [JSON.Object] {
    var rows: [JSON.Object] = []
    let links = told(chain, open: open)
    for link in links.prefix(scene.wantsRecords ? links.count : Self.pointed) {
      let end = try ends.end(link.number)
      rows.append([
        "kind": .string(end.reference.kind.rawValue), "key": .string(end.reference.key),
        "title": .optional(end.title), "depth": .integer(link.depth),
        "waits_for": .strings(try ends.keys(link.waitsFor)), "root": .bool(link.isRoot), "cycle": .bool(link.inCycle),
        "status": .optional(end.status), "owner": .optional(owner(of: end)),
        "since": .optional(link.since.map(scene.wording.iso)),
        "days": .optional(link.since.map(scene.wording.days(since:))), "outside": .bool(end.isOutside),
      ])
    }
    return rows
  }

  /// The person; for a feature without one its team.
  private func owner(of end: WaitEnd) -> String? {
    end.owner ?? (end.reference.kind == .feature ? end.team : nil)
  }

  /// The chain as a tree in which each thing stands once, below the nearest that waits for it.
  func branches(
    of chain: WaitChain, named name: String, open: WaitChain? = nil, state: (WaitEnd) -> String? = { _ in nil },
    _ ends: inout WaitEnds
  ) throws -> [Branch] {
    let links = told(chain, open: open)
    let byNumber = Dictionary(links.map { ($0.number, $0) }) { first, _ in first }
    var places: [Int64: Int64] = [:]
    for number in chain.direct where number != chain.start { places[number] = chain.start }
    for link in links {
      for number in link.waitsFor where places[number] == nil && number != chain.start { places[number] = link.number }
    }
    var branches = [Branch(depth: 0, text: name)]
    var pending: [(number: Int64, waiting: Int64, depth: Int)] = []
    func push(_ numbers: [Int64], below waiting: Int64, depth: Int) throws {
      let sorted = try numbers.map { (number: $0, key: try ends.end($0).reference.key) }
        .sorted { NaturalOrder.precedes($0.key, $1.key) }
      pending += sorted.reversed().map { ($0.number, waiting, depth) }
    }
    try push(chain.direct.filter { $0 != chain.start }, below: chain.start, depth: 1)
    while let (number, waiting, depth) = pending.popLast() {
      let end = try ends.end(number)
      guard let link = byNumber[number], places[number] == waiting else {
        branches.append(Branch(depth: depth, text: Labels.repeated(name: end.name)))
        continue
      }
      branches.append(Branch(depth: depth, text: text(of: link, end, state: state(end))))
      try push(link.waitsFor.filter { $0 != WaitChain.group }, below: number, depth: depth + 1)
    }
    return branches
  }

  private func text(of link: WaitChain.Link, _ end: WaitEnd, state: String?) -> String {
    var parts = [end.name]
    if end.reference.kind == .item, let title = end.title { parts[0] += " \(title)" }
    if end.reference.kind == .feature { parts.append(Labels.feature) }
    if self.parts.contains(link.number) { parts.append(Labels.isPart) }
    parts += [state, end.status, end.owner ?? end.team].compactMap(\.self)
    if let since = link.since { parts.append(Labels.days(count: scene.wording.days(since: since))) }
    if link.isRoot { parts.append(Labels.root) }
    if link.inCycle { parts.append(Labels.inCircle) }
    if end.isOutside { parts.append(Labels.outside) }
    return parts.joined(separator: ", ")
  }

  /// The links with roots and circles as the open waits have them.
  private func told(_ chain: WaitChain, open: WaitChain?) -> [WaitChain.Link] {
    guard let open else { return chain.links }
    let known = Dictionary(open.links.map { ($0.number, $0) }) { first, _ in first }
    return chain.links.map { link in
      WaitChain.Link(
        number: link.number, depth: link.depth, waitsFor: link.waitsFor, isRoot: known[link.number]?.isRoot ?? false,
        inCycle: known[link.number]?.inCycle ?? false, since: link.since)
    }
  }
}
