import Language

/// A line that was understood and names something the store does not have.
enum UnknownRecord: Error {
  case name(kind: SlotKind, said: String)
  case item(key: String)
  case number(kind: String, number: Int)
  /// Not unknown at all: the store failed.
  case store(any Error)
}
