import Delivery
import Times

/// What becomes of a stored record when a tracker's export tells of it again.
///
/// The newer word counts, and a person's word counts until the tracker's own change is later. What an export leaves
/// out, because its edition has no such column, does not erase what an earlier one told.
struct TrackerMerge {
  /// Whether a person, and no import, wrote the stored record last.
  let isPersons: (Reference) throws -> Bool

  func merge(_ new: Record, over old: Record?) throws -> Record {
    guard let old, old != new else { return new }
    switch (new, old) {
    case (.item(let new), .item(let old)): return .item(TrackerMerge.item(new, over: old))
    case (.dependency(let new), .dependency(let old)): return .dependency(TrackerMerge.dependency(new, over: old))
    case (.status(let new), .status(let old)):
      let isStated = old.by.map { !$0.hasPrefix("import") } ?? false
      return try isStated || isPersons(Record.status(old).reference) ? .status(old) : .status(new)
    default:
      let isStated = try isPersons(old.reference)
      let (first, second) = isStated ? (old, new) : (new, old)
      return TrackerMerge.filled(first, from: second) ?? first
    }
  }

  // MARK: Items

  static func item(_ new: Item, over old: Item) -> Item {
    if new.outside { return old.outside ? outside(new, over: old) : old }
    if !old.outside, isOlder(new, than: old) { return old }
    var item = new
    item.title = new.title ?? old.title
    item.feature = new.feature ?? old.feature
    item.team = new.team ?? old.team
    item.kind = new.kind ?? old.kind
    item.created = new.created ?? old.created
    item.url = new.url ?? old.url
    item.text = new.text ?? old.text
    item.source = new.source ?? old.source
    item.status = new.status ?? new.history.last?.status ?? old.status
    item.history = history(of: item, over: old)
    return item
  }

  /// A far end of a link tells its status, seldom more.
  private static func outside(_ new: Item, over old: Item) -> Item {
    var item = new
    item.title = new.title ?? old.title
    item.feature = new.feature ?? old.feature
    item.team = new.team ?? old.team
    item.assignee = new.assignee ?? old.assignee
    item.kind = new.kind ?? old.kind
    item.created = new.created ?? old.created
    item.updated = new.updated ?? old.updated
    item.url = new.url ?? old.url
    item.text = new.text ?? old.text
    item.source = new.source ?? old.source
    if new.status == nil {
      item.status = old.status
      item.done = new.done ?? old.done
    }
    if new.history.isEmpty { item.history = old.history }
    return item
  }

  private static func isOlder(_ new: Item, than old: Item) -> Bool {
    guard let told = lastTold(old) else { return false }
    // Without a time of its own the export cannot claim to be later than a person.
    guard let time = lastTold(new) else { return old.history.contains { $0.by != nil } }
    return time < told
  }

  /// When anybody last said something about the item.
  static func lastTold(_ item: Item) -> Instant? {
    let stated = item.history.last { $0.by != nil }?.at
    let updated = item.updated ?? item.history.last?.at ?? item.created
    return [stated, updated].compactMap(\.self).max()
  }

  /// The moments that either side knows, in order, ending with the present status.
  private static func history(of item: Item, over old: Item) -> [StatusChange] {
    var history = merged(item, old)
    if let status = item.status, let last = history.last, last.status != status {
      history.append(StatusChange(at: max(item.updated ?? last.at, last.at), status: status))
    } else if let status = item.status, history.isEmpty, !old.outside, old.status != nil, old.status != status,
      let updated = item.updated
    {
      history.append(StatusChange(at: updated, status: status))
    }
    return history
  }

  /// Puts the history that tells less into the one that tells more.
  ///
  /// An export without a changelog tells a single moment: when the item was done, or the present status as if it had
  /// stood from creation on. So a history is taken as it is only when it begins with the item and tells at least as
  /// much as what is stored; what the other side adds has to have a moment and a status of its own. What people stated
  /// always stays.
  private static func merged(_ item: Item, _ old: Item) -> [StatusChange] {
    let told = old.history.count { $0.by == nil }
    let begins = item.history.first.map { first in item.created.map { first.at <= $0 } ?? false } ?? false
    let isWhole = begins && item.history.count > 1 && item.history.count >= told
    let (base, others) = isWhole ? (item.history, old.history) : (old.history, item.history)
    if base.isEmpty { return others }
    var history = base
    for other in others where !history.contains(other) {
      let index = history.firstIndex { $0.at > other.at } ?? history.endIndex
      let before = index > history.startIndex ? history[index - 1] : nil
      guard other.by != nil || (before?.at != other.at && before?.status != other.status) else { continue }
      history.insert(other, at: index)
    }
    return history
  }

  // MARK: Others

  static func dependency(_ new: Dependency, over old: Dependency) -> Dependency {
    guard old.by == nil else { return old }
    var dependency = new
    dependency.since = new.since ?? old.since
    dependency.source = new.source ?? old.source
    dependency.note = new.note ?? old.note
    return dependency
  }

  /// The first record with what only the second tells.
  private static func filled(_ first: Record, from second: Record) -> Record? {
    switch (first, second) {
    case (.team(var team), .team(let other)):
      team.name = name(team.name, team.key.text, other.name)
      team.mission = team.mission ?? other.mission
      team.zone = team.zone ?? other.zone
      return .team(team)
    case (.person(var person), .person(let other)):
      person.name = name(person.name, person.key.text, other.name)
      person.short = person.short ?? other.short
      person.team = person.team ?? other.team
      person.role = person.role ?? other.role
      person.zone = person.zone ?? other.zone
      return .person(person)
    case (.release(var release), .release(let other)):
      release.name = name(release.name, release.key.text, other.name)
      release.date = release.date ?? other.date
      release.state = release.state ?? other.state
      release.source = release.source ?? other.source
      return .release(release)
    case (.feature(var feature), .feature(let other)):
      feature.name = name(feature.name, feature.key.text, other.name)
      feature.team = feature.team ?? other.team
      feature.release = feature.release ?? other.release
      feature.owner = feature.owner ?? other.owner
      feature.aliases += other.aliases.filter { !feature.aliases.contains($0) }
      feature.summary = feature.summary ?? other.summary
      feature.source = feature.source ?? other.source
      return .feature(feature)
    default: return nil
    }
  }

  /// A name that is more than the key wins over the bare key.
  private static func name(_ name: String, _ key: String, _ other: String) -> String {
    name == key ? other : name
  }
}
