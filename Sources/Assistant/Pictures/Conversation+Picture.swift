import Delivery
import Language
import Planning
import Prompts
import Store
import Times

/// What a picture shows.
package enum PictureContent: Hashable, Sendable {
  /// Every open wait, or all that stands above and below one thing.
  case graph(of: String?)
  /// The chain of work that decides when something is done.
  case path(to: String)
  /// What moves when something is late by so many days.
  case slip(of: String, days: Int)
}

/// Words that name nothing to draw.
package struct NothingToDraw: Error {
  package let said: String
}

extension Conversation {
  /// Draws open waits in the language of another program, to be pasted there; changes nothing.
  ///
  /// - Parameters:
  ///   - content: What to draw.
  ///   - language: How to write it.
  ///   - line: When and for whom.
  /// - Returns: The picture's text, without a last line break.
  /// - Throws: ``NothingToDraw`` for a name that no record bears, ``StoreError``.
  package func picture(_ content: PictureContent, in language: PictureLanguage, line: Line) throws -> String {
    try store.read { snapshot in
      func subject(_ said: String) throws -> Subject {
        let slot = reader.readSlot(
          said, as: [.item, .feature, .release], names: StoreNames(snapshot: snapshot),
          context: LineContext.context(of: line))
        guard let slot else { throw NothingToDraw(said: said) }
        do { return try Subject(slot, in: snapshot) } catch is UnknownRecord { throw NothingToDraw(said: said) }
      }
      var drawing = WaitDrawing(snapshot)
      switch content {
      case .graph(nil): try drawing.add(snapshot.openWaits())
      case .graph(let said?):
        let numbers = try PathList.numbers(of: subject(said), in: snapshot)
        try drawing.add(numbers)
        try drawing.add(snapshot.openWaits(upwardOf: numbers))
        try drawing.addBelow(numbers)
      case .path(let said):
        let plan = try PathPlan(PathList.numbers(of: subject(said), in: snapshot), in: snapshot)
        try drawing.add(plan)
      case .slip(let said, let days):
        let numbers = try PathList.numbers(of: subject(said), in: snapshot)
        try drawing.add(numbers)
        drawing.moves = try SlipPlan(snapshot).moves(from: numbers, by: days * Estimates.day)
        try drawing.addBelow(numbers)
      }
      return language.text(of: try drawing.picture())
    }
  }
}

/// Gathers ends and waits, then turns them into boxes and arrows.
struct WaitDrawing {
  private let snapshot: Snapshot
  private var numbers: [Int64] = []
  private var seen: Set<Int64> = []
  private var waits: [(waiting: Int64, blocker: Int64)] = []
  private var known: Set<[Int64]> = []
  private var marked: Set<Int64>?
  /// By how many hundredths of a day each end moves.
  var moves: [Int64: Int] = [:]

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  mutating func add(_ numbers: [Int64]) throws {
    for number in numbers where seen.insert(number).inserted { self.numbers.append(number) }
  }

  mutating func add(_ open: OpenWaits) throws {
    for position in 0..<open.count { try add(waiting: open.waiting[position], blocker: open.blockers[position]) }
  }

  private mutating func add(waiting: Int64, blocker: Int64) throws {
    try add([waiting, blocker])
    if known.insert([waiting, blocker]).inserted { waits.append((waiting, blocker)) }
  }

  /// Adds all that waits for some ends, directly or over others.
  mutating func addBelow(_ numbers: [Int64]) throws {
    var front = numbers
    var visited = Set(numbers)
    while let number = front.popLast() {
      for waiter in try snapshot.openWaiters(onto: number) {
        try add(waiting: waiter.waiting, blocker: number)
        if visited.insert(waiter.waiting).inserted { front.append(waiter.waiting) }
      }
    }
  }

  /// Adds the steps that decide the end of a plan, and the waits between them.
  mutating func add(_ plan: PathPlan) throws {
    let steps = plan.steps.flatMap(\.self)
    let path = Set(steps.map(plan.graph.number(of:)))
    try add(steps.map(plan.graph.number(of:)))
    for node in steps {
      for blocker in plan.graph.blockers(of: node) where path.contains(plan.graph.number(of: blocker)) {
        try add(waiting: plan.graph.number(of: node), blocker: plan.graph.number(of: blocker))
      }
    }
    marked = path
  }

  func picture() throws -> GraphPicture {
    let graph = DependencyGraph(waiting: waits.map(\.waiting), blockers: waits.map(\.blocker))
    let components = Components(of: graph)
    var picture = GraphPicture()
    var places: [Int64: Int] = [:]
    for number in numbers {
      guard let end = try snapshot.waitEnd(number) else { throw MissingEnd(number: number) }
      places[number] = picture.boxes.count
      let isRoot = graph.node(of: number).map { components.isRoot(components.component(of: $0)) } ?? false
      var box = GraphPicture.Box(title: end.name, lines: [])
      if end.reference.kind == .item, let title = end.title { box.lines.append(title) }
      if let owner = end.owner ?? end.team { box.lines.append(owner) }
      if let move = moves[number], move > 0 {
        box.lines.append("+" + Words.ImpactList.day(count: Estimates.days(move)))
      }
      box.isFeature = end.reference.kind == .feature
      box.isMarked = marked?.contains(number) ?? isRoot
      picture.boxes.append(box)
    }
    for wait in waits {
      guard let from = places[wait.blocker], let to = places[wait.waiting], let one = graph.node(of: wait.waiting),
        let other = graph.node(of: wait.blocker)
      else { continue }
      let isBad = components.component(of: one) == components.component(of: other)
      picture.arrows.append(GraphPicture.Arrow(from: from, to: to, isBad: isBad))
    }
    return picture
  }
}
