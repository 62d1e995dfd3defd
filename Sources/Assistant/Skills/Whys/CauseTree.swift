import Delivery

/// The causes of a case as a tree, in the order in which it is read: a cause, then what explains it.
struct CauseTree {
  /// The causes with their depths, from 0.
  let nodes: [(cause: Cause, depth: Int)]
  private let parents: [Int: Int]
  private let byNumber: [Int: Cause]
  private let withChildren: Set<Int>

  /// - Complexity: O(*n* log *n*) in the number of causes; a cause whose parents run in a circle hangs at the top.
  init(_ causes: [Cause]) {
    let byNumber = Dictionary(causes.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    var children: [Int: [Cause]] = [:]
    var parents: [Int: Int] = [:]
    var tops: [Cause] = []
    for cause in causes.sorted(by: { $0.number < $1.number }) {
      if let parent = cause.parent, parent != cause.number, byNumber[parent] != nil {
        children[parent, default: []].append(cause)
        parents[cause.number] = parent
      } else {
        tops.append(cause)
      }
    }
    var nodes: [(cause: Cause, depth: Int)] = []
    var seen: Set<Int> = []
    func walk(_ starts: [Cause]) {
      var stack = starts.reversed().map { ($0, 0) }
      while let (cause, depth) = stack.popLast() {
        guard seen.insert(cause.number).inserted else { continue }
        nodes.append((cause, depth))
        stack += (children[cause.number] ?? []).reversed().map { ($0, depth + 1) }
      }
    }
    walk(tops)
    for cause in causes where !seen.contains(cause.number) {
      parents[cause.number] = nil
      walk([cause])
    }
    self.nodes = nodes
    self.parents = parents
    self.byNumber = byNumber
    withChildren = Set(parents.values)
  }

  /// The causes that nothing explains yet, in reading order.
  var leaves: [Cause] {
    nodes.map(\.cause).filter { !withChildren.contains($0.number) }
  }

  /// A cause and what it leads to, up to the top.
  func chain(from number: Int) -> [Cause] {
    var chain: [Cause] = []
    var next: Int? = number
    while let number = next, let cause = byNumber[number], chain.count <= byNumber.count {
      chain.append(cause)
      next = parents[number]
    }
    return chain
  }

  /// How many whys lead down to a cause; 0 for the problem.
  func depth(of number: Int?) -> Int {
    number.map { chain(from: $0).count } ?? 0
  }

  /// What stands beside a cause below the same parent, itself included.
  func siblings(of number: Int) -> [Cause] {
    nodes.map(\.cause).filter { parents[$0.number] == parents[number] }
  }
}
