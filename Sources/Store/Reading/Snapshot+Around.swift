package import Delivery
import Times

/// What stands around features and teams.
extension Snapshot {
  package func incidents(ofFeature feature: Key<Feature>) throws -> [Incident] {
    try reader.all(
      Incident.self, "t.feature = (SELECT id FROM feature WHERE key = ?1) ORDER BY t.started DESC, t.key"
    ) { $0.text(feature.text) }
  }

  package func documents(ofFeature feature: Key<Feature>) throws -> [Document] {
    try reader.all(Document.self, "t.feature = (SELECT id FROM feature WHERE key = ?1) ORDER BY t.title, t.key") {
      $0.text(feature.text)
    }
  }

  /// When a team takes its questions, by day of the week and time.
  package func batches(ofTeam team: Key<Team>) throws -> [Batch] {
    try reader.all(Batch.self, "t.team = (SELECT id FROM team WHERE key = ?1) ORDER BY t.weekday, t.time, t.key") {
      $0.text(team.text)
    }
  }

  /// Days on which a person is not there, by date.
  package func absences(of person: Key<Person>) throws -> [Away] {
    try reader.all(Away.self, "t.person = (SELECT id FROM person WHERE key = ?1) ORDER BY t.first_day, t.key") {
      $0.text(person.text)
    }
  }

  /// The term under a name in any letter case.
  package func term(named name: String) throws -> Term? {
    try reader.all(Term.self, "t.key = ?1 COLLATE NOCASE ORDER BY t.key = ?1 DESC, t.key LIMIT 1") { $0.text(name) }
      .first
  }

  /// Names that people taught for a record.
  package func aliases(of target: Reference) throws -> [Alias] {
    try reader.all(Alias.self, "t.target = ?1 AND t.target_kind = ?2 ORDER BY t.text") {
      $0.text(target.key)
      $0.text(target.kind.rawValue)
    }
  }

  /// The statuses that somebody explained, by name.
  package func statuses() throws -> [Status] {
    try reader.all(Status.self, "t.known = 1 ORDER BY t.key")
  }

  /// The spelling of a status under which it is explained, else one that items use.
  package func spelling(ofStatus name: String) throws -> String {
    try reader.spelling(ofStatus: name)
  }
}
