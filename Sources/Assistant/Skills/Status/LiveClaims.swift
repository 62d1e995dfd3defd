import Delivery
import Times

/// The claims about one subject that count at a moment.
///
/// A later statement by the same person, or from the same kind of source when nobody signed, replaces an earlier one
/// about the same attribute and scope; statements of different people stand side by side.
struct LiveClaims {
  let claims: [Claim]

  init(_ all: [Claim], at now: Instant) {
    var latest: [Slot: Claim] = [:]
    for claim in all where claim.at <= now && claim.until.map({ $0 > now }) ?? true {
      let slot = Slot(claim)
      if let known = latest[slot], (known.at, known.key) > (claim.at, claim.key) { continue }
      latest[slot] = claim
    }
    claims = latest.values.sorted { ($1.at, $0.key) < ($0.at, $1.key) }
  }

  private struct Slot: Hashable {
    let attribute: String
    let scope: [String]
    let by: Key<Person>?
    /// Attributes that may hold many values at once keep each of them.
    let value: String?

    init(_ claim: Claim) {
      attribute = claim.attribute
      scope = claim.scope.sorted()
      by = claim.by
      value = LiveClaims.manifold.contains(claim.attribute) ? claim.value : nil
    }
  }

  /// Attributes of which several values are true together.
  static let manifold: Set<String> = ["say", "dont_say", "known_issue", "limit", "how", "sandbox"]

  func all(_ attribute: String) -> [Claim] {
    claims.filter { $0.attribute == attribute }
  }

  /// The claims that speak of a scope: those that name it, and those that hold everywhere.
  func speaking(of scope: String) -> LiveClaims {
    LiveClaims(claims.filter { $0.scope.isEmpty || $0.scope.contains { $0.lowercased() == scope.lowercased() } })
  }

  private init(_ claims: [Claim]) {
    self.claims = claims
  }

  /// The newest claims of an attribute that disagree about the same scope; empty when none do.
  func conflict(in attribute: String) -> [Claim] {
    let candidates = all(attribute)
    for claim in candidates {
      let others = candidates.filter { $0.scope.sorted() == claim.scope.sorted() }
      if Set(others.map { $0.value.lowercased() }).count > 1 { return others }
    }
    return []
  }
}
