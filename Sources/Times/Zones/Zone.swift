/// The rules by which a place sets its clocks.
///
/// Holds a TZif file (RFC 8536) as read and looks transitions up in its bytes, so that opening one parses no table.
package struct Zone: Sendable {
  /// The name in the IANA database, such as `Europe/London`, or the rule or offset it was made from.
  package let name: String

  let table: TransitionTable?
  let rule: PosixRule

  init(name: String, table: TransitionTable?, rule: PosixRule) {
    self.name = name
    self.table = table
    self.rule = rule
  }

  package static let utc = Zone(name: "UTC", table: nil, rule: PosixRule(offset: 0))

  /// Makes a zone that never changes its clocks, named after its offset.
  ///
  /// - Parameter offset: Seconds east of UTC; beyond ±24 hours it is cut to that.
  package init(offset: Int) {
    let offset = min(max(offset, -86_399), 86_399)
    let local = Moment(Instant(seconds: 0), offset: offset).description
    self.init(name: offset == 0 ? "UTC" : String(local.suffix(6)), table: nil, rule: PosixRule(offset: offset))
  }

  /// Seconds east of UTC that clocks there show at the instant.
  ///
  /// - Complexity: O(log *n*) in the transitions of the zone.
  package func offset(at instant: Instant) -> Int {
    let seconds = instant.seconds
    return table?.offset(at: seconds) ?? rule.offset(at: seconds)
  }

  /// What calendar and clock there show at the instant.
  package func local(at instant: Instant) -> LocalTime {
    LocalTime(second: instant.seconds + Int64(offset(at: instant)))
  }

  /// The instant with the offset that holds there.
  package func moment(at instant: Instant) -> Moment {
    Moment(instant, offset: offset(at: instant))
  }

  /// The instant at which clocks there show the wall time.
  ///
  /// A wall time that clocks skip is moved forward by what they skip; one that they show twice is the first.
  package func instant(of local: LocalTime) -> Instant {
    let wall = local.second
    let before = offset(at: Instant(seconds: wall - 86_400))
    let after = offset(at: Instant(seconds: wall + 86_400))
    let middle = offset(at: Instant(seconds: wall - Int64(before)))
    var first: Int64?
    for candidate in [before, middle, after] {
      let seconds = wall - Int64(candidate)
      guard offset(at: Instant(seconds: seconds)) == candidate else { continue }
      first = min(first ?? seconds, seconds)
    }
    return Instant(seconds: first ?? wall - Int64(before))
  }

  /// The moment at which clocks there show the wall time, with gaps and overlaps as ``instant(of:)`` has them.
  package func moment(of local: LocalTime) -> Moment {
    moment(at: instant(of: local))
  }
}

extension Zone: Hashable, CustomStringConvertible {
  package static func == (one: Zone, other: Zone) -> Bool {
    one.name == other.name && one.rule == other.rule && one.table == other.table
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }

  package var description: String { name }
}
