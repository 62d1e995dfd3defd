import Delivery

extension Record {
  /// The names under which people speak of the record, the full one first.
  var names: [String] {
    let names: [String] =
      switch self {
      case .team(let team): [team.name, team.key.text]
      case .person(let person): person.spokenNames
      case .release(let release): [release.name, release.key.text]
      case .feature(let feature): [feature.name] + feature.aliases + [feature.key.text]
      case .scope(let scope): [scope.name] + scope.aliases
      case .status(let status): [status.name]
      case .document(let document): [document.title]
      case .term(let term): [term.name] + [term.expansion].compactMap(\.self)
      case .incident(let incident): [incident.title, incident.key.text]
      case .case(let found): [found.title]
      default: []
      }
    var seen: Set<String> = []
    return names.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

extension Person {
  /// Full name, what colleagues say, first name, surname, initials, key.
  fileprivate var spokenNames: [String] {
    let parts = name.split(separator: " ")
    let initials = String(parts.compactMap(\.first))
    let called = parts.count > 1 ? [String(parts[0]), String(parts[parts.count - 1]), initials] : []
    return [name] + [short].compactMap(\.self) + called + [key.text]
  }
}
