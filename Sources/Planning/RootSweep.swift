/// One pass over components, blockers first, that gives each the union of its blockers' roots.
struct RootSweep {
  private let components: Components
  private var work: Int
  private(set) var sets: [RootBlockers.Roots] = []
  private(set) var members: [Int32] = []
  private(set) var ends: [Int32] = []
  /// Latest component whose union holds a root, or took in a set.
  private var rootMarks: [Int32]
  private var setMarks: [Int32] = []
  private var union: [Int32] = []

  init(_ components: Components, work: Int) {
    self.components = components
    self.work = work
    rootMarks = [Int32](repeating: -1, count: components.count)
    sets.reserveCapacity(components.count)
  }

  mutating func run() {
    for component in 0..<Int32(truncatingIfNeeded: components.count) {
      sets.append(roots(of: component))
    }
  }

  private mutating func roots(of component: Int32) -> RootBlockers.Roots {
    let up = components.graph.up
    var first: RootBlockers.Roots?
    var isShared = true
    for node in components.search.memberRow(Int(component)) {
      for blocker in up.row(node) {
        let above = components.search.component(of: blocker)
        guard above != component else { continue }
        let roots = sets[Int(above)]
        if roots == .unknown { return .unknown }
        if first == nil {
          first = roots
        } else if roots != first {
          isShared = false
        }
      }
    }
    guard let first else { return .single(component) }
    return isShared ? first : united(component)
  }

  private mutating func united(_ component: Int32) -> RootBlockers.Roots {
    union.removeAll(keepingCapacity: true)
    var largest = RootBlockers.Roots.unknown
    var largestCount = 0
    for node in components.search.memberRow(Int(component)) {
      for blocker in components.graph.up.row(node) {
        let above = components.search.component(of: blocker)
        guard above != component, work > 0 else { continue }
        switch sets[Int(above)] {
        case .single(let root):
          add(root, component)
        case .stored(let set):
          guard setMarks[Int(set)] != component else { continue }
          setMarks[Int(set)] = component
          let range = (set == 0 ? 0 : Int(ends[Int(set) - 1]))..<Int(ends[Int(set)])
          for position in range {
            add(members[position], component)
          }
          if range.count > largestCount {
            largestCount = range.count
            largest = .stored(set)
          }
        case .unknown:
          return .unknown
        }
      }
    }
    if work <= 0 { return .unknown }
    // As many as in one set that is part of it: the same set.
    if union.count == largestCount { return largest }
    work -= union.count
    members += union
    ends.append(Int32(truncatingIfNeeded: members.count))
    setMarks.append(-1)
    return .stored(Int32(truncatingIfNeeded: ends.count - 1))
  }

  private mutating func add(_ root: Int32, _ component: Int32) {
    work -= 1
    guard rootMarks[Int(root)] != component else { return }
    rootMarks[Int(root)] = component
    union.append(root)
  }
}
