/// Who waits for whom among items in the order of their creation, by number.
///
/// The shares are those of blocking links in large public trackers; on top come chains, hubs and cycles, because that
/// is where engines slow down or loop.
public struct DependencyShape: Sendable {
  /// What each item waits for, without repeats.
  public private(set) var blockers: [[Int]]

  /// Pairs that close a cycle, as (item, the item it waits for).
  public private(set) var closing: [(item: Int, blocker: Int)] = []

  /// How many items out of a hundred stand at depth 0, 1, 2, 3 and 4 or more.
  static let depths: [Double] = [45, 33, 12, 5, 5]

  /// How many waiting items out of a hundred wait for 1, 2, 3 to 5, and 6 or more.
  static let counts: [Double] = [80, 10, 7, 3]

  /// One item in so many takes part in a planted cycle; about 1.7 cycles for 1,000 links.
  static let itemsForACycle = 600

  init(count: Int, team: (Int) -> Int, random: inout SplitMix64) {
    blockers = Array(repeating: [], count: count)
    var recent: [[Int]] = Array(repeating: [], count: Self.depths.count)
    for item in 0..<count {
      let depth = random.share(of: Self.depths)
      let wanted = depth == 0 || recent[depth - 1].isEmpty ? 0 : Self.numberOfBlockers(&random)
      for place in 0..<wanted {
        // The first decides the depth, the others may lie anywhere above it.
        let pool = recent[place == 0 ? depth - 1 : random.below(depth)]
        guard !pool.isEmpty else { continue }
        add(Self.pick(from: pool, for: item, team: team, random: &random), to: item)
      }
      recent[wanted == 0 ? 0 : depth].append(item)
    }
    addChains(&random)
    addHubs(&random)
    addCycles(&random)
  }

  public var linkCount: Int { blockers.reduce(0) { $0 + $1.count } }

  private static func numberOfBlockers(_ random: inout SplitMix64) -> Int {
    switch random.share(of: counts) {
    case 0: 1
    case 1: 2
    case 2: 3 + random.below(3)
    default: 6 + random.below(5)
    }
  }

  /// A recent item, in seven of ten cases of the same team if a few tries find one.
  private static func pick(
    from pool: [Int], for item: Int, team: (Int) -> Int, random: inout SplitMix64
  ) -> Int {
    let window = min(pool.count, 240)
    var choice = pool[pool.count - 1 - random.below(window)]
    guard random.chance(70) else { return choice }
    for _ in 0..<6 where team(choice) != team(item) {
      choice = pool[pool.count - 1 - random.below(window)]
    }
    return choice
  }

  private mutating func add(_ blocker: Int, to item: Int) {
    guard blocker != item, !blockers[item].contains(blocker) else { return }
    blockers[item].append(blocker)
  }

  /// Runs in which each waits for the one before: one of 24 to 200 for 2,000 items, and one of up to 5,000 at the end.
  private mutating func addChains(_ random: inout SplitMix64) {
    let count = blockers.count
    for _ in 0..<count / 2_000 {
      let length = 24 + random.below(177)
      guard length < count else { continue }
      let start = random.below(count - length)
      for item in start + 1..<start + length { add(item - 1, to: item) }
    }
    let longest = min(5_000, count / 20)
    for item in count - longest..<count where item > count - longest { add(item - 1, to: item) }
  }

  /// Items that one in a thousand others wait for.
  private mutating func addHubs(_ random: inout SplitMix64) {
    let count = blockers.count
    for part in 5...9 {
      let hub = count * part / 10
      for _ in 0..<count / 1_000 where hub + 1 < count { add(hub, to: hub + 1 + random.below(count - hub - 1)) }
    }
  }

  /// Makes an item wait for something that waits for it, directly or over one step.
  private mutating func addCycles(_ random: inout SplitMix64) {
    for _ in 0..<blockers.count / Self.itemsForACycle {
      let late = random.below(blockers.count)
      guard let middle = blockers[late].first else { continue }
      let early = random.chance(40) ? blockers[middle].first ?? middle : middle
      guard early != late, !blockers[early].contains(late) else { continue }
      blockers[early].append(late)
      closing.append((item: early, blocker: late))
    }
  }
}
