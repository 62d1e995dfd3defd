import Prompts
import Times

/// When and where words of time are said, and by whose habits.
struct Occasion {
  let now: Instant
  let zone: Zone
  let habits: TimeHabits
  private let isZoneNamed: Bool

  init(session: Session) throws(Failure) {
    let zone = try session.zone()
    let isZoneNamed =
      session.settings.zone != nil || session.surroundings["TZ"] != nil || session.configuration.zone != nil
    let named = session.settings.now ?? session.surroundings["GANGWAY_NOW"]
    let (now, local) = try Occasion.moment(named, in: zone, isZoneNamed: isZoneNamed) ?? (Session.clock(), zone)
    self.init(
      now: now, zone: local, habits: try session.habits(around: zone.local(at: now).day), isZoneNamed: isZoneNamed)
  }

  private init(now: Instant, zone: Zone, habits: TimeHabits, isZoneNamed: Bool) {
    self.now = now
    self.zone = zone
    self.habits = habits
    self.isZoneNamed = isZoneNamed
  }

  /// The same occasion at another time, in ISO 8601.
  func moved(to text: String) throws(Failure) -> Occasion {
    guard let (now, zone) = try Occasion.moment(text, in: zone, isZoneNamed: isZoneNamed) else { return self }
    return Occasion(now: now, zone: zone, habits: habits, isZoneNamed: isZoneNamed)
  }

  /// The moment that a text names, and the zone that it is told in.
  ///
  /// Without an offset it is what clocks in the zone show. An offset that the zone does not have then says where the
  /// speaker is, unless somebody named a zone; `Z` only says when.
  private static func moment(
    _ text: String?, in zone: Zone, isZoneNamed: Bool
  ) throws(Failure) -> (Instant, Zone)? {
    guard let text else { return nil }
    if let instant = Instant(text, defaultOffset: nil), text.utf8.count > 10 {
      guard !isZoneNamed, text.utf8.last.map({ $0 | 0x20 }) != UInt8(ascii: "z"), let moment = Moment(text),
        zone.offset(at: instant) != moment.offset
      else { return (instant, zone) }
      return (instant, Zone(offset: moment.offset))
    }
    guard let wall = Instant(text, defaultOffset: 0) else { throw .usage(Words.Commands.Now.wrong(text: text)) }
    return (zone.instant(of: LocalTime(second: wall.seconds)), zone)
  }
}
