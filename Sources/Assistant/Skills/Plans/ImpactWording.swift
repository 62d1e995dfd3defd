import Delivery
import Interchange
import Language
import Prompts
import Store
import Times

/// An impact in words: what is hit directly and over others, who has to know, how sure that is, and what is unknown.
struct ImpactWording {
  let scene: Scene
  let subject: Subject
  let impact: ImpactRows

  private typealias Labels = Words.ImpactList

  private static let named = 4
  private static let unknownNamed = 3

  func answer(delay: SlotValue?) throws -> Answer {
    let hits = impact.walk.hits.indices.filter { !impact.isOwn($0) }
    guard !hits.isEmpty || !impact.walk.hits.isEmpty else {
      return Answer(.answered, Labels.nothing(name: subject.name))
    }
    let moved = impact.slips.map { slips in hits.filter { slips[$0] > 0 } } ?? hits
    var answer = Answer(.answered, headline(hits, moved, delay))
    var facts = try chains(hits)
    facts += groups()
    facts += try customers(hits)
    if let fact = try evidence() { facts.append(fact) }
    answer.body = [.facts(Array(facts.prefix(7)))]
    let items = hits.filter { impact.ends[$0].reference.kind == .item }
    if !items.isEmpty { answer.rest = [.list(try items.prefix(60).map(line))] }
    if facts.count > 7 { answer.rest.insert(.facts(Array(facts.dropFirst(7))), at: 0) }
    answer.next = [Labels.Next.path(name: subject.name)]
    if let missing = impact.missingEstimates {
      answer.notices.append(Labels.noEstimates(count: missing.count, days: missing.days))
    }
    return answer
  }

  private func headline(_ hits: [Int], _ moved: [Int], _ delay: SlotValue?) -> String {
    guard !hits.isEmpty else { return Labels.nothing(name: subject.name) }
    func parts(_ hits: [Int]) -> String {
      let features = hits.count { impact.ends[$0].reference.kind == .feature }
      return [
        features > 0 ? Labels.features(count: features) : nil,
        hits.count > features ? Labels.items(count: hits.count - features) : nil,
      ].compactMap(\.self).joined(separator: ", ")
    }
    guard let days = impact.delay, delay != nil else {
      return Labels.headline(name: subject.name, count: hits.count, parts: parts(hits))
    }
    let said = Labels.day(count: days)
    return moved.isEmpty
      ? Labels.absorbed(name: subject.name, delay: said)
      : Labels.headlineDelay(name: subject.name, delay: said, count: moved.count, parts: parts(moved))
  }

  // MARK: What is hit

  private func chains(_ hits: [Int]) throws -> [Fact] {
    let features = hits.filter { impact.ends[$0].reference.kind == .feature }
    let direct = features.filter { impact.walk.hits[$0].distance == 1 }
    let indirect = features.filter { impact.walk.hits[$0].distance > 1 }
    let items = hits.filter { impact.ends[$0].reference.kind == .item }
    var facts: [Fact] = []
    let own = impact.walk.hits.indices.filter(impact.isOwn).map { featureName($0) }
    if !own.isEmpty { facts.append(Fact(Labels.own, own.joined(separator: ", "))) }
    if !direct.isEmpty {
      facts.append(Fact(Labels.direct(count: direct.count), listed(try direct.map { slipped($0, try named($0)) })))
    }
    if !indirect.isEmpty {
      facts.append(Fact(Labels.indirect(count: indirect.count), listed(indirect.map { slipped($0, over($0)) })))
    }
    if !items.isEmpty { facts.append(Fact(Labels.item, listed(items.map { slipped($0, impact.ends[$0].name) }))) }
    return facts
  }

  private func featureName(_ position: Int) -> String { impact.ends[position].name }

  private func named(_ position: Int) throws -> String {
    let end = impact.ends[position]
    guard let team = try end.team.flatMap({ try scene.snapshot.team($0)?.name }) else { return end.name }
    return Labels.named(name: end.name, team: team)
  }

  private func over(_ position: Int) -> String {
    guard let from = impact.walk.hits[position].from else { return impact.ends[position].name }
    return Labels.indirectNamed(name: impact.ends[position].name, blocker: impact.ends[from].name)
  }

  private func slipped(_ position: Int, _ name: String) -> String {
    // The headline tells the delay; only what slack takes up of it is told here.
    guard let slip = impact.slips?[position], slip < (impact.delay ?? 0) * Estimates.day else { return name }
    return slip == 0
      ? Labels.unmoved(name: name) : Labels.moved(name: name, days: Labels.day(count: Estimates.days(slip)))
  }

  private func listed(_ names: [String]) -> String {
    let text = names.prefix(Self.named).joined(separator: ", ")
    return names.count > Self.named ? Labels.more(names: text, count: names.count - Self.named) : text
  }

  private func line(_ position: Int) throws -> String {
    let way = try impact.because(position).joined(separator: " → ")
    return slipped(position, way)
  }

  private func groups() -> [Fact] {
    func names(_ groups: [ImpactRows.Group]) -> String {
      listed(
        groups.map { group in
          guard let delay = impact.delay, group.slip < delay * Estimates.day else { return group.name }
          return group.slip > 0
            ? Labels.moved(name: group.name, days: Labels.day(count: Estimates.days(group.slip)))
            : Labels.unmoved(name: group.name)
        })
    }
    var facts: [Fact] = []
    if !impact.releases.isEmpty { facts.append(Fact(Labels.release, names(impact.releases))) }
    if !impact.teams.isEmpty { facts.append(Fact(Labels.tell, listed(impact.teams.map(\.name)))) }
    return facts
  }

