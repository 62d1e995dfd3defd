package import Delivery

/// Reads exports into records, with what a person and a workspace say about a tracker's names.
package struct TrackerImport: Sendable {
  package var mapping: Mapping

  /// What a status usually counts as, for files that do not say so; nothing for an unknown one.
  package var usualCategory: @Sendable (String) -> Status.Category?

  /// The offset from UTC, in seconds, at a count of local seconds since 1970, for files whose times name no zone.
  ///
  /// Without it such times are read as UTC, with a warning.
  package var offset: (@Sendable (Int64) -> Int)?

  package init(
    mapping: Mapping = Mapping(), usualCategory: @escaping @Sendable (String) -> Status.Category? = { _ in nil },
    offset: (@Sendable (Int64) -> Int)? = nil
  ) {
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
  /// - Throws: A ``TrackerError`` when the file is refused, and whatever the closure throws.
  /// - Complexity: O(*n*) in the bytes; memory grows with the number of items, not with their texts.
  package func read(
    _ file: TrackerFile, as format: Format? = nil, _ body: (Record) throws -> Void
  ) throws -> Report {
    let format = try format ?? file.recognise()
    var gatherer = Gatherer(options: self, format: format)
    switch format {
    case .gangway: return try InterchangeLines(file: file).read(body)
    case .jiraJSON: try JiraJSON(file: file).read(into: &gatherer, body)
    case .jiraCSV: try JiraTable(file: file, offset: offset).read(into: &gatherer, body)
    case .githubCLI, .githubREST: try GitHubJSON(file: file).read(into: &gatherer, body)
    case .linearCSV: try LinearTable(file: file).read(into: &gatherer, body)
    case .gitlabCSV: try GitLabTable(file: file).read(into: &gatherer, body)
    }
    return try gatherer.finish(body)
  }
}
