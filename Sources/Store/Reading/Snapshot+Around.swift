package import Delivery
import Times

/// What stands around features and teams.
extension Snapshot {
  package func incidents(ofFeature feature: Key<Feature>) throws -> [Incident] {
    try reader.all(
      Incident.self, "t.feature = (SELECT id FROM feature WHERE key = ?1) ORDER BY t.started DESC, t.key"
    ) { $0.text(feature.text) }
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
