import Delivery
import Planning
import Store
import Times

/// The open items of a subject with those outside that have to be done first, sorted into streams by who does them.
struct ForecastNetwork {
  private var streams: [Simulation.Stream] = []
  private var streamOf: [Int] = []
  private var edges: [(waiting: Int, blocker: Int)] = []
  private var wanted: Set<Int> = []
  private(set) var outside: [Int64] = []
  private(set) var unknowable: [Int64] = []
  private(set) var hasFeatureWaits = false
  private(set) var isOfTeams = false

  var count: Int { streamOf.count }

  /// Whether the order of work between streams matters; within one stream it does not.
  private(set) var hasWaits = false

  /// Takes the history of the subject for its own items; those of a release go by their teams.
  init(
    _ items: [PlannedItem], of subject: Subject, scene: Scene, calendar: WorkCalendar, own: PastWork
  ) throws {
    let snapshot = scene.snapshot
    var numbers = items.map(\.number)
    if case .feature = subject, let number = try snapshot.waitNumber(of: subject.reference) { numbers.append(number) }
    let waits = try snapshot.openWaits(upwardOf: numbers)
    let mine = Set(numbers)
    var places: [Int64: Int] = [:]
    var byTeam: [Key<Team>?: Int] = [:]
    var histories: [Key<Team>?: PastWork] = [:]
    let byOwnPace: Bool =
      if case .release = subject { false } else { true }
    isOfTeams = !byOwnPace
    if byOwnPace { streams.append(Simulation.Stream(own.throughput)) }
    func stream(of team: Key<Team>?) throws -> Int? {
      if let known = byTeam[team] { return known }
      if histories[team] == nil {
        histories[team] = try PastWork(of: team.map(ItemGroup.team), scene: scene, calendar: calendar)
      }
      guard let history = histories[team], history.throughput.total > 0 else { return nil }
      streams.append(Simulation.Stream(history.throughput))
      byTeam[team] = streams.count - 1
      return streams.count - 1
    }
    func place(_ item: PlannedItem, isOwn: Bool) throws {
      guard places[item.number] == nil else { return }
      guard let stream = try isOwn && byOwnPace ? 0 : stream(of: item.team) else {
        unknowable.append(item.number)
        return
      }
      places[item.number] = streamOf.count
      if isOwn { wanted.insert(streamOf.count) } else { outside.append(item.number) }
      streamOf.append(stream)
    }
    for item in items { try place(item, isOwn: true) }
    // Only what stands above over waits of items counts: a whole feature is never done, as far as the records say.
    var reached = mine
    var front = numbers
    var above: [Int64: [Int64]] = [:]
    for position in 0..<waits.count { above[waits.waiting[position], default: []].append(waits.blockers[position]) }
    while let number = front.popLast() {
      for blocker in above[number] ?? [] {
        if OpenWaits.isFeature(blocker) {
          hasFeatureWaits = true
        } else if reached.insert(blocker).inserted {
          front.append(blocker)
          if let item = try snapshot.plannedItem(blocker) { try place(item, isOwn: false) }
        }
      }
    }
    for position in 0..<waits.count {
      guard let blocker = places[waits.blockers[position]] else { continue }
      if let waiting = places[waits.waiting[position]] {
        edges.append((waiting, blocker))
        if streamOf[waiting] != streamOf[blocker] { hasWaits = true }
      } else if mine.contains(waits.waiting[position]) {
        wanted.insert(blocker)
      }
    }
    if !outside.isEmpty { hasWaits = true }
  }

  /// Adds items that nothing waits for, to the stream of most items.
  mutating func add(_ count: Int) {
    guard count > 0,
      let stream = streams.indices.max(by: { one, other in
        streamOf.count { $0 == one } < streamOf.count { $0 == other }
      })
    else { return }
    for _ in 0..<count {
      wanted.insert(streamOf.count)
      streamOf.append(stream)
    }
  }

  var simulation: Simulation {
    Simulation(streams: streams, streamOf: streamOf, edges: edges, wanted: wanted)
  }

  /// The odds that every stream is through, each by itself.
  var exactOdds: Odds {
    let parts = streams.indices.compactMap { stream -> Odds? in
      let left = streamOf.count { $0 == stream }
      return left > 0 ? streams[stream].throughput.odds(ofFinishing: left) : nil
    }
    return Odds.all(of: parts)
  }
}
