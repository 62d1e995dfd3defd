import Delivery

/// To come.
struct GitLabTable {
  let file: TrackerFile

  func read(into gatherer: inout Gatherer, _ body: (Record) throws -> Void) throws {
    throw TrackerError.notRecognised
  }
}
