/// The columns of a Jira table, found by the names that its editions and languages give them.
struct JiraColumns {
  enum Column: String, CaseIterable, Sendable {
    case summary, key, id, type, status, category, categoryChanged, projectKey, projectName, projectLead, projectLeadId
    case assignee, assigneeId, reporter, reporterId, created, updated, resolved, due, description, parent, parentKey
    case parentSummary, epicLink, component, fixVersion, estimate
  }

  /// A repeated column whose cells name the other ends of links.
  struct LinkColumn: Hashable {
    var index: Int
    /// The type of link, configured per server: `Blocks`.
    var type: String
    var isOutward: Bool
  }

  private(set) var language: MonthNames.Language = .english
  private(set) var links: [LinkColumn] = []
  private var indexes: [Column: [Int]] = [:]

  init(_ header: [String]) {
    var votes: [MonthNames.Language: Int] = [:]
    for (index, name) in header.enumerated() {
      let name = name.lowercased()
      if let link = JiraColumns.link(name, header[index], at: index) {
        links.append(link)
      } else if name.contains("(epic link)") || name == "epic link" {
        indexes[.epicLink, default: []].append(index)
      } else if let (column, language) = JiraColumns.names[name] {
        indexes[column, default: []].append(index)
        if let language { votes[language, default: 0] += 1 }
      }
    }
    // Some headers stay English in every language, so that one foreign name decides.
    language = votes.max { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }?.key ?? .english
  }

  /// Whether the header is that of a Jira table.
  var isJira: Bool {
    self[.key] != nil && (self[.summary] != nil || self[.status] != nil)
  }

  subscript(column: Column) -> Int? { indexes[column]?.first }

  func all(_ column: Column) -> [Int] { indexes[column] ?? [] }

  /// Reads headers such as `Inward issue link (Blocks)`, of which the type alone stays English.
  private static func link(_ name: String, _ header: String, at index: Int) -> LinkColumn? {
    guard name.hasSuffix(")"), let open = header.firstIndex(of: "("), linkWords.contains(where: { name.contains($0) })
    else { return nil }
    let type = String(header[header.index(after: open)...].dropLast()).trimmed
    if outwardWords.contains(where: { name.contains($0) }) {
      return LinkColumn(index: index, type: type, isOutward: true)
    }
    if inwardWords.contains(where: { name.contains($0) }) {
      return LinkColumn(index: index, type: type, isOutward: false)
    }
    return nil
  }

  private static let linkWords = ["link", "enlace", "łącze", "verknüpfung", "lien", "vínculo", "collegamento"]
  private static let outwardWords = [
    "outward", "saliente", "zewnętrzne", "ausgehend", "nach außen", "sortant", "externo", "uitgaand", "in uscita",
  ]
  private static let inwardWords = [
    "inward", "entrante", "interna", "wewnętrzne", "eingehend", "nach innen", "entrant", "interno", "inkomend",
    "in entrata",
  ]

  /// Every known name in lower case, with the language that it gives away.
  private static let names: [String: (Column, MonthNames.Language?)] = {
    var names: [String: (Column, MonthNames.Language?)] = [:]
    for (language, columns) in translations {
      for (column, spellings) in columns {
        for name in spellings where names[name] == nil { names[name] = (column, language) }
      }
    }
    for (column, spellings) in english { for name in spellings { names[name] = (column, nil) } }
    return names
  }()

  private static let english: [Column: [String]] = [
    .summary: ["summary"], .key: ["issue key", "key", "work item key", "work key"],
    .id: ["issue id", "work item id", "work id"], .type: ["issue type", "work item type", "work type", "issuetype"],
    .status: ["status"], .category: ["status category"],
    .categoryChanged: ["status category changed"], .projectKey: ["project key", "space key"],
    .projectName: ["project name", "space name"], .projectLead: ["project lead"], .projectLeadId: ["project lead id"],
    .assignee: ["assignee"], .assigneeId: ["assignee id"], .reporter: ["reporter"], .reporterId: ["reporter id"],
    .created: ["created"], .updated: ["updated"], .resolved: ["resolved"], .due: ["due date"],
    .description: ["description"], .parent: ["parent", "parent id"], .parentKey: ["parent key"],
    .parentSummary: ["parent summary", "epic link summary"], .component: ["components", "component/s", "component"],
    .fixVersion: ["fix versions", "fix version/s", "fix version"], .estimate: ["original estimate"],
  ]

