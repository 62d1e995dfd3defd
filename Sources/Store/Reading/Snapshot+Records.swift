package import Delivery
package import Times

extension Snapshot {
  /// What the store is about; nothing for a store that no sample filled.
  package func workspace() throws -> Workspace? {
    guard case .workspace(let workspace)? = try record(Reference(.workspace, "workspace")) else { return nil }
    return workspace
  }

  package func feature(_ key: Key<Feature>) throws -> Feature? { try reader.find(Feature.self, key.text)?.value }
  package func item(_ key: Key<Item>) throws -> Item? { try reader.find(Item.self, key.text)?.value }
  package func team(_ key: Key<Team>) throws -> Team? { try reader.find(Team.self, key.text)?.value }
  package func person(_ key: Key<Person>) throws -> Person? { try reader.find(Person.self, key.text)?.value }
  package func release(_ key: Key<Release>) throws -> Release? { try reader.find(Release.self, key.text)?.value }
  package func incident(_ key: Key<Incident>) throws -> Incident? { try reader.find(Incident.self, key.text)?.value }

  /// All described features by name.
  package func features() throws -> [Feature] {
    try reader.all(Feature.self, "t.known = 1 ORDER BY t.name, t.key")
  }

  package func features(ofTeam team: Key<Team>) throws -> [Feature] {
    try reader.all(Feature.self, "t.team = (SELECT id FROM team WHERE key = ?1) ORDER BY t.name, t.key") {
      $0.text(team.text)
    }
  }

  package func features(ofRelease release: Key<Release>) throws -> [Feature] {
    try reader.all(Feature.self, "t.release = (SELECT id FROM release WHERE key = ?1) ORDER BY t.name, t.key") {
      $0.text(release.text)
    }
  }

  /// The people of a team who still work there.
  package func people(ofTeam team: Key<Team>) throws -> [Person] {
    try reader.all(
      Person.self, "t.team = (SELECT id FROM team WHERE key = ?1) AND t.active = 1 ORDER BY t.name, t.key"
    ) { $0.text(team.text) }
  }

  /// The people whose key or name is the given one, whatever the letter case; a key goes before names.
  package func people(named name: String) throws -> [Person] {
    if let person = try person(Key(name)) { return [person] }
    return try reader.all(
      Person.self,
      """
      t.id IN (SELECT p.id FROM person p JOIN name n ON n.kind = 'person' AND n.key = p.key
        WHERE n.alias = ?1 COLLATE NOCASE) ORDER BY t.key
      """
    ) { $0.text(name) }
  }

  /// What was claimed about a subject, oldest first.
  package func claims(about subject: Reference, attribute: String? = nil) throws -> [Claim] {
    try reader.all(
      Claim.self,
      """
      t.subject = ?1 AND t.subject_kind = ?2 AND (?3 IS NULL OR t.attribute = ?3) ORDER BY t.at, t.key
      """
    ) {
      $0.text(subject.key)
      $0.text(subject.kind.rawValue)
      $0.optionalText(attribute)
    }
  }

  /// What was claimed of one attribute, about whatever subject, oldest first.
  package func claims(attribute: String) throws -> [Claim] {
    try reader.all(Claim.self, "t.attribute = ?1 ORDER BY t.at, t.key") { $0.text(attribute) }
  }

  /// Who of a team may be interrupted on a day.
  package func shield(ofTeam team: Key<Team>, on day: Day) throws -> Shield? {
    try reader.all(
      Shield.self,
      """
      t.team = (SELECT id FROM team WHERE key = ?1) AND t.first_day <= ?2 AND t.last_day >= ?2
      ORDER BY t.first_day DESC, t.key LIMIT 1
      """
    ) {
      $0.text(team.text)
      $0.integer(Int64(day.number))
    }.first
  }

  /// The days on which nobody works, by date.
  package func holidays() throws -> [Holiday] {
    try reader.all(Holiday.self, "true ORDER BY t.date, t.key")
  }

  /// The open follow-up of a person that is due first.
  package func nextFollowUp(of person: Key<Person>) throws -> FollowUp? {
    try reader.all(
      FollowUp.self,
      """
      t.owner = (SELECT id FROM person WHERE key = ?1) AND t.state = 'open'
        AND (t.due_day IS NOT NULL OR t.due_at IS NOT NULL)
      ORDER BY coalesce(t.due_at, t.due_day * 86400000), t.number LIMIT 1
      """
    ) { $0.text(person.text) }.first
  }

  /// Whether nothing was ever imported or said.
  package func isEmpty() throws -> Bool {
    let statement = try Prepared(
      """
      SELECT NOT (EXISTS (SELECT 1 FROM item) OR EXISTS (SELECT 1 FROM feature) OR EXISTS (SELECT 1 FROM person)
        OR EXISTS (SELECT 1 FROM followup) OR EXISTS (SELECT 1 FROM "case"))
      """, in: database)
    return try statement.rows { $0.flag() }.first ?? true
  }

  /// How many records of each kind there are.
  package func counts() throws -> [Kind: Int] {
    var counts: [Kind: Int] = [:]
    for kind in Kind.allCases {
      let statement = try Prepared("SELECT count(*) FROM \"\(kind.rawValue)\"", in: database)
      let count = Int(try statement.rows { $0.integer() }.first ?? 0)
      if count > 0 { counts[kind] = count }
    }
    return counts
  }
}
