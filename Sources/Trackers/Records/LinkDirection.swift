/// Who waits for whom, seen from the issue that lists a link.
enum LinkDirection: Hashable, Sendable {
  case waits
  case holdsUp

  var reversed: LinkDirection {
    self == .waits ? .holdsUp : .waits
  }

  /// Reads the words that stand between an issue and the other end, such as `is blocked by`.
  ///
  /// Words that name no waiting (relates to, duplicates, is triggering) give nothing. The slot in which a tracker
  /// files a link decides nothing: `depends on` and `blocks` are both outward and mean opposite things.
  init?(phrase: String) {
    let phrase = phrase.lowercased().trimmed
    if LinkDirection.waiting.contains(phrase) {
      self = .waits
    } else if LinkDirection.holding.contains(phrase) {
      self = .holdsUp
    } else {
      return nil
    }
  }

  /// Reads the name of a type of link, where a file gives no words: the direction of its outward side.
  ///
  /// Types are configured per server, so they are told by how they begin. `Blocks` points at what is held up; the
  /// usual words of `Depends`, `Dependency`, `Dependent` and `Required` point at what is waited for.
  init?(outwardOfType type: String) {
    let type = type.lowercased().trimmed
    if type.hasPrefix("block") || type.hasPrefix("preced") || type.hasPrefix("gantt end to start")
      || type.hasPrefix("gantt: finish-start")
    {
      self = .holdsUp
    } else if type.hasPrefix("depend") || type.hasPrefix("requir") || type.hasPrefix("need") {
      self = .waits
    } else {
      return nil
    }
  }

  /// Whether words that are not understood look as if they told of waiting.
  static func looksBlocking(_ phrase: String) -> Bool {
    let phrase = phrase.lowercased()
    return ["block", "depend", "requir", "prerequisite"].contains { phrase.contains($0) }
  }

  private static let waiting: Set<String> = [
    "is blocked by", "blocked by", "depends on", "depends upon", "is dependent on", "is dependent upon",
    "has to be done after", "must be done after", "must come after", "has to be started after", "requires", "needs",
    "waits for", "is waiting for", "is waiting on", "is prevented by", "is constrained by", "is gated by",
    "is held up by", "comes after", "es bloqueado por", "está bloqueada por", "depende de",
    "wird blockiert von", "wird blockiert durch", "ist abhängig von", "hängt ab von", "est bloqué par", "dépend de",
    "jest blokowane przez", "jest zablokowane przez", "zależy od", "é bloqueado por", "está bloqueado por",
    "è bloccato da", "dipende da", "wordt geblokkeerd door", "is afhankelijk van",
  ]

  private static let holding: Set<String> = [
    "blocks", "is blocking", "is dependent of", "is depended on by", "is depended upon by", "is a dependency of",
    "is a dependency for", "has to be done before", "must be done before", "must come before",
    "has to be finished before", "is required by", "is required for", "is needed by", "is needed for", "prevents",
    "constrains", "gates", "holds up", "comes before", "precedes", "is a prerequisite of", "is a prerequisite for",
    "is prerequisite for", "bloquea", "blockiert", "bloque", "blokuje", "bloqueia", "blocca", "blokkeert",
  ]
}
