package import Delivery
package import Times

/// Reads exports into records, with what a person and a workspace say about a tracker's names.
package struct TrackerImport: Sendable {
  package var mapping: Mapping

  /// What a status usually counts as, for files that do not say so; nothing for an unknown one.
  package var usualCategory: @Sendable (String) -> Status.Category?

  /// The offset from UTC, in seconds, at a count of local seconds since 1970, for files whose times name no zone.
  ///
  /// Without it such times are read as UTC, with a warning.
  package var offset: (@Sendable (Int64) -> Int)?

  /// What counts as the time of a statement in the interchange that tells none.
  package var now: Instant

  /// Whether a bare key in a link of the interchange is a feature's that the file does not hold.
  package var isFeature: @Sendable (String) -> Bool

  package init(
    mapping: Mapping = Mapping(), now: Instant,
    usualCategory: @escaping @Sendable (String) -> Status.Category? = { _ in nil },
    offset: (@Sendable (Int64) -> Int)? = nil, isFeature: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.now = now
    self.isFeature = isFeature
    self.mapping = mapping
    self.usualCategory = usualCategory
    self.offset = offset
  }

  /// Hands every record of a file to a closure, one after the other, and tells what the file held.
  ///
  /// Items come first, as the file lists them; what they refer to (teams, people, features, releases, statuses,
  /// records outside the file, links) follows, each once and sorted, as its best name may stand in the last line.
  /// Nothing may be kept of a file whose reading throws.
  ///
  /// - Parameters:
  ///   - file: The export.
  ///   - format: What to read it as; told by its content when absent.
  ///   - implied: Takes what a line of the interchange implies and nothing in the store may have contradicted, such
  ///     as the claim behind a feature's stage; without it such records go to `body`.
  ///   - reached: Told how many bytes are read, after each record of the file.
  ///   - body: Takes each record.
  /// - Returns: What the file held.
  /// - Throws: A ``TrackerError`` when the file is refused, and whatever the closure throws.
  /// - Complexity: O(*n*) in the bytes; memory grows with the number of items, not with their texts.
  package func read(
    _ file: TrackerFile, as format: Format? = nil, implied: ((Record) throws -> Void)? = nil,
    reached: ((Int) -> Void)? = nil, _ body: (Record) throws -> Void
  ) throws -> Report {
    let format = try format ?? file.recognise()
    var gatherer = Gatherer(options: self, format: format, reached: reached)
    switch format {
    case .gangway:
      return try withoutActuallyEscaping(body) { body in
        try InterchangeLines(file: file, now: now, isFeature: isFeature, reached: reached)
          .read(implied: implied ?? body, body)
      }
    case .jiraJSON: try JiraJSON(file: file).read(into: &gatherer, body)
    case .jiraCSV: try JiraTable(file: file, offset: offset).read(into: &gatherer, body)
    case .githubCLI, .githubREST: try GitHubJSON(file: file).read(into: &gatherer, body)
    case .linearCSV: try LinearTable(file: file).read(into: &gatherer, body)
    case .gitlabCSV: try GitLabTable(file: file).read(into: &gatherer, body)
    }
    return try gatherer.finish(body)
  }
}
