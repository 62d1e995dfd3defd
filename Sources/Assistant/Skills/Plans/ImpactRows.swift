import Delivery
import Interchange
import Language
import Planning
import Store

/// What one subject hits, found once: ends with their ways, then teams, people and releases behind them.
struct ImpactRows {
  /// Something that is hit because of an end.
  struct Group {
    let reference: Reference
    let name: String
    /// The first hit that leads here: the nearest.
    let hit: Int
    var count = 1
    var slip = 0
  }

  let scene: Scene
  let isOpen: Bool?
  let walk: ImpactWalk
  let ends: [HitEnd]
  /// How much later each hit is done in hundredths of a day; nothing without a delay.
  let slips: [Int]?
  let delay: Int?
  private(set) var teams: [Group] = []
  private(set) var people: [Group] = []
  private(set) var releases: [Group] = []
  private let subjectKey: String
  private(set) var missingEstimates: (count: Int, days: Int)?

  init(scene: Scene, subject: Subject, delay: Int?) throws {
    let snapshot = scene.snapshot
    self.scene = scene
    self.delay = delay
    subjectKey = subject.reference.key
    var causes: [Int64] = []
    if let number = try snapshot.waitNumber(of: subject.reference) { causes.append(number) }
    if case .item = subject {
      isOpen = try causes.first.flatMap { try snapshot.waitEnd($0)?.isOpen }
    } else {
      isOpen = true
      if let group = ItemGroup(subject) { causes += try snapshot.openItems(of: group).sorted() }
    }
    var known: [Int64: HitEnd] = [:]
    func end(_ number: Int64) throws -> HitEnd {
      if let end = known[number] { return end }
      guard let end = try snapshot.hitEnd(number) else { throw MissingEnd(number: number) }
      known[number] = end
      return end
    }
    walk = isOpen == true ? try ImpactWalk(from: causes, in: snapshot) { try end($0).feature } : ImpactWalk.none
    ends = try walk.hits.map { try end($0.number) }
    let plan = try delay == nil ? nil : SlipPlan(snapshot)
    let moves = plan.map { $0.moves(from: causes, by: (delay ?? 0) * Estimates.day) }
    let numbers = walk.hits.map(\.number)
    slips = moves.map { moves in numbers.map { moves[$0] ?? 0 } }
    if let plan, plan.missing > 0 { missingEstimates = (plan.missing, Estimates.days(plan.estimates.standard)) }
    try group(subject, moves ?? [:], plan)
  }

  private mutating func group(_ subject: Subject, _ moves: [Int64: Int], _ plan: SlipPlan?) throws {
    var teams: [Key<Team>: Int] = [:]
    var people: [Key<Person>: Int] = [:]
    var releases: [Key<Release>: Int] = [:]
    for (position, end) in ends.enumerated() where !isOwn(position) {
      let slip = slips?[position] ?? 0
      if let team = end.team {
        if let known = teams[team] {
          self.teams[known].count += 1
          self.teams[known].slip = max(self.teams[known].slip, slip)
        } else {
          teams[team] = self.teams.count
          let name = try scene.snapshot.team(team)?.name ?? team.text
          self.teams.append(Group(reference: Reference(.team, team.text), name: name, hit: position, slip: slip))
        }
      }
      if let person = end.person {
        if let known = people[person] {
          self.people[known].count += 1
          self.people[known].slip = max(self.people[known].slip, slip)
        } else {
          people[person] = self.people.count
          let name = try scene.snapshot.person(person)?.name ?? person.text
          self.people.append(Group(reference: Reference(.person, person.text), name: name, hit: position, slip: slip))
        }
      }
      if let release = end.release {
        if let known = releases[release] {
          self.releases[known].count += 1
        } else {
          releases[release] = self.releases.count
          let name = try scene.snapshot.release(release)?.name ?? release.text
          self.releases.append(Group(reference: Reference(.release, release.text), name: name, hit: position))
        }
      }
    }
    guard let plan else { return }
    for index in self.releases.indices {
      let items = try scene.snapshot.plannedItems(of: .release(Key(self.releases[index].reference.key)))
      self.releases[index].slip = plan.endDelay(of: items, moves: moves)
    }
  }

  /// Whether a hit is the whole that the late item is a part of.
  func isOwn(_ position: Int) -> Bool { walk.hits[position].distance == 0 }

  /// The keys on a shortest way to a hit, the cause first.
  func because(_ position: Int) throws -> [String] {
    try [subjectKey]
      + walk.way(to: position).map { number in try scene.snapshot.hitEnd(number)?.reference.key ?? "" }
  }

  func rows() throws -> [JSON.Object] {
    var rows: [JSON.Object] = []
    var keys: [Int64: String] = [:]
    for (hit, end) in zip(walk.hits, ends) { keys[hit.number] = end.reference.key }
    func row(_ reference: Reference, _ name: String, at position: Int, slip: Int?) -> JSON.Object {
      let hit = walk.hits[position]
      var way = [subjectKey] + walk.way(to: position).compactMap { keys[$0] }
      if way.last == reference.key { way.removeLast() }
      var row: JSON.Object = [
        "kind": .string(reference.kind.rawValue), "key": .string(reference.key), "name": .string(name),
        "distance": .integer(hit.distance), "because": .strings(way),
        "evidence": .string(hit.evidence?.rawValue ?? "part"),
      ]
      if let slip { row["slips_by"] = .string("P\(Estimates.days(slip))D") }
      return row
    }
    for (position, end) in ends.enumerated() {
      rows.append(row(end.reference, end.title ?? end.name, at: position, slip: slips?[position]))
    }
    for group in teams + people + releases {
      rows.append(row(group.reference, group.name, at: group.hit, slip: delay == nil ? nil : group.slip))
    }
    return rows
  }
}

extension ImpactWalk {
  /// Nothing is hit.
  static var none: ImpactWalk { ImpactWalk() }

  private init() {}
}
