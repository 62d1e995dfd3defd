import Delivery

/// The statuses of a file and what they count as.
struct Statuses {
  private let options: TrackerImport
  private var said: [String: Status.Category] = [:]
  /// Seen, but with nothing in the file about what they count as.
  private var unsaid: Set<String> = []
  private var twofold: [String: (kept: Status.Category, other: Status.Category)] = [:]
  private var usual: [String: Status.Category?] = [:]
  /// What the tracker itself defines, for statuses that the file holds.
  private var declared: [String: Status.Category] = [:]

  init(options: TrackerImport) {
    self.options = options
  }

  mutating func declare(_ categories: [String: Status.Category]) {
    declared = categories
  }

  /// Remembers a status, and gives what it counts as so far as is known by now.
  @discardableResult
  mutating func note(_ name: String, category: Status.Category?) -> Status.Category? {
    if let mapped = options.mapping.category(name) {
      said[name] = mapped
      return mapped
    }
    guard let category = category ?? declared[name] else {
      if let known = said[name] { return known }
      unsaid.insert(name)
      return usualCategory(of: name)
    }
    if let known = said[name] {
      if known != category, twofold[name] == nil { twofold[name] = (known, category) }
    } else {
      said[name] = category
    }
    return category
  }

  private mutating func usualCategory(of name: String) -> Status.Category? {
    if let known = usual[name] { return known }
    let category = options.usualCategory(name)
    usual[name] = category
    return category
  }

  /// Every status with its category, sorted by name.
  var all: [Status] {
    var result = said.map { Status(name: $0.key, category: $0.value) }
    for name in unsaid where said[name] == nil {
      result.append(Status(name: name, category: options.usualCategory(name) ?? .waiting))
    }
    return result.sorted { $0.name < $1.name }
  }

  /// Statuses whose category is not from the file, sorted.
  var usualNames: [String] {
    unsaid.filter { said[$0] == nil }.sorted()
  }

  var warnings: [Warning] {
    let unknown = usualNames.filter { options.usualCategory($0) == nil }
    return unknown.map(Warning.statusNotKnown)
      + twofold.sorted { $0.key < $1.key }.map { .statusTwofold($0.key, kept: $0.value.kept, other: $0.value.other) }
  }
}
