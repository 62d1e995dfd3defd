import Delivery

/// To come.
struct JiraTable {
  let file: TrackerFile
  let offset: (@Sendable (Int64) -> Int)?
  func read(into gatherer: inout Gatherer, _ body: (Record) throws -> Void) throws {
    throw TrackerError.notRecognised
  }
}
