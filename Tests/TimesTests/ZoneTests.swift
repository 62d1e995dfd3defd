import Testing
import Times

@Suite struct `A zone` {
  @Test(arguments: zoneFacts)
  func `shows the wall time that zdump shows`(fact: ZoneFact) throws {
    let zone = try Zone(named: fact.zone)
    let instant = try #require(Instant(fact.instant))
    #expect(zone.local(at: instant) == LocalTime(second: try #require(Instant(fact.wall)).seconds))
  }

  @Test(arguments: [
    // In a gap the wall time moves forward by the gap; in an overlap the first of both is meant.
    ("Europe/London", "2024-03-31T01:30:00Z", "2024-03-31T02:30:00+01:00"),
    ("Europe/London", "2024-10-27T01:30:00Z", "2024-10-27T01:30:00+01:00"),
    ("America/New_York", "2024-03-10T02:00:00Z", "2024-03-10T03:00:00-04:00"),
    ("America/New_York", "2024-11-03T01:00:00Z", "2024-11-03T01:00:00-04:00"),
    ("America/New_York", "2024-11-03T02:00:00Z", "2024-11-03T02:00:00-05:00"),
    ("Australia/Lord_Howe", "2024-10-06T02:15:00Z", "2024-10-06T02:45:00+11:00"),
    ("Australia/Lord_Howe", "2024-04-07T01:45:00Z", "2024-04-07T01:45:00+11:00"),
    ("America/Sao_Paulo", "2018-11-04T00:00:00Z", "2018-11-04T01:00:00-02:00"),
    ("Pacific/Apia", "2011-12-30T12:00:00Z", "2011-12-31T12:00:00+14:00"),
    ("Asia/Kolkata", "2024-05-14T10:40:00Z", "2024-05-14T10:40:00+05:30"),
    ("Asia/Kathmandu", "2024-05-14T10:40:00Z", "2024-05-14T10:40:00+05:45"),
    ("America/New_York", "2063-07-01T12:00:00Z", "2063-07-01T12:00:00-04:00"),
  ])
  func `takes a wall time forward over a gap and first in an overlap`(name: String, wall: String, told: String) throws {
    let zone = try Zone(named: name)
    let local = LocalTime(second: try #require(Instant(wall)).seconds)
    #expect(zone.moment(of: local).description == told)
  }

  @Test(arguments: [
    "Europe/London", "America/New_York", "Australia/Lord_Howe", "Australia/Sydney", "America/Santiago", "Asia/Kolkata",
    "Pacific/Chatham", "Africa/Casablanca", "Europe/Dublin", "America/St_Johns",
  ])
  func `brings every wall time that exists back`(name: String) throws {
    let zone = try Zone(named: name)
    var generator = Seeded(seed: 7)
    for _ in 0..<3_000 {
      let instant = Instant(seconds: Int64.random(in: -2_000_000_000...6_000_000_000, using: &generator))
      let local = zone.local(at: instant)
      let back = zone.instant(of: local)
      #expect(zone.local(at: back) == local)
      #expect(back <= instant)
    }
  }

  @Test(arguments: ["", "../etc/passwd", "/etc/passwd", "Europe/../../passwd", "Europe//London", "a b", ".hidden"])
  func `refuses what cannot be a name`(name: String) {
    #expect(throws: ZoneError.notAName(name)) { try Zone(named: name) }
  }

  @Test(arguments: ["Europe/Nowhere", "Mars", "Europe", "zone.tab", "europe/london\0"])
  func `refuses what is no zone`(name: String) {
    #expect(throws: ZoneError.self) { try Zone(named: name) }
  }

  @Test(arguments: [("+02:00", 7_200), ("-03:30", -12_600), ("UTC", 0), ("Z", 0), ("Etc/GMT-14", 50_400)])
  func `may be a plain offset`(name: String, offset: Int) throws {
    #expect(try Zone(named: name).offset(at: Instant(seconds: 0)) == offset)
  }

  @Test(arguments: [
    ("Europe/Paris", 7_200), (":Europe/Paris", 7_200), ("", 0), ("CET-1CEST,M3.5.0,M10.5.0/3", 7_200),
    ("NZST-12NZDT,M9.5.0,M4.1.0/3", 43_200), ("EST5EDT", -14_400), ("<-03>3", 10_800 * -1), ("nonsense!", 0),
    ("/usr/share/zoneinfo/Asia/Tokyo", 32_400), ("XXX-1YYY,J60/0,J300/0", 7_200), ("XXX-1YYY,0,364/25", 7_200),
  ])
  func `follows the variable TZ`(variable: String, offset: Int) throws {
    let instant = try #require(Instant("2024-07-01T12:00:00Z"))
    #expect(Zone.system(environment: ["TZ": variable]).offset(at: instant) == offset)
  }

  @Test func `takes no damaged file`() throws {
    var bytes = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 39)
    #expect(throws: ZoneError.damaged("x")) { try Zone(name: "x", contents: bytes) }
    bytes[35] = 255
    #expect(throws: ZoneError.damaged("x")) { try Zone(name: "x", contents: bytes) }
    var generator = Seeded(seed: 3)
    for length in 0..<300 {
      let noise = Array("TZif".utf8) + (0..<length).map { _ in UInt8.random(in: 0...3, using: &generator) }
      // Whatever it makes of noise, it neither traps nor gives an offset that no place has.
      guard let zone = try? Zone(name: "x", contents: noise) else { continue }
      _ = zone.offset(at: Instant(seconds: 0))
    }
  }
}
