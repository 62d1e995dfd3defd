import Delivery
import Times

/// Fits issues of any tracker into the domain, and keeps what they share until all of it is known.
struct Gatherer {
  let options: TrackerImport
  /// Told how many bytes of the file are read.
  let reached: ((Int) -> Void)?
  var report: Report
  private(set) var statuses: Statuses
  private var people: People
  private var links = Links()
  private var teams: [String: Team] = [:]
  private var features: [String: Feature] = [:]
  private var releases: [String: Release] = [:]
  private var sources: Set<String> = []
  /// The feature of every item seen, for its children.
  private var featureOfItem: [String: Key<Feature>] = [:]
  private var parents: [String: String] = [:]
  /// Items whose feature is their parent's, which may stand further down.
  private var children: [(item: Item, issue: TrackedIssue)] = []
  /// Features that are called by their key so far.
  private var unnamed: Set<String> = []
  private var doneWithoutDate = 0
  private var cutHistories = 0
  private var wholeHistories = 0
  private var unclearLinks: [String: Int] = [:]

  init(options: TrackerImport, format: Format, reached: ((Int) -> Void)? = nil) {
    self.options = options
    self.reached = reached
    report = Report(format: format)
    statuses = Statuses(options: options)
    people = People(mapping: options.mapping)
  }

  /// Takes one issue and hands on its item, unless the item has to wait for its parent.
  mutating func add(_ issue: TrackedIssue, at place: Place, _ body: (Record) throws -> Void) throws {
    guard !isInside(issue.key) else {
      skip(Skipped(place, .repeatedKey(issue.key)))
      return
    }
    report.records += 1
    sources.insert(issue.project.source)
    var item = Item(key: Key(issue.key))
    item.title = issue.title?.plain.trimmed.nonEmpty
    item.kind = issue.kind?.trimmed.nonEmpty
    item.text = issue.text?.plain.nonEmpty
    item.url = issue.url
    item.source = issue.project.source
    item.created = issue.created
    item.updated = issue.updated
    item.due = issue.due
    item.estimateDays = issue.estimateSeconds.flatMap { $0 > 0 ? $0 / Gatherer.workingDay : nil }
    item.team = team(of: issue.project)
    item.assignee = issue.assignee.map { people.key(of: $0) }
    _ = issue.reporter.map { people.key(of: $0) }
    item.release = issue.release.map { release($0, in: issue.project) }
    fitStatus(of: issue, into: &item)
    if issue.isHistoryCut { cutHistories += 1 } else if issue.changes != nil { wholeHistories += 1 }
    links.add(issue.links, of: issue.key, source: issue.project.source)
    if let parent = issue.parent, issue.epic == nil, !issue.isEpic {
      parents[issue.key] = parent
      var rest = issue
      rest.text = nil
      rest.changes = nil
      rest.links = []
      children.append((item, rest))
    } else {
      let feature = feature(of: issue, assignee: item.assignee)
      item.feature = feature
      featureOfItem[issue.key] = feature
      report.items += 1
      try body(.item(item))
    }
  }

  private func isInside(_ key: String) -> Bool {
    featureOfItem[key] != nil || parents[key] != nil
  }

  /// Hands on all that items share, and closes the report.
  mutating func finish(_ body: (Record) throws -> Void) throws -> Report {
    for (item, issue) in children {
      var item = item
      item.feature = inheritedFeature(of: issue.key) ?? feature(of: issue, assignee: item.assignee)
      report.items += 1
      try body(.item(item))
    }
    children = []
    let (dependencies, outside) = links.resolve(isInside: isInside)
    for end in outside {
      if let status = end.status { statuses.note(status, category: end.category) }
      try body(
        .item(Item(key: Key(end.key), title: end.title, status: end.status, outside: true, source: end.source)))
    }
    for dependency in dependencies { try body(.dependency(dependency)) }
    for key in teams.keys.sorted() { if let team = teams[key] { try body(.team(team)) } }
    for person in people.all { try body(.person(person)) }
    for key in features.keys.sorted() { if let feature = features[key] { try body(.feature(feature)) } }
    for key in releases.keys.sorted() { if let release = releases[key] { try body(.release(release)) } }
    for status in statuses.all { try body(.status(status)) }

    report.people = people.all.count
    report.dependencies = dependencies.count
    report.outside = dependencies.count { !isInside($0.waiting.key) || !isInside($0.blocker.key) }
    report.outsideItems = outside.count
    report.sources = sources.sorted()
    report.hasHistory = report.items > 0 && wholeHistories == report.items
    report.usualStatuses = statuses.usualNames
    if report.skipped.contains(where: { if case .archived = $0.reason { false } else { true } }) {
      report.isComplete = false
    }
    let guessed = dependencies.count { $0.evidence == .guessed }
    if guessed > 0 { report.warnings.append(.guessed(guessed)) }
    if doneWithoutDate > 0 { report.warnings.append(.doneWithoutDate(doneWithoutDate)) }
    if cutHistories > 0 { report.warnings.append(.historyCut(cutHistories)) }
    report.warnings += unclearLinks.sorted { $0.key < $1.key }.map { .linkNotUnderstood($0.key, count: $0.value) }
    report.warnings += statuses.warnings + people.warnings
    return report
  }

