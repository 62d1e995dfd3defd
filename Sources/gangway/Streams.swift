#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Whole pieces of text to the standard streams, written at once, so that nothing is lost when the process dies.
enum Streams {
  static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  static func complain(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  static func prompt(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Text without a line's end to standard error.
  static func hint(_ text: String) { write(text, to: STDERR_FILENO) }

  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  private static func write(_ text: String, to stream: Int32) { write(Array(text.utf8), to: stream) }

  private static func write(_ bytes: [UInt8], to stream: Int32) {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        guard let base = buffer.baseAddress else { return }
        #if canImport(Darwin)
          let written = Darwin.write(stream, base + offset, buffer.count - offset)
        #elseif canImport(Glibc)
          let written = Glibc.write(stream, base + offset, buffer.count - offset)
        #else
          let written = Musl.write(stream, base + offset, buffer.count - offset)
        #endif
        if written < 0, errno == EINTR { continue }
        // Whoever read the output has gone; what was asked has been done all the same.
        guard written > 0 else { return }
        offset += written
      }
    }
  }
}
