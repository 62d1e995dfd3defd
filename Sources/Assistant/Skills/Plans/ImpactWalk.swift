import Delivery
import Store

/// Everything that waits for some ends, over waits and from items to the features they are part of.
///
/// An item that is late makes its feature late, and so all that waits for the feature; being a part costs no step.
struct ImpactWalk {
  struct Hit {
    let number: Int64
    /// Fewest waits between the cause and this.
    let distance: Int
    /// The hit that leads here; nothing for what the cause itself leads to.
    let from: Int?
    /// The wait that leads here, and how sure the whole way is: as sure as its weakest wait.
    let evidence: Dependency.Evidence?
    /// The item is a part of it; no wait leads here.
    let isWhole: Bool
  }

  private(set) var hits: [Hit] = []
  /// How sure each wait is that leads to a hit.
  private(set) var edges: [Dependency.Evidence: Int] = [:]

  /// - Parameters:
  ///   - causes: What is late: an item, or a feature with its items.
  ///   - snapshot: Where the waits are.
  ///   - features: The number of an item's feature, if it has one.
  /// - Throws: ``StoreError``, and what the closure throws.
  /// - Complexity: O(ends and waits downstream), by index.
  init(from causes: [Int64], in snapshot: Snapshot, features: (Int64) throws -> Int64?) throws {
    var seen = Set(causes)
    var layer: [(number: Int64, hit: Int?)] = causes.map { ($0, nil) }
    var distance = 0
    while !layer.isEmpty {
      var next: [(number: Int64, hit: Int?)] = []
      var position = 0
      while position < layer.count {
        let (number, hit) = layer[position]
        position += 1
        if !OpenWaits.isFeature(number), let whole = try features(number), seen.insert(whole).inserted {
          hits.append(
            Hit(
              number: whole, distance: distance, from: hit, evidence: hit.flatMap { hits[$0].evidence }, isWhole: true))
          layer.append((whole, hits.count - 1))
        }
        for waiter in try snapshot.openWaiters(onto: number) where seen.insert(waiter.waiting).inserted {
          let before = hit.flatMap { hits[$0].evidence }
          let evidence = before.map { $0.weight < waiter.evidence.weight ? $0 : waiter.evidence } ?? waiter.evidence
          hits.append(
            Hit(number: waiter.waiting, distance: distance + 1, from: hit, evidence: evidence, isWhole: false))
          edges[waiter.evidence, default: 0] += 1
          next.append((waiter.waiting, hits.count - 1))
        }
      }
      layer = next
      distance += 1
    }
  }

  /// The hits on a shortest way to one, itself last.
  func way(to position: Int) -> [Int64] {
    var way: [Int64] = []
    var next: Int? = position
    while let position = next {
      way.append(hits[position].number)
      next = hits[position].from
    }
    return way.reversed()
  }
}