  /// Leaves out a record, and remembers where it stands and why.
  mutating func skip(_ skipped: Skipped) {
    report.records += 1
    report.skipped.append(skipped)
  }

  /// Says what statuses count as that a tracker defines itself.
  mutating func declare(_ categories: [String: Status.Category]) {
    statuses.declare(categories)
  }

  /// Remembers the words of a link that look like waiting but do not say who waits.
  mutating func countUnclearLink(_ phrase: String) {
    unclearLinks[phrase, default: 0] += 1
  }

  // MARK: Status and history

  private mutating func fitStatus(of issue: TrackedIssue, into item: inout Item) {
    guard let status = issue.status?.trimmed.nonEmpty else { return }
    item.status = status
    let category = statuses.note(status, category: issue.category)
    for change in issue.changes ?? [] { statuses.note(change.status, category: nil) }
    for moment in issue.moments { statuses.note(moment.status, category: nil) }
    if category == .done {
      let lastChange = issue.changes?.last { $0.status == status }?.at
      item.done = issue.resolved ?? lastChange ?? issue.categoryChanged
      if item.done == nil { doneWithoutDate += 1 }
    }
    item.history = History.build(of: issue, status: status, done: item.done)
  }

  // MARK: What issues belong to

  private mutating func team(of project: TrackedProject) -> Key<Team> {
    let mapped = options.mapping.team([project.key, project.name])
    let key = mapped?.slug ?? project.key.lowercased()
    let name = mapped ?? project.name ?? project.key
    // A later issue may name what an earlier one gave only by key.
    if teams[key] == nil || teams[key]?.name == project.key { teams[key] = Team(key: Key(key), name: name) }
    return Key(key)
  }

  private mutating func feature(of issue: TrackedIssue, assignee: Key<Person>?) -> Key<Feature> {
    let project = issue.project
    if issue.isEpic {
      return feature(key: issue.key, name: issue.title, said: [issue.key, issue.title], in: project, owner: assignee)
    }
    if let epic = issue.epic, let key = epic.key ?? epic.name.map({ "\(project.key.lowercased())/\($0.slug)" }) {
      return feature(key: key, name: epic.name, said: [epic.key, epic.name], in: project, owner: nil)
    }
    if let component = issue.component?.trimmed.nonEmpty {
      let key = "\(project.key.lowercased())/\(component.slug)"
      return feature(key: key, name: component, said: [component], in: project, owner: nil)
    }
    let lead = project.lead.map { people.key(of: $0) }
    return feature(
      key: project.key.lowercased(), name: project.name, said: [project.key, project.name], in: project, owner: lead,
      otherwise: project.key)
  }

  private mutating func feature(
    key: String, name: String?, said: [String?], in project: TrackedProject, owner: Key<Person>?,
    otherwise fallback: String? = nil
  ) -> Key<Feature> {
    let mapped = options.mapping.feature(said)
    let key = mapped?.slug ?? key
    let name = mapped ?? name?.plain.trimmed.nonEmpty
    if let known = features[key] {
      if let name, unnamed.remove(key) != nil { features[key]?.name = name }
      if let owner, known.owner == nil { features[key]?.owner = owner }
    } else {
      if name == nil { unnamed.insert(key) }
      features[key] = Feature(
        key: Key(key), name: name ?? fallback ?? key, team: team(of: project), owner: owner, source: project.source)
    }
    return Key(key)
  }

  private func inheritedFeature(of key: String) -> Key<Feature>? {
    var visited: Set<String> = [key]
    var current = key
    while let parent = parents[current], visited.insert(parent).inserted { current = parent }
    return current == key ? nil : featureOfItem[current]
  }

  private mutating func release(_ release: TrackedRelease, in project: TrackedProject) -> Key<Release> {
    let key = "\(project.key.lowercased())/\(release.name.slug)"
    if releases[key] == nil || (releases[key]?.date == nil && release.date != nil) {
      releases[key] = Release(
        key: Key(key), name: release.name.trimmed, date: release.date, state: release.state, source: project.source)
    }
    return Key(key)
  }

  /// Trackers give estimates in seconds of work; a day of it has eight hours, as Jira and GitLab count by default.
  private static let workingDay = 28_800.0
}
