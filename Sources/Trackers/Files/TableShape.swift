/// What a table is, told by its header.
enum TableShape {
  static func format(of bytes: UnsafeBufferPointer<UInt8>) throws -> Format {
    throw TrackerError.notRecognised
  }
}
