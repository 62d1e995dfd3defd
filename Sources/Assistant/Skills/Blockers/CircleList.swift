import Delivery
import Interchange
import Language
import Planning
import Prompts
import Store
import Times

/// Everything that waits for itself in the end, and the wait that is best dropped.
struct CircleList {
  let scene: Scene
  let team: SlotValue?

  private static let shown = 8

  private typealias Labels = Words.DependencyCycles

  func answer() throws -> Answer {
    var chosen: (items: Set<Int64>, name: String)?
    if let team {
      let subject = try Subject(team, in: scene.snapshot)
      if let group = ItemGroup(subject) { chosen = (try scene.snapshot.openItems(of: group), subject.name) }
    }
    let open = try scene.openGraph()
    let graph = open.graph
    let components = open.components
    let costs = try costs(of: components, graph)
    let circles = components.cycles { costs[[graph.number(of: $0), graph.number(of: $1)]] ?? 0 }.filter { circle in
      guard let chosen else { return true }
      return circle.members.contains { chosen.items.contains(graph.number(of: $0)) }
    }
    guard !circles.isEmpty else { return Answer(.answered, chosen.map { Labels.noneOf(name: $0.name) } ?? Labels.none) }
    var ends = WaitEnds(scene.snapshot)
    let wording = CircleWording(graph: graph)
    var lines: [String] = []
    var answer = Answer(
      .answered,
      chosen.map { Labels.headlineOf(count: circles.count, name: $0.name) } ?? Labels.headline(count: circles.count))
    for circle in circles {
      let waiting = try ends.end(graph.number(of: circle.cut.waiting))
      let blocker = try ends.end(graph.number(of: circle.cut.blocker))
      let text = try wording.text(of: circle, &ends)
      lines.append(
        circle.cut.breaksAll
          ? Labels.circle(circle: text, waiting: waiting.name, blocker: blocker.name)
          : Labels.circlePart(circle: text, waiting: waiting.name, blocker: blocker.name))
      if answer.next.isEmpty { answer.next = [Labels.Next.cut(waiting: waiting.name, blocker: blocker.name)] }
      if scene.wantsRecords {
        answer.records.append([
          "kind": "cycle", "keys": .strings(try wording.keys(of: circle, &ends)),
          "cheapest_cut": .object([
            "item": .string(waiting.reference.key), "waits_for": .string(blocker.reference.key),
          ]),
        ])
      }
    }
    answer.body = [.list(Array(lines.prefix(Self.shown)))]
    if lines.count > Self.shown { answer.rest = [.list(Array(lines.dropFirst(Self.shown)))] }
    return answer
  }

  /// What dropping each wait inside a circle costs: guesses before declarations before facts, then young before old.
  private func costs(of components: Components, _ graph: DependencyGraph) throws -> [[Int64]: Int] {
    var costs: [[Int64]: Int] = [:]
    for component in 0..<components.count where components.isCycle(component) {
      for node in components.members(of: component) {
        for blocker in graph.blockers(of: node) where components.component(of: blocker) == component {
          let ends = [graph.number(of: node), graph.number(of: blocker)]
          guard let link = try scene.snapshot.standingLink(ends[0], ends[1]) else { continue }
          costs[ends] = link.evidence.weight * 1_000_000 + (link.since.map(scene.wording.days(since:)) ?? 0)
        }
      }
    }
    return costs
  }
}

extension Dependency.Evidence {
  /// How sure the link is, from nothing up.
  var weight: Int {
    switch self {
    case .guessed: 0
    case .declared: 1
    case .imported: 2
    case .verified: 3
    }
  }
}

/// A circle as text and keys: the shortest way round, then its other members.
struct CircleWording {
  let graph: DependencyGraph

  func text(of circle: Cycle, _ ends: inout WaitEnds) throws -> String {
    let path = try circle.path.map { try ends.end(graph.number(of: $0)).name }
    let round = CircleWording.round(path)
    let others = try ends.names(others(circle))
    guard !others.isEmpty else { return round }
    return Words.DependencyCycles.others(path: round, keys: others.joined(separator: ", "))
  }

  /// The names in a row that ends where it begins.
  static func round(_ names: [String]) -> String {
    guard let first = names.first else { return "" }
    return (names.dropFirst() + [first]).reduce(first) { Words.DependencyCycles.step(path: $0, next: $1) }
  }

  func keys(of circle: Cycle, _ ends: inout WaitEnds) throws -> [String] {
    try circle.path.map { try ends.end(graph.number(of: $0)).reference.key } + ends.keys(others(circle))
  }

  private func others(_ circle: Cycle) -> [Int64] {
    let path = Set(circle.path)
    return circle.members.filter { !path.contains($0) }.map(graph.number(of:))
  }
}
