/// Builds the tries of phrases and of the lexicon, and lays them out as sorted edges.
struct TrieBuilder {
  static let phrases = 0
  static let lexicon = 1

  /// Labels from here on are kinds of slots.
  static let slotBase = 1 << 23

  private var children: [[Int: Int]] = [[:], [:]]
  private var payloads: [[Int]] = [[], []]

  static func slotLabel(_ kind: SlotKind) -> Int {
    slotBase + kind.number
  }

  mutating func insert(_ labels: [Int], root: Int, payload: [Int]) {
    var node = root
    for label in labels {
      if let next = children[node][label] {
        node = next
      } else {
        children.append([:])
        payloads.append([])
        children[node][label] = children.count - 1
        node = children.count - 1
      }
    }
    payloads[node] += payload
  }

  /// Puts nodes from which the same paths lead to the same payloads together.
  ///
  /// A node is always made after the one that leads to it, so that one pass from the last to the first finds all.
  /// After Daciuk et al., "Incremental construction of minimal acyclic finite-state automata" (2000).
  mutating func shareEndings() {
    struct Shape: Hashable {
      var edges: [Int]
      var payload: [Int]
    }
    var numbers: [Shape: Int] = [:]
    var kept = Array(children.indices)
    for node in children.indices.reversed() where node > Self.lexicon {
      for (label, next) in children[node] { children[node][label] = kept[next] }
      let edges = children[node].sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
      let shape = Shape(edges: edges, payload: payloads[node])
      if let same = numbers[shape] { kept[node] = same } else { numbers[shape] = node }
    }
    for root in [Self.phrases, Self.lexicon] {
      for (label, next) in children[root] { children[root][label] = kept[next] }
    }
    let left = children.indices.filter { kept[$0] == $0 }
    var places = [Int](repeating: 0, count: children.count)
    for (place, node) in left.enumerated() { places[node] = place }
    children = left.map { node in children[node].mapValues { places[$0] } }
    payloads = left.map { payloads[$0] }
  }

  /// For each node: first edge, number of edges, first number of its payload, how many.
  var nodes: [Int] {
    var edge = 0
    var terminal = 0
    var nodes: [Int] = []
    for (node, next) in children.enumerated() {
      nodes += [edge, next.count, terminal, payloads[node].count]
      edge += next.count
      terminal += payloads[node].count
    }
    return nodes
  }

  /// For each edge: its label and the node it leads to, sorted by label within a node.
  var edges: [Int] {
    children.flatMap { next in next.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] } }
  }

  var terminals: [Int] { payloads.flatMap(\.self) }
}

extension GrammarView {
  /// The node that a label leads to.
  ///
  /// - Complexity: O(log *n*) in the number of edges of the node.
  func next(_ node: Int, _ label: Int) -> Int? {
    var low = nodes[4 * node]
    var high = low + nodes[4 * node + 1]
    while low < high {
      let middle = (low + high) / 2
      let found = edges[2 * middle]
      if found == label { return edges[2 * middle + 1] }
      if found < label { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The edges of a node that are slots, as kind and node; they sort last.
  func slotEdges(_ node: Int, _ body: (SlotKind, Int) -> Void) {
    let first = nodes[4 * node]
    var edge = first + nodes[4 * node + 1] - 1
    while edge >= first, edges[2 * edge] >= TrieBuilder.slotBase {
      body(SlotKind.byNumber[edges[2 * edge] - TrieBuilder.slotBase], edges[2 * edge + 1])
      edge -= 1
    }
  }

  /// Where the payload of a node lies among the terminals.
  func payload(_ node: Int) -> Range<Int> {
    let first = nodes[4 * node + 2]
    return first..<first + nodes[4 * node + 3]
  }
}