  /// Who of the customers has what is hit: what was observed, else for whom it is live.
  private func customers(_ hits: [Int]) throws -> [Fact] {
    var facts: [Fact] = []
    var references = [subject.reference]
    references += hits.map { impact.ends[$0].reference }
    for reference in references.prefix(8) where reference.kind == .feature {
      let live = LiveClaims(try scene.snapshot.claims(about: reference), at: scene.now)
      let name = try scene.snapshot.feature(Key(reference.key))?.name ?? reference.key
      for claim in live.all("observed") where facts.count < 3 {
        let scopes = claim.scope.isEmpty ? "" : Labels.customersScope(scopes: claim.scope.joined(separator: ", "))
        facts.append(
          Fact(
            Labels.customers, Labels.customersValue(values: claim.value, feature: name, scopes: scopes),
            source: try ClaimWording(scene: scene).source(of: claim), asOf: claim.at,
            confidence: claim.confidence.rawValue))
      }
      guard live.all("observed").isEmpty, facts.count < 3 else { continue }
      let scopes = live.all("stage").filter { FeatureCard.isInUse($0.value) }.flatMap(\.scope)
      guard !scopes.isEmpty else { continue }
      let newest = live.all("stage").first
      facts.append(
        Fact(
          Labels.customers, Labels.liveFor(name: name, scopes: scopes.joined(separator: ", ")),
          source: try newest.flatMap { try ClaimWording(scene: scene).source(of: $0) }, asOf: newest?.at,
          confidence: newest?.confidence.rawValue))
    }
    return facts
  }

  // MARK: How sure

  private func evidence() throws -> Fact? {
    let edges = impact.walk.edges
    guard !edges.isEmpty else { return nil }
    var parts: [String] = []
    if let count = edges[.verified] { parts.append(Labels.verified(count: count)) }
    if let count = edges[.declared] { parts.append(Labels.declared(count: count)) }
    if let count = edges[.imported] { parts.append(Labels.imported(count: count)) }
    if let count = edges[.guessed] {
      let sources = try guesses()
      parts.append(
        sources.isEmpty
          ? Labels.guessedPlain(count: count) : Labels.guessed(count: count, sources: sources.joined(separator: ", ")))
    }
    return Fact(Labels.edges, parts.joined(separator: ", "), source: Labels.edgesSource, asOf: scene.now)
  }

  /// What the guessed waits were guessed from.
  private func guesses() throws -> [String] {
    var sources: Set<String> = []
    for (position, hit) in impact.walk.hits.enumerated().prefix(500) where hit.evidence == .guessed {
      for link in try scene.snapshot.dependencies(of: impact.ends[position].reference) where link.evidence == .guessed {
        if let source = link.source { sources.insert(source) }
      }
    }
    return sources.sorted()
  }

  // MARK: What nobody knows

  func unknowns() throws -> [String] {
    let features = try scene.snapshot.featuresWithoutDependencies().filter { $0.key.text != subject.reference.key }
    guard !features.isEmpty else { return [] }
    let names = try features.prefix(Self.unknownNamed).map { feature in
      let claims = try scene.snapshot.claims(about: Reference(.feature, feature.key.text))
      guard let newest = claims.map(\.at).max() else { return feature.name }
      return Labels.unknownNamed(name: feature.name, date: scene.wording.day(scene.wording.day(of: newest)))
    }.joined(separator: ", ")
    return [
      features.count > Self.unknownNamed
        ? Labels.unknownMany(count: features.count, names: names)
        : Labels.unknown(names: names, count: features.count)
    ]
  }

  func unknownRows() throws -> [JSON.Object] {
    try scene.snapshot.featuresWithoutDependencies().filter { $0.key.text != subject.reference.key }.map { feature in
      [
        "kind": "unknown", "of": "feature", "key": .string(feature.key.text), "name": .string(feature.name),
        "evidence": "unknown",
      ]
    }
  }

  // MARK: Whom to tell

  /// Teams with most that waits, nearest first; of each the person who may be interrupted.
  func tellFirst() throws -> Answer {
    let teams = impact.teams.sorted { one, other in
      let near = (impact.walk.hits[one.hit].distance, impact.walk.hits[other.hit].distance)
      return near.0 == near.1 ? one.count > other.count : near.0 < near.1
    }
    guard let first = teams.first else { return Answer(.answered, Labels.tellNobody(name: subject.name)) }
    let reason = Labels.tellReason(count: first.count, distance: impact.walk.hits[first.hit].distance)
    let person = try contact(first)
    var answer = Answer(
      .answered,
      person.map { Labels.tellFirstWho(team: first.name, person: $0, reason: reason) }
        ?? Labels.tellFirst(team: first.name, reason: reason))
    let facts = try teams.dropFirst().prefix(5).map { team in
      let name = try contact(team).map { Labels.tellTeam(team: team.name, person: $0) } ?? team.name
      let reason = Labels.tellReason(count: team.count, distance: impact.walk.hits[team.hit].distance)
      return Fact(Labels.tellThen, "\(name): \(reason)")
    }
    if !facts.isEmpty { answer.body = [.facts(facts)] }
    answer.next = [Labels.Next.dependencies(name: subject.name)]
    return answer
  }

  private func contact(_ team: ImpactRows.Group) throws -> String? {
    let shield = try scene.snapshot.shield(ofTeam: Key(team.reference.key), on: scene.wording.today)
    return try shield.flatMap { try ClaimWording(scene: scene).name(of: $0.person) }
  }
}
