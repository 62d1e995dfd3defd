package import Delivery
import Times

extension Snapshot {
  /// Every open wait, in one scan.
  ///
  /// - Complexity: O(open waits).
  package func openWaits() throws -> OpenWaits {
    var waits = OpenWaits()
    let statement = try Prepared(
      "SELECT waiting, blocker, since FROM open_dependency ORDER BY waiting, blocker", in: database)
    defer { statement.reset() }
    while try statement.step() {
      var row = statement.columns
      waits.append(
        waiting: row.integer(), blocker: row.integer(), since: row.optionalInteger().map(Instant.init(milliseconds:)))
    }
    return waits
  }

  /// The open waits of some ends and of all that stands upward of them.
  ///
  /// - Complexity: O(ends + waits upward), by index.
  package func openWaits(upwardOf numbers: [Int64]) throws -> OpenWaits {
    let statement = try Prepared(
      "SELECT blocker, since FROM open_dependency WHERE waiting = ?1 ORDER BY blocker", in: database)
    var waits = OpenWaits()
    try follow(numbers) { number in
      var parameters = statement.parameters
      parameters.integer(number)
      return try statement.rows { row in
        let blocker = row.integer()
        waits.append(
          waiting: number, blocker: blocker, since: row.optionalInteger().map(Instant.init(milliseconds:)))
        return blocker
      }
    }
    return waits
  }

  /// The links that nobody closed of some ends and of all that stands upward of them, done or not, nearest first.
  ///
  /// - Complexity: O(ends + links upward), by index.
  package func standingLinks(upwardOf numbers: [Int64]) throws -> [StandingLink] {
    var links: [StandingLink] = []
    try follow(numbers) { number in
      let found = try standingLinks("waiting = ?1 AND closed IS NULL ORDER BY blocker", number)
      links += found
      return found.map(\.blocker)
    }
    return links
  }

  /// The links that nobody closed onto an end: what waits for it directly.
  package func standingLinks(onto number: Int64) throws -> [StandingLink] {
    try standingLinks("blocker = ?1 AND closed IS NULL ORDER BY waiting", number)
  }

  /// The link between two ends, if nobody closed it.
  package func standingLink(_ waiting: Int64, _ blocker: Int64) throws -> StandingLink? {
    try standingLinks("waiting = ?1 AND blocker = ?2 AND closed IS NULL", waiting, blocker).first
  }

  /// Links of open items onto items whose state nobody recorded, ascending.
  ///
  /// - Parameter number: Only what this end waits for; of every item when nothing is said.
  /// - Returns: The links, closed ones left out.
  /// - Throws: ``StoreError``.
  /// - Complexity: O(items of unknown state and their links), by index.
  package func uncertainLinks(of number: Int64? = nil) throws -> [StandingLink] {
    guard let number else {
      let statement = try Prepared(
        """
        SELECT d.waiting, d.blocker, d.since, d.evidence
        FROM item b CROSS JOIN dependency d ON d.blocker = b.id * 2
        WHERE b.is_open IS NULL AND d.closed IS NULL
          AND (d.waiting & 1 OR (SELECT is_open FROM item WHERE id = d.waiting >> 1) = 1)
        ORDER BY d.waiting, d.blocker
        """, in: database)
      return try statement.rows(StandingLink.init)
    }
    return try standingLinks("waiting = ?1 AND closed IS NULL ORDER BY blocker", number).filter { link in
      try !OpenWaits.isFeature(link.blocker) && waitEnd(link.blocker)?.isOpen == nil
    }
  }

  /// The number of an end; nothing for what nobody ever named.
  package func waitNumber(of reference: Reference) throws -> Int64? {
    try reader.node(reference)?.code
  }

  /// What is told about an end, by its number.
  package func waitEnd(_ number: Int64) throws -> WaitEnd? {
    let isFeature = OpenWaits.isFeature(number)
    let statement = try Prepared(
      isFeature
        ? """
        SELECT key, name, (SELECT name FROM person WHERE id = f.owner), (SELECT name FROM team WHERE id = f.team), NULL,
          1, 0
        FROM feature f WHERE id = ?1
        """
        : """
        SELECT key, title, (SELECT name FROM person WHERE id = i.assignee), (SELECT name FROM team WHERE id = i.team),
          (SELECT key FROM status WHERE id = i.status), is_open, outside
        FROM item i WHERE id = ?1
        """, in: database)
    var parameters = statement.parameters
    parameters.integer(number >> 1)
    return try statement.rows { row in
      WaitEnd(
        reference: Reference(isFeature ? .feature : .item, row.text()), title: row.optionalText(),
        owner: row.optionalText(), team: row.optionalText(), status: row.optionalText(),
        isOpen: row.optionalInteger().map { $0 != 0 }, isOutside: row.flag())
    }.first
  }

  /// The numbers of a group's open items.
  package func openItems(of group: ItemGroup) throws -> Set<Int64> {
    let statement = try Prepared(
      "SELECT i.id * 2 FROM item i WHERE i.is_open = 1 AND \(Optional(group).condition)", in: database)
    var parameters = statement.parameters
    parameters.optionalText(Optional(group).key)
    return Set(try statement.rows { row in row.integer() })
  }

  /// The numbers of the open items that only links of others name.
  package func openOutsideItems() throws -> Set<Int64> {
    let statement = try Prepared("SELECT id * 2 FROM item WHERE outside = 1 AND is_open = 1", in: database)
    return Set(try statement.rows { row in row.integer() })
  }

  /// The numbers of a release's features.
  package func featureNumbers(ofRelease release: Key<Release>) throws -> [Int64] {
    let statement = try Prepared(
      """
      SELECT id * 2 + 1 FROM feature WHERE release = (SELECT id FROM release WHERE key = ?1) ORDER BY id
      """, in: database)
    var parameters = statement.parameters
    parameters.text(release.text)
    return try statement.rows { row in row.integer() }
  }

  /// Visits ends breadth first, each once.
  private func follow(_ numbers: [Int64], _ next: (Int64) throws -> [Int64]) throws {
    var seen = Set(numbers)
    var front = numbers
    var position = 0
    while position < front.count {
      for number in try next(front[position]) where seen.insert(number).inserted { front.append(number) }
      position += 1
    }
  }

  private func standingLinks(_ condition: String, _ numbers: Int64...) throws -> [StandingLink] {
    let statement = try Prepared(
      "SELECT waiting, blocker, since, evidence FROM dependency WHERE \(condition)", in: database)
    var parameters = statement.parameters
    for number in numbers { parameters.integer(number) }
    return try statement.rows(StandingLink.init)
  }
}

extension StandingLink {
  init(row: inout Columns) {
    self.init(
      waiting: row.integer(), blocker: row.integer(), since: row.optionalInteger().map(Instant.init(milliseconds:)),
      evidence: row.word(or: .declared))
  }
}
