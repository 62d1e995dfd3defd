/// News that wait for a pause in typing, or until they have waited long enough.
struct HeldNews {
  var lastKey = ContinuousClock.now
  private var lines: [String] = []
  private var since = ContinuousClock.now

  private static let pause = Duration.seconds(1)
  private static let longest = Duration.seconds(10)

  mutating func add(_ news: [String], at now: ContinuousClock.Instant) {
    guard !news.isEmpty else { return }
    if lines.isEmpty { since = now }
    lines += news
  }

  /// What waits, once, however short the time.
  mutating func all() -> String? {
    guard !lines.isEmpty else { return nil }
    defer { lines = [] }
    return lines.joined(separator: "\n")
  }

  /// What is to be shown now, once.
  mutating func due(at now: ContinuousClock.Instant) -> String? {
    guard !lines.isEmpty else { return nil }
    guard now - lastKey >= HeldNews.pause || now - since >= HeldNews.longest else { return nil }
    return all()
  }
}
