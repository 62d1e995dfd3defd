// Times of day.
extension PhraseResolver {
  func time(of part: DayPart) -> TimeOfDay {
    switch part {
    case .firstThing, .morning: calendar.start
    case .noon: .noon
    case .afterLunch, .afternoon: policy.afternoon
    case .endOfDay: calendar.end
    case .evening, .night: policy.evening
    case .midnight: .midnight
    }
  }

  /// A time on a day that was named.
  func at(_ day: Day, _ clock: ClockPhrase) -> Extent {
    switch clock {
    case .exact(let seconds, let zone):
      return .moment(LocalTime(day) + Int64(seconds), grain: PhraseResolver.grain(ofSeconds: seconds), in: zone)
    case .half(let seconds, let zone):
      let halves = plausible(seconds)
      var extent = Extent.moment(
        LocalTime(day, halves[0]), grain: PhraseResolver.grain(ofSeconds: seconds), in: zone)
      extent.also = halves.dropFirst().map { Extent.Alternative(LocalTime(day, $0), .otherHalfOfDay) }
      return extent
    case .part(.midnight):
      // Midnight is the end of the day that is named.
      return .moment(LocalTime(day + 1))
    case .part(let part): return .moment(LocalTime(day, time(of: part)))
    case .current: return .moment(LocalTime(day, TimeOfDay(second: local.time.second / 60 * 60)))
    }
  }

  private static func grain(ofSeconds seconds: Int) -> TimeReading.Grain {
    seconds % 60 == 0 ? .minute : .second
  }

  /// A time without a day: the next one, or in a sentence of the past the last one.
  func next(_ clock: ClockPhrase, isPast: Bool) -> Extent {
    switch clock {
    case .exact(let seconds, let zone):
      let wall = self.wall(in: zone)
      let isAhead = TimeOfDay(second: seconds) > wall.time
      return at(wall.day + (isPast ? (isAhead ? -1 : 0) : (isAhead ? 0 : 1)), clock)
    case .half(let seconds, let zone):
      let wall = self.wall(in: zone)
      let times = plausible(seconds).sorted()
      let found: LocalTime
      if isPast {
        found =
          times.last { $0 <= wall.time }.map { LocalTime(wall.day, $0) }
          ?? LocalTime(wall.day - 1, times[times.count - 1])
      } else {
        found = times.first { $0 > wall.time }.map { LocalTime(wall.day, $0) } ?? LocalTime(wall.day + 1, times[0])
      }
      var extent = Extent.moment(found, grain: PhraseResolver.grain(ofSeconds: seconds), in: zone)
      if let other = times.first(where: { $0 != found.time }) {
        extent.also = [Extent.Alternative(LocalTime(found.day, other), .otherHalfOfDay)]
      }
      return extent
    case .part(.midnight): return at(isPast ? today - 1 : today, clock)
    case .part(let part): return next(part, isPast: isPast)
    case .current: return at(today, clock)
    }
  }

  private func next(_ part: DayPart, isPast: Bool) -> Extent {
    let clock = ClockPhrase.part(part)
    let isAhead = time(of: part) > local.time
    if isPast { return at(isAhead ? today - 1 : today, clock) }
    switch part {
    case .evening, .night: return at(today, clock)
    case .firstThing, .afterLunch, .endOfDay: return at(isAhead ? today : calendar.workingDay(after: today), clock)
    default: return at(isAhead ? today : today + 1, clock)
    }
  }

  /// What the walls of a zone show now.
  private func wall(in zone: ClockZone?) -> LocalTime {
    guard let zone else { return local }
    return LocalTime(second: now.seconds + Int64(zone.offset(at: local)))
  }

  /// The halves of the day in which a time on a clock of 12 hours is meant, the likelier one first.
  private func plausible(_ seconds: Int) -> [TimeOfDay] {
    let halves = [TimeOfDay(second: seconds), TimeOfDay(second: seconds + 43_200)]
    let inside = halves.filter { policy.plausibleHours.contains($0) }
    return inside.isEmpty ? [halves[1]] : inside
  }
}
