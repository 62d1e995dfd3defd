import Delivery
import Interchange

/// What Jira's own names and keys tell.
enum JiraNames {
  /// The part of an issue's key before its number.
  static func project(of key: String) -> String {
    key.lastIndex(of: "-").map { String(key[..<$0]) } ?? key
  }

  /// Whether the text has the shape of an issue's key, such as `PAY-12`.
  static func isKey(_ text: String) -> Bool {
    guard let hyphen = text.lastIndex(of: "-"), hyphen > text.startIndex, let first = text.first, first.isLetter else {
      return false
    }
    let number = text[text.index(after: hyphen)...]
    return !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
      && text[..<hyphen].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  static func isEpic(_ type: JSON?) -> Bool {
    if let level = type?["hierarchyLevel"]?.integer, level >= 1 { return true }
    return type?["name"]?.text.map(isEpic(named:)) ?? false
  }

  static func isEpic(named name: String) -> Bool {
    ["epic", "epik", "epos", "épica", "epica", "épico", "epico", "épopée"].contains(name.lowercased().trimmed)
  }

  static func isSubtask(named name: String) -> Bool {
    let name = name.lowercased()
    return ["sub", "unteraufgabe", "podzadanie", "sous-t", "deeltaak", "sotto"].contains { name.hasPrefix($0) }
  }

  /// What a status of Jira's JSON counts as, if it says so.
  static func category(_ status: JSON?) -> Status.Category? {
    switch status?["statusCategory"]?["key"]?.text {
    case "new": .waiting
    case "indeterminate": .active
    case "done": .done
    default: nil
    }
  }

  /// What the word in a table's column for the category means, in the languages that were seen or are certain.
  static func category(named name: String) -> Status.Category? {
    categories[name.lowercased().trimmed]
  }

  /// The server's address in the address of one of its resources.
  static func base(of address: String) -> String? {
    guard let rest = address.firstRange(of: "/rest/") else { return nil }
    let base = address[..<rest.lowerBound]
    return base.hasPrefix("http") ? String(base) : nil
  }

  private static let categories: [String: Status.Category] = [
    "to do": .waiting, "new": .waiting, "por hacer": .waiting, "tareas por hacer": .waiting,
    "do zrobienia": .waiting, "zu erledigen": .waiting, "à faire": .waiting, "a fazer": .waiting,
    "itens pendentes": .waiting, "tarefas pendentes": .waiting, "da completare": .waiting, "da fare": .waiting,
    "te doen": .waiting,
    "in progress": .active, "indeterminate": .active, "en curso": .active, "en progreso": .active, "w toku": .active,
    "in arbeit": .active, "in bearbeitung": .active, "en cours": .active, "em andamento": .active,
    "itens em andamento": .active, "em progresso": .active, "in corso": .active, "actief": .active,
    "in uitvoering": .active, "mee bezig": .active,
    "done": .done, "complete": .done, "listo": .done, "hecho": .done, "finalizada": .done, "finalizado": .done,
    "gotowe": .done, "fertig": .done, "erledigt": .done, "terminé": .done, "terminée": .done, "terminé(e)": .done,
    "concluído": .done, "concluído(s)": .done, "itens concluídos": .done, "completato": .done, "completata": .done,
    "gereed": .done, "voltooid": .done, "klaar": .done,
  ]
}