  private static let translations: [MonthNames.Language: [Column: [String]]] = [
    .spanish: [
      .summary: ["resumen"], .key: ["clave de incidencia", "clave"], .id: ["id de la incidencia"],
      .type: ["tipo de incidencia"], .status: ["estado"], .category: ["categoría de estado"],
      .projectKey: ["clave del proyecto"], .projectName: ["nombre del proyecto"],
      .projectLead: ["responsable del proyecto"], .assignee: ["persona asignada", "responsable"],
      .assigneeId: ["id de la persona asignada"], .reporter: ["informador"], .created: ["creada", "creado"],
      .updated: ["actualizada", "actualizado"], .resolved: ["resuelta", "resuelto"],
      .due: ["fecha de vencimiento"], .description: ["descripción"], .parent: ["principal", "padre"],
      .component: ["componentes"], .fixVersion: ["versiones corregidas", "versión correctora"],
      .estimate: ["estimación original"],
    ],
    .polish: [
      .summary: ["podsumowanie"], .key: ["klucz zgłoszenia", "klucz"], .id: ["id. zgłoszenia", "id zgłoszenia"],
      .type: ["typ zgłoszenia"], .category: ["kategoria statusu"], .projectKey: ["klucz projektu"],
      .projectName: ["nazwa projektu"], .assignee: ["osoba przypisana", "przypisany"], .reporter: ["zgłaszający"],
      .created: ["utworzono"], .updated: ["zaktualizowano"], .resolved: ["rozwiązano"], .due: ["termin"],
      .description: ["opis"], .parent: ["element nadrzędny"], .component: ["komponenty"],
      .fixVersion: ["wersje z poprawką", "wersja poprawki"], .estimate: ["pierwotne oszacowanie"],
    ],
    .german: [
      .summary: ["zusammenfassung"], .key: ["vorgangsschlüssel", "schlüssel"], .id: ["vorgangs-id"],
      .type: ["vorgangstyp"], .category: ["statuskategorie"], .projectKey: ["projektschlüssel"],
      .projectName: ["projektname"], .projectLead: ["projektleiter"],
      .assignee: ["zugewiesene person", "zugewiesen an", "bearbeiter"], .reporter: ["autor", "melder"],
      .created: ["erstellt"], .updated: ["aktualisiert"], .resolved: ["erledigt", "gelöst"],
      .due: ["fälligkeitsdatum", "fällig"], .description: ["beschreibung"], .parent: ["übergeordnet"],
      .component: ["komponenten", "komponente/n"], .fixVersion: ["lösungsversionen", "lösungsversion/en"],
      .estimate: ["ursprüngliche schätzung"],
    ],
    .french: [
      .summary: ["résumé"], .key: ["clé de ticket", "clé"], .id: ["id de ticket", "identifiant de ticket"],
      .type: ["type de ticket"], .status: ["état", "statut"], .category: ["catégorie d'état", "catégorie de statut"],
      .projectKey: ["clé de projet"], .projectName: ["nom de projet", "nom du projet"],
      .assignee: ["personne assignée", "responsable (ticket)", "attribution"], .reporter: ["rapporteur"],
      .created: ["création", "créée"], .updated: ["mise à jour", "mis à jour"], .resolved: ["résolue", "résolu"],
      .due: ["date d'échéance", "échéance"], .component: ["composants"], .fixVersion: ["versions corrigées"],
      .estimate: ["estimation originale"],
    ],
    .portuguese: [
      .summary: ["resumo"], .key: ["chave da item", "chave do item", "chave"], .id: ["id da item", "id do item"],
      .type: ["tipo de item", "tipo do item"], .category: ["categoria do status"], .projectKey: ["chave do projeto"],
      .projectName: ["nome do projeto"], .assignee: ["responsável"], .reporter: ["relator"], .created: ["criado"],
      .updated: ["atualizado(a)", "atualizado"], .resolved: ["resolvido", "resolvida"],
      .due: ["data limite", "data de vencimento"], .description: ["descrição"], .parent: ["pai"],
      .fixVersion: ["versões corrigidas"], .estimate: ["estimativa original"],
    ],
    .italian: [
      .summary: ["riepilogo"], .key: ["chiave ticket", "chiave"], .type: ["tipo ticket"], .status: ["stato"],
      .assignee: ["assegnatario"], .created: ["creato"], .updated: ["aggiornato"], .resolved: ["risolto"],
      .due: ["data di scadenza"], .description: ["descrizione"], .component: ["componenti"],
    ],
    .dutch: [
      .summary: ["samenvatting"], .key: ["issuesleutel", "sleutel"], .type: ["type issue"],
      .assignee: ["toegewezen aan", "toegewezene"], .created: ["aangemaakt"], .updated: ["bijgewerkt"],
      .resolved: ["opgelost"], .due: ["vervaldatum", "einddatum"], .description: ["beschrijving"],
      .component: ["onderdelen"],
    ],
  ]
}
