import Delivery
import Language
import Prompts
import Store
import Times

/// All that something depends on, done or not, and what waits for it.
struct DependencyTree {
  let scene: Scene

  private static let shown = 8
  private static let shownLater = 60
  private static let namedWaiters = 5

  private typealias Labels = Words.DependencyList

  func answer(of slot: SlotValue) throws -> Answer {
    let subject = try Subject(slot, in: scene.snapshot)
    let snapshot = scene.snapshot
    let numbers: [Int64]
    if case .item = subject {
      numbers = try [snapshot.waitNumber(of: subject.reference)].compactMap(\.self)
    } else {
      let group = try WaitGroup(subject, in: snapshot)
      numbers = group.features + group.items
    }
    let start = numbers.count == 1 ? numbers[0] : WaitChain.group
    let own = Set(numbers)
    let links = try snapshot.standingLinks(upwardOf: numbers).map {
      WaitChain.Edge(waiting: $0.waiting, blocker: $0.blocker, since: $0.since)
    }
    let chain = WaitChain(of: start, over: links + joined(links, own, start))
    let waits = try snapshot.openWaits(upwardOf: numbers).edges
    let open = WaitChain(of: start, over: waits + joined(waits, own, start))
    return try answer(chain, open, subject, own)
  }

  /// What a group waits for beyond itself, as waits of its own.
  private func joined(_ edges: [WaitChain.Edge], _ own: Set<Int64>, _ start: Int64) -> [WaitChain.Edge] {
    guard start == WaitChain.group else { return [] }
    return edges.filter { own.contains($0.waiting) && !own.contains($0.blocker) }
      .map { WaitChain.Edge(waiting: start, blocker: $0.blocker, since: $0.since) }
  }

  private func answer(
    _ chain: WaitChain, _ open: WaitChain, _ subject: Subject, _ own: Set<Int64>
  ) throws -> Answer {
    var ends = WaitEnds(scene.snapshot)
    let waiters = try waiters(of: own, &ends)
    var answer = Answer(.answered, try headline(chain, subject, hasWaiters: !waiters.isEmpty, &ends))
    let wording = ChainWording(scene: scene, parts: own)
    if !chain.direct.isEmpty {
      let branches = try wording.branches(
        of: chain, named: subject.name, open: open,
        state: { end in
          switch end.isOpen {
          case true?: end.reference.kind == .feature ? nil : Labels.open
          case false?: Labels.done
          case nil: Labels.unknown
          }
        }, &ends)
      answer.body.append(.tree(Array(branches.prefix(Self.shown + 1))))
      let later = branches.dropFirst(Self.shown + 1).prefix(Self.shownLater)
      if !later.isEmpty { answer.rest = [.tree(Array(later))] }
    }
    if !waiters.isEmpty {
      let named = waiters.prefix(Self.namedWaiters).joined(separator: ", ")
      let rest = waiters.count - Self.namedWaiters
      answer.body.append(
        .facts([Fact(Labels.waiters, rest > 0 ? Labels.more(names: named, count: rest) : named)]))
    }
    answer.records = try wording.rows(of: chain, open: open, &ends)
    if !open.links.isEmpty { answer.next = [Labels.Next.blockers(name: subject.name)] }
    return answer
  }

  private func headline(
    _ chain: WaitChain, _ subject: Subject, hasWaiters: Bool, _ ends: inout WaitEnds
  ) throws -> String {
    let name = subject.name
    guard !chain.direct.isEmpty else {
      return hasWaiters ? Labels.noneButWaiters(name: name) : Labels.none(name: name)
    }
    var open = 0
    for link in chain.links where try ends.end(link.number).isOpen == true { open += 1 }
    return chain.links.count == chain.direct.count
      ? Labels.headline(name: name, direct: chain.direct.count, open: open)
      : Labels.headlineDeep(name: name, direct: chain.direct.count, all: chain.links.count, open: open)
  }

  /// What waits directly for the subject or a part of it, and is no part itself.
  private func waiters(of own: Set<Int64>, _ ends: inout WaitEnds) throws -> [String] {
    var waiting: Set<Int64> = []
    for number in own {
      for link in try scene.snapshot.standingLinks(onto: number)
      where try !own.contains(link.waiting) && ends.end(link.waiting).isOpen != false {
        waiting.insert(link.waiting)
      }
    }
    return try ends.names(waiting)
  }
}
