import Delivery

/// To come.
struct LinearTable {
  let file: TrackerFile

  func read(into gatherer: inout Gatherer, _ body: (Record) throws -> Void) throws {
    throw TrackerError.notRecognised
  }
}
