import Delivery
import Times

/// One record of every kind and shape, filled to the last field.
enum SampleRecords {
  static let day = Day(number: 20_520)
  static let at = Instant.test

  static let all: [Record] = [
    .workspace(Workspace(name: "Harbour", now: at, offset: 3_600)),
    .team(Team(key: "quay", name: "Quay", mission: "Ships leave on time", zone: "Europe/Lisbon")),
    .person(
      Person(
        key: "ines", name: "Ines Tavares", short: "Nes", team: "quay", role: "engineer", zone: "Europe/Lisbon",
        active: false)),
    .release(Release(key: "spring", name: "Spring", date: day, state: "planned", source: "jira:PORT")),
    .feature(
      Feature(
        key: "berth-plan", name: "Berth Plan", team: "quay", release: "spring", owner: "ines",
        aliases: ["BP", "the \"plan\""], summary: "Who moors where", source: "jira:PORT")),
    .scope(Scope(name: "Iberia", type: "region", aliases: ["ES+PT"])),
    .status(Status(name: "Under review", category: .active, by: "ines")),
    .item(
      Item(
        key: "PORT-1", title: "Draw berths", feature: "berth-plan", team: "quay", assignee: "ines",
        status: "Under review", release: "spring", kind: "story", created: at, updated: at + 60, done: at + 90,
        due: day, estimateDays: 2.5, url: "https://port.example/1", text: "A long text\nin two lines",
        history: [
          StatusChange(at: at, status: "Open"), StatusChange(at: at + 60, status: "Under review", by: "ines"),
        ], source: "jira:PORT")),
    .item(Item(key: "PORT-2", status: "Open", outside: true)),
    .item(Item(key: "PORT-3", title: "Gone", source: "jira:PORT", closedBecause: "missing from the export")),
    .dependency(
      Dependency(
        waiting: Reference(.item, "PORT-1"), blocker: Reference(.feature, "berth-plan"), since: at,
        evidence: .guessed, source: "jira:PORT", by: "ines", note: "as she said", closed: at + 5,
        closedBecause: "settled")),
    .dependency(Dependency(waiting: Reference(.feature, "berth-plan"), blocker: Reference(.item, "PORT<9"))),
    .claim(
      Claim(
        key: "c1", subject: Reference(.feature, "berth-plan"), attribute: "stage", scope: ["Iberia"], value: "beta",
        source: "note 4", by: "ines", at: at, until: at + 100, verifyDays: 30, confidence: .verified,
        visibility: .public)),
    .incident(
      Incident(
        key: "INC-1", title: "Crane stopped", severity: 2, feature: "berth-plan", started: at, detected: at + 1,
        ended: at + 2, impact: "Four ships waited")),
    .followup(
      FollowUp(
        key: "f1", number: 7, text: "Call the crane's maker", owner: "ines", due: .day(day), after: 3, state: .waiting,
        waitingOn: "the maker", waitingSince: at, reason: "none", created: at, done: at + 9, fromCase: 4, by: "ines")),
    .followup(FollowUp(key: "f2", number: 8, text: "Write it down", due: .moment(at))),
    .document(
      Document(
        key: "d1", title: "Berth rules", url: "https://port.example/rules", feature: "berth-plan", owner: "ines",
        checked: day, verifyDays: 90)),
    .term(
      Term(
        name: "ETA", expansion: "estimated time of arrival", meaning: "When a ship comes",
        customerWording: "arrival time", neverSay: true)),
    .alias(Alias(text: "mooring map", target: Reference(.feature, "berth-plan"))),
    .case(
      Case(
        key: "k1", number: 4, title: "The crane stopped", kind: .nearMiss, problem: "It stopped twice", state: .soak,
        opened: at, closed: at + 3, incident: "INC-1", feature: "berth-plan",
        causes: [
          Cause(
            number: 1, text: "No power", evidence: .observed, reference: "meter 3", isRoot: false,
            asked: "Why did it stop?"),
          Cause(number: 2, parent: 1, text: "A fuse", evidence: .assumed, isRoot: true),
        ], by: "ines")),
    .question(
      Question(
        key: "q1", number: 2, text: "Is it live?", feature: "berth-plan", team: "quay", state: "answered", askedAt: at,
        answerBy: at + 4, askers: ["ines", "rui"], answer: "Since Monday")),
    .shield(Shield(team: "quay", person: "ines", from: day, to: day + 4, backup: "rui")),
    .batch(Batch(team: "quay", weekday: .tuesday, time: "10:00", answerBy: "16:00")),
    .holiday(Holiday(region: "PT", date: day, name: "Liberty")),
    .away(Away(person: "ines", from: day, to: day + 1, reason: "leave")),
  ]
}
