/// A made-up delivery organisation, two years old, as lines of the interchange.
///
/// The same size and seed give the same bytes. Nothing in it depends on the clock: its today is ``now``.
public struct Workspace: Sendable {
  public let itemCount: Int
  public let dependencies: DependencyShape
  private let seed: UInt64

  /// The instant at which to ask about it.
  public static let now = "2026-06-01T09:00:00Z"

  private static let today = Timestamp(seconds: 1_780_272_000)
  private static let start = today + -730 * Timestamp.day
  private static let membersOfATeam = 8

  public init(itemCount: Int, seed: UInt64 = 1) {
    var random = SplitMix64(seed: seed)
    let teams = Self.teamCount(itemCount)
    self.itemCount = itemCount
    self.seed = seed
    dependencies = DependencyShape(
      count: itemCount, team: { Self.team(ofFeature: Self.feature(of: $0, itemCount), teams) }, random: &random)
  }

  /// Gives every line, without line breaks, in an order that names nothing before its own line.
  public func forEachLine(_ body: (String) throws -> Void) rethrows {
    try organisation(body)
    var random = SplitMix64(seed: seed &+ 1)
    var isDone: [Bool] = []
    isDone.reserveCapacity(itemCount)
    for item in 0..<itemCount {
      let life = life(of: item, isDone: isDone, random: &random)
      isDone.append(life.done != nil)
      try body(line(of: item, life))
    }
    for item in 0..<itemCount {
      let since = Self.created(item, itemCount).instant
      for blocker in dependencies.blockers[item] {
        try body(
          #"{"kind":"dependency","item":"\#(key(item))","waits_for":"\#(key(blocker))","since":"\#(since)","evidence":"#
            + #""declared"}"#)
      }
    }
  }

  // MARK: The organisation

  private func organisation(_ body: (String) throws -> Void) rethrows {
    for stage in Stage.allCases {
      try body(#"{"kind":"status","name":"\#(stage.rawValue)","category":"\#(stage.category)"}"#)
    }
    for team in 0..<Self.teamCount(itemCount) {
      try body(#"{"kind":"team","key":"team-\#(team)","name":"Team \#(team)"}"#)
      for member in 0..<Self.membersOfATeam {
        let person = team * Self.membersOfATeam + member
        try body(
          #"{"kind":"person","key":"person-\#(person)","name":"Person \#(person)","team":"team-\#(team)","#
            + #""role":"engineer"}"#)
      }
    }
    for release in 0..<56 {
      let date = Self.start + (release + 1) * 14 * Timestamp.day
      try body(#"{"kind":"release","key":"r\#(release)","name":"Train \#(release)","date":"\#(date.date)"}"#)
    }
    for feature in 0..<Self.featureCount(itemCount) {
      let team = Self.team(ofFeature: feature, Self.teamCount(itemCount))
      try body(
        #"{"kind":"feature","key":"feature-\#(feature)","name":"Feature \#(feature)","team":"team-\#(team)","#
          + #""stage":"\#(feature % 3 == 0 ? "beta" : "live")"}"#)
    }
  }

  private static func teamCount(_ items: Int) -> Int { max(4, items / 2_500) }

  private static func featureCount(_ items: Int) -> Int { max(8, items / 15) }

  /// Neighbours in time mostly belong together, yet several features grow at once.
  private static func feature(of item: Int, _ items: Int) -> Int {
    (item / 120 * 8 + item % 8) % featureCount(items)
  }

  private static func team(ofFeature feature: Int, _ teams: Int) -> Int { feature % teams }

  private static func created(_ item: Int, _ items: Int) -> Timestamp {
    start + item * (720 * Timestamp.day / max(1, items)) + item % 97 * 60
  }

  /// The key of an item of a workspace of a size, by its number from zero.
  public static func key(of item: Int, in itemCount: Int) -> String {
    "T\(team(ofFeature: feature(of: item, itemCount), teamCount(itemCount)))-\(item + 1)"
  }

  private func key(_ item: Int) -> String { Self.key(of: item, in: itemCount) }

  // MARK: Items

  private struct Life {
    var history: [(at: Timestamp, stage: Stage)]
    var done: Timestamp?
  }

  /// Walks an item through the stages until today, or until it meets a blocker that is not done.
  private func life(of item: Int, isDone: [Bool], random: inout SplitMix64) -> Life {
    let waits = dependencies.blockers[item].contains { $0 >= item || !isDone[$0] }
    // One in twelve is begun and then lies.
    let lies = random.chance(8)
    var time = Self.created(item, itemCount)
    var life = Life(history: [(time, .backlog)])
    for stage in Stage.allCases.dropFirst() {
      let days = stage == .ready ? random.below(30) : random.below(9)
      time = time + days * Timestamp.day + 3_600 * (1 + random.below(8))
      guard time < Self.today else { return life }
      if stage == .done && (waits || lies) { return life }
      if stage == .review && waits && random.chance(70) { return life }
      life.history.append((time, stage))
      if stage == .done { life.done = time }
    }
    return life
  }

  private func line(of item: Int, _ life: Life) -> String {
    let feature = Self.feature(of: item, itemCount)
    let team = Self.team(ofFeature: feature, Self.teamCount(itemCount))
    let person = team * Self.membersOfATeam + item / 8 % Self.membersOfATeam
    var line = #"{"kind":"item","key":"\#(key(item))","title":"\#(Self.title(item))","feature":"feature-\#(feature)""#
    line += #","team":"team-\#(team)","assignee":"person-\#(person)""#
    line += #","status":"\#(life.history.last?.stage.rawValue ?? Stage.backlog.rawValue)""#
    line += #","release":"r\#(item * 56 / max(1, itemCount))","created":"\#(Self.created(item, itemCount).instant)""#
    line += #","done":\#(life.done.map { "\"\($0.instant)\"" } ?? "null"),"estimate_days":\#(1 + item % 8)"#
    let history = life.history.map { #"{"at":"\#($0.at.instant)","status":"\#($0.stage.rawValue)"}"# }
    return line + #","history":[\#(history.joined(separator: ","))]}"#
  }

  private static func title(_ item: Int) -> String {
    let verb = ["Add", "Fix", "Move", "Split", "Cache", "Check", "Trace", "Retry"][item % 8]
    let thing = ["export", "invoice", "login", "search", "webhook", "quota", "report", "basket", "feed"][item / 8 % 9]
    return "\(verb) the \(thing) of part \(item)"
  }
}

/// Where an item stands.
enum Stage: String, CaseIterable {
  case backlog = "Backlog"
  case ready = "Ready"
  case progress = "In Progress"
  case review = "In Review"
  case test = "In Test"
  case done = "Done"

  var category: String {
    switch self {
    case .backlog, .ready, .review: "waiting"
    case .progress, .test: "active"
    case .done: "done"
    }
  }
}
