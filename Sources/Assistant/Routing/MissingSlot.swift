import Language

/// Which slot a reading lacks, and what to ask for it; both are said by the prompts.
enum MissingSlot {
  static func of(_ reading: Reading, in grammar: Grammar) -> (slot: String, ask: String)? {
    let slots = grammar.slots(of: reading.intent)
    for slot in slots where slot.isRequired && reading.slots[slot.name] == nil {
      if let ask = slot.ask ?? grammar.traits(of: reading.intent)?.ask { return (slot.name, ask) }
    }
    guard let traits = grammar.traits(of: reading.intent), let ask = traits.ask, let first = traits.oneOf.first,
      !traits.oneOf.contains(where: { reading.slots[$0] != nil })
    else { return nil }
    return (first, ask)
  }

  /// The kinds that an answer to the question for a slot may have.
  static func kinds(of slot: String, in reading: Reading, grammar: Grammar) -> [(slot: String, kind: SlotKind)] {
    let slots = grammar.slots(of: reading.intent)
    let oneOf = grammar.traits(of: reading.intent)?.oneOf ?? []
    let names = oneOf.contains(slot) ? oneOf : [slot]
    return names.flatMap { name in
      slots.filter { $0.name == name }.map { (name, $0.kind) }
    }
  }
}
