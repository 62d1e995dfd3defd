import Language

/// Puts the slots of a line that says nothing else into the question it carries on.
struct Ellipsis {
  let grammar: Grammar
  let bare: [SlotValue]

  /// The reading with the new values in place of those of the same type, and the others kept.
  ///
  /// - Parameters:
  ///   - last: What was asked or changed before.
  ///   - replacing: The value that shall go, where the line says which.
  ///   - fillsEmpty: Whether a slot may be filled that the last reading left empty.
  /// - Returns: Nothing when the intent has no slot for something that the line holds.
  func applied(to last: Reading, replacing: [SlotValue] = [], fillsEmpty: Bool = true) -> Reading? {
    guard !bare.isEmpty else { return nil }
    let declared = grammar.slots(of: last.intent)
    var slots = last.slots.mapValues { value in
      var value = value
      value.origin = .inherited
      return value
    }
    var taken: Set<String> = []
    for group in groups {
      guard
        let (name, value) = place(of: group, in: declared, slots, taken: taken, replacing, fillsEmpty: fillsEmpty)
      else { return nil }
      for other in rivals(of: name, value, in: last.intent, declared) where !taken.contains(other) {
        slots[other] = nil
      }
      slots[name] = value
      taken.insert(name)
    }
    var reading = last
    reading.slots = slots
    // What held several follow-ups goes on with one.
    reading.parts = []
    return reading
  }

  /// The values by the words that they share, in the order of the line.
  private var groups: [[SlotValue]] {
    var groups: [[SlotValue]] = []
    for value in bare {
      if let index = groups.firstIndex(where: { $0[0].span == value.span && !value.span.isEmpty }) {
        groups[index].append(value)
      } else {
        groups.append([value])
      }
    }
    return groups
  }

  private func place(
    of group: [SlotValue], in declared: [GrammarSlot], _ slots: [String: SlotValue], taken: Set<String>,
    _ replacing: [SlotValue], fillsEmpty: Bool
  ) -> (String, SlotValue)? {
    let free = declared.filter { !taken.contains($0.name) }
    // The slot whose value the line denies.
    for slot in free {
      guard let old = slots[slot.name], replacing.contains(where: { $0.isSame(as: old) }),
        let value = group.first(where: { slot.kinds.contains($0.kind) })
      else { continue }
      return (slot.name, value)
    }
    // A slot that holds the same kind; of several the one that was said last.
    for value in group {
      let same = free.filter { slots[$0.name]?.kind == value.kind && $0.kinds.contains(value.kind) }
      if let slot = same.max(by: { Self.start(of: $0, slots) < Self.start(of: $1, slots) }) {
        return (slot.name, value)
      }
    }
    // One that holds something of the same type: a period instead of a day, a team instead of a person.
    for value in group {
      let filled = free.first { slot in
        guard let old = slots[slot.name] else { return false }
        return slot.kinds.contains(value.kind) && SlotType(old.kind) == SlotType(value.kind)
      }
      if let filled { return (filled.name, value) }
    }
    for value in group {
      guard let slot = free.first(where: { slots[$0.name] == nil && $0.kinds.contains(value.kind) }) else { continue }
      let isReplacing = slots.contains { name, old in
        !taken.contains(name) && SlotType(old.kind) == SlotType(value.kind)
      }
      if fillsEmpty || isReplacing { return (slot.name, value) }
    }
    return nil
  }

  private static func start(of slot: GrammarSlot, _ slots: [String: SlotValue]) -> Int {
    slots[slot.name]?.span.lowerBound ?? 0
  }

  /// The slots that a new value makes void: others of its type, and others of which only one is needed.
  private func rivals(
    of name: String, _ value: SlotValue, in intent: String, _ declared: [GrammarSlot]
  ) -> [String] {
    let oneOf = grammar.traits(of: intent)?.oneOf ?? []
    return declared.filter { slot in
      guard slot.name != name else { return false }
      if oneOf.contains(name), oneOf.contains(slot.name) { return true }
      // Two slots of the same kind stand side by side: what waits, and for what.
      return !slot.kinds.contains(value.kind) && slot.kinds.contains { SlotType($0) == SlotType(value.kind) }
    }.map(\.name)
  }
}

/// What sort of thing a slot holds, so far as one answer to `which?` takes the place of another.
enum SlotType: Hashable {
  case who, what, time, other(SlotKind)

  init(_ kind: SlotKind) {
    switch kind {
    case .person, .team: self = .who
    case .feature, .item, .release, .incident, .document: self = .what
    case .when, .period, .delay, .recurrence: self = .time
    default: self = .other(kind)
    }
  }
}

extension SlotValue {
  /// Whether both name the same, however they were said.
  func isSame(as other: SlotValue) -> Bool {
    kind == other.kind && (key ?? value).lowercased() == (other.key ?? other.value).lowercased()
  }
}
