import Planning

/// Edges drawn at random in a shape that the seed chooses, as lists that a graph is built from.
struct RandomGraph {
  let seed: UInt64
  let waiting: [Int64]
  let blockers: [Int64]

  init(seed: UInt64) {
    self.seed = seed
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1...60, using: &random)
    // Close together, spread out, or as far apart as numbers can be.
    let step = [1, 7, 1_000_003, 100_000_000_000_000_000][Int(seed % 4)]
    let first = seed.isMultiple(of: 4) ? Int64(-5) : -60 * Int64(step)
    func number(_ position: Int) -> Int64 { first + Int64(position) * Int64(step) }
    var edges: [(Int, Int)] = []
    switch seed % 7 {
    case 0:
      // Any edge, so cycles of all sizes.
      for _ in 0..<Int.random(in: 0...count * 2, using: &random) {
        edges.append((.random(in: 0..<count, using: &random), .random(in: 0..<count, using: &random)))
      }
    case 1:
      // Sparse, so small cycles beside trees.
      for _ in 0..<Int.random(in: 0...count, using: &random) {
        edges.append((.random(in: 0..<count, using: &random), .random(in: 0..<count, using: &random)))
      }
    case 2:
      // Without cycles.
      for waiting in 1..<max(count, 2) where count > 1 {
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          edges.append((waiting, .random(in: 0..<waiting, using: &random)))
        }
      }
    case 3:
      // Diamonds one above the other.
      for top in stride(from: 0, to: count - 3, by: 3) {
        edges += [(top, top + 1), (top, top + 2), (top + 1, top + 3), (top + 2, top + 3)]
      }
    case 4:
      // A hub with a few edges across.
      for waiting in 1..<max(count, 2) where count > 1 {
        edges.append(Bool.random(using: &random) ? (waiting, 0) : (0, waiting))
      }
    case 5:
      // One ring with chords, forward mostly.
      for position in 0..<count {
        edges.append((position, (position + 1) % count))
      }
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        edges.append((.random(in: 0..<count, using: &random), .random(in: 0..<count, using: &random)))
      }
    default:
      // A few rings joined by chains.
      let size = Int.random(in: 2...6, using: &random)
      for position in 0..<max(0, count - size) {
        edges.append((position, position + 1))
        if position % (size + 2) == size { edges.append((position, position - size + 1)) }
      }
    }
    // Repeats, and an order that means nothing.
    for edge in edges where Int.random(in: 0..<10, using: &random) == 0 {
      edges.append(edge)
    }
    if !seed.isMultiple(of: 3) { edges.shuffle(using: &random) }
    waiting = edges.map { number($0.0) }
    blockers = edges.map { number($0.1) }
  }

  var graph: DependencyGraph {
    DependencyGraph(waiting: waiting, blockers: blockers)
  }
}
