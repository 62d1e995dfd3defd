extension Reading: Codable {
  private enum CodingKeys: String, CodingKey {
    case said, intent, slots, score, alternatives, nearest, isExact, trace, unread, parts, isEllipsis, pointsBack
    case carriesOn, bare, lent, also
  }

  /// Reads what an earlier version wrote as well: a part that is missing is as in a new reading.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func value<Value: Decodable>(_ key: CodingKeys, or usual: Value) throws -> Value {
      try values.decodeIfPresent(Value.self, forKey: key) ?? usual
    }
    self.init(
      said: try values.decode(String.self, forKey: .said), intent: try values.decode(String.self, forKey: .intent))
    slots = try value(.slots, or: slots)
    score = try value(.score, or: score)
    alternatives = try value(.alternatives, or: alternatives)
    nearest = try value(.nearest, or: nearest)
    isExact = try value(.isExact, or: isExact)
    trace = try value(.trace, or: trace)
    unread = try value(.unread, or: unread)
    parts = try value(.parts, or: parts)
    isEllipsis = try value(.isEllipsis, or: isEllipsis)
    pointsBack = try value(.pointsBack, or: pointsBack)
    carriesOn = try value(.carriesOn, or: carriesOn)
    bare = try value(.bare, or: bare)
    lent = try value(.lent, or: lent)
    also = try value(.also, or: also)
  }

  /// Writes only what differs from a new reading, as several are kept with every turn.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    let new = Reading(said: said, intent: intent)
    func write<Value: Encodable & Equatable>(_ value: Value, _ usual: Value, _ key: CodingKeys) throws {
      if value != usual { try values.encode(value, forKey: key) }
    }
    try values.encode(said, forKey: .said)
    try values.encode(intent, forKey: .intent)
    try write(slots, new.slots, .slots)
    try write(score, new.score, .score)
    try write(alternatives, new.alternatives, .alternatives)
    try values.encodeIfPresent(nearest, forKey: .nearest)
    try write(isExact, new.isExact, .isExact)
    try write(trace, new.trace, .trace)
    try write(unread, new.unread, .unread)
    try write(parts, new.parts, .parts)
    try write(isEllipsis, new.isEllipsis, .isEllipsis)
    try write(pointsBack, new.pointsBack, .pointsBack)
    try write(carriesOn, new.carriesOn, .carriesOn)
    try write(bare, new.bare, .bare)
    try values.encodeIfPresent(lent, forKey: .lent)
    try write(also, new.also, .also)
  }
}
