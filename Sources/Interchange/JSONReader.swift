/// Reads JSON (RFC 8259) from bytes, whole or piece by piece.
///
/// Large files are read element by element: ``readArray(_:)`` and ``readObject(_:)`` hand each element to a closure
/// that reads or skips it, so that no tree of the whole file ever stands in memory. Measured against Foundation's
/// decoder on lines of the interchange, this reader needs about a quarter of the time.
package struct JSONReader: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) package var offset: Int
  private var depth = 0

  /// Nesting beyond this is refused, so that no input can exhaust the stack.
  static let deepest = 256

  /// Reads from bytes that the caller keeps alive; a byte order mark is skipped.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0) {
    self.bytes = bytes
    let hasMark = offset == 0 && bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    self.offset = hasMark ? 3 : offset
  }

  /// Reads one whole value.
  ///
  /// - Throws: ``JSONError`` when the bytes are not one JSON value.
  package static func value(of bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> JSON {
    var reader = JSONReader(bytes)
    let value = try reader.readValue()
    try reader.readEnd()
    return value
  }

  /// Reads one whole value from text.
  package static func value(of text: String) throws(JSONError) -> JSON {
    var text = text
    let result: Result<JSON, JSONError> = text.withUTF8 { bytes in
      do throws(JSONError) { return .success(try value(of: bytes)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// The first byte of the next value, or nothing at the end.
  package mutating func peek() -> UInt8? {
    skipBlanks()
    return offset < bytes.count ? bytes[offset] : nil
  }

  /// Fails unless nothing but white space is left.
  package mutating func readEnd() throws(JSONError) {
    if peek() != nil { throw failure(.trailing) }
  }

  package mutating func readValue() throws(JSONError) -> JSON {
    guard let first = peek() else { throw failure(.ended) }
    switch first {
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "{"):
      var object = JSON.Object()
      try readObject { name, reader throws(JSONError) in
        object.members.append(JSON.Object.Member(name: name, value: try reader.readValue()))
      }
      return .object(object)
    case UInt8(ascii: "["):
      var array: [JSON] = []
      try readArray { reader throws(JSONError) in array.append(try reader.readValue()) }
      return .array(array)
    case UInt8(ascii: "t"):
      try readWord("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try readWord("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try readWord("null")
      return .null
    default: return try readNumber()
    }
  }

  /// Hands every element of the array that comes next to a closure, which must read or skip it.
  package mutating func readArray<Failure: Error>(
    _ body: (inout JSONReader) throws(Failure) -> Void
  ) throws(Failure) where Failure: FromJSONError {
    do throws(JSONError) {
      try open(UInt8(ascii: "["))
      if try closes(UInt8(ascii: "]")) { return }
    } catch { throw Failure(error) }
    while true {
      try body(&self)
      do throws(JSONError) {
        if try separatorOrEnd(UInt8(ascii: "]")) { return }
      } catch { throw Failure(error) }
    }
  }

  /// Hands every member of the object that comes next to a closure, which must read or skip its value.
  package mutating func readObject<Failure: Error>(
    _ body: (String, inout JSONReader) throws(Failure) -> Void
  ) throws(Failure) where Failure: FromJSONError {
    do throws(JSONError) {
      try open(UInt8(ascii: "{"))
      if try closes(UInt8(ascii: "}")) { return }
    } catch { throw Failure(error) }
    while true {
      let name: String
      do throws(JSONError) {
        guard peek() == UInt8(ascii: "\"") else { throw failure(.unexpected) }
        name = try readString()
        guard peek() == UInt8(ascii: ":") else { throw failure(.unexpected) }
        offset += 1
      } catch { throw Failure(error) }
      try body(name, &self)
      do throws(JSONError) {
        if try separatorOrEnd(UInt8(ascii: "}")) { return }
      } catch { throw Failure(error) }
    }
  }

  /// Passes over the next value without keeping it.
  package mutating func skipValue() throws(JSONError) {
    guard let first = peek() else { throw failure(.ended) }
    switch first {
    case UInt8(ascii: "\""): _ = try stringExtent()
    case UInt8(ascii: "{"): try skipObject()
    case UInt8(ascii: "["):
      try readArray { reader throws(JSONError) in try reader.skipValue() }
    default: _ = try readValue()
    }
  }

  private mutating func skipObject() throws(JSONError) {
    try open(UInt8(ascii: "{"))
    if try closes(UInt8(ascii: "}")) { return }
    repeat {
      guard peek() == UInt8(ascii: "\"") else { throw failure(.unexpected) }
      _ = try stringExtent()
      guard peek() == UInt8(ascii: ":") else { throw failure(.unexpected) }
      offset += 1
      try skipValue()
    } while try !separatorOrEnd(UInt8(ascii: "}"))
  }

  // MARK: Structure

  private mutating func open(_ bracket: UInt8) throws(JSONError) {
    guard peek() == bracket else { throw failure(offset < bytes.count ? .unexpected : .ended) }
    offset += 1
    depth += 1
    if depth > JSONReader.deepest { throw failure(.tooDeep) }
  }

  private mutating func closes(_ bracket: UInt8) throws(JSONError) -> Bool {
    guard let next = peek() else { throw failure(.ended) }
    guard next == bracket else { return false }
    offset += 1
    depth -= 1
    return true
  }

  private mutating func separatorOrEnd(_ bracket: UInt8) throws(JSONError) -> Bool {
    guard let next = peek() else { throw failure(.ended) }
    if next == UInt8(ascii: ",") {
      offset += 1
      return false
    }
    guard next == bracket else { throw failure(.unexpected) }
    offset += 1
    depth -= 1
    return true
  }

  private mutating func skipBlanks() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func readWord(_ word: StaticString) throws(JSONError) {
    let count = word.utf8CodeUnitCount
    guard offset + count <= bytes.count else { throw failure(.ended) }
    for index in 0..<count where bytes[offset + index] != word.utf8Start[index] { throw failure(.unexpected) }
    offset += count
  }

  private func failure(_ reason: JSONError.Reason) -> JSONError {
    JSONError(reason: reason, offset: min(offset, bytes.count))
  }

  // MARK: Numbers

  private mutating func readNumber() throws(JSONError) -> JSON {
    let start = offset
    var isNegative = false
    var magnitude = 0
    var overflows = false
    if bytes[offset] == UInt8(ascii: "-") {
      isNegative = true
      offset += 1
    }
    let firstDigit = offset
    while offset < bytes.count, case let digit = Int(bytes[offset]) - 48, (0...9).contains(digit) {
      let (product, overflowed) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, overflowedAgain) = product.addingReportingOverflow(digit)
      overflows = overflows || overflowed || overflowedAgain
      magnitude = sum
      offset += 1
    }
    guard offset > firstDigit, offset == firstDigit + 1 || bytes[firstDigit] != UInt8(ascii: "0") else {
      throw failure(offset < bytes.count ? .unexpected : .ended)
    }
    var isInteger = !overflows
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      isInteger = false
      offset += 1
      try readDigits()
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      offset += 1
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") { offset += 1 }
      try readDigits()
    }
    if isInteger { return .integer(isNegative ? -magnitude : magnitude) }
    guard let value = Double(String(decoding: bytes[start..<offset], as: UTF8.self)), value.isFinite else {
      throw failure(.unexpected)
    }
    return .number(value)
  }

  private mutating func readDigits() throws(JSONError) {
    let start = offset
    while offset < bytes.count, (48...57).contains(bytes[offset]) { offset += 1 }
    if offset == start { throw failure(offset < bytes.count ? .unexpected : .ended) }
  }

  // MARK: Strings

  package mutating func readString() throws(JSONError) -> String {
    guard peek() == UInt8(ascii: "\"") else { throw failure(offset < bytes.count ? .unexpected : .ended) }
    let start = offset
    let (extent, form) = try stringExtent()
    switch form {
    case .ascii: return String(decoding: UnsafeBufferPointer(rebasing: bytes[extent]), as: UTF8.self)
    case .escaped: return try unescape(extent)
    case .plain:
      guard let text = String(validating: UnsafeBufferPointer(rebasing: bytes[extent]), as: UTF8.self) else {
        throw JSONError(reason: .notUTF8, offset: start)
      }
      return text
    }
  }

  /// What it takes to make a text of a string's bytes.
  private enum StringForm {
    case ascii
    /// Without escapes, but with bytes that have to be checked.
    case plain
    case escaped
  }

  /// The bytes between the quotes, and what they hold; leaves the offset behind the closing quote.
  private mutating func stringExtent() throws(JSONError) -> (Range<Int>, StringForm) {
    let start = offset + 1
    var index = start
    var isEscaped = false
    var bits: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        offset = index + 1
        return (start..<index, isEscaped ? .escaped : bits < 0x80 ? .ascii : .plain)
      }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        index += 2
        continue
      }
      if byte < 0x20 {
        offset = index
        throw failure(.controlCharacter)
      }
      bits |= byte
      index += 1
    }
    offset = index
    throw failure(.ended)
  }

  private func unescape(_ extent: Range<Int>) throws(JSONError) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(extent.count)
    var index = extent.lowerBound
    while index < extent.upperBound {
      guard bytes[index] == UInt8(ascii: "\\") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let wrong = JSONError(reason: .badEscape, offset: index)
      guard index + 1 < extent.upperBound else { throw wrong }
      switch bytes[index + 1] {
      case UInt8(ascii: "\""): result.append(UInt8(ascii: "\""))
      case UInt8(ascii: "\\"): result.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "/"): result.append(UInt8(ascii: "/"))
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        guard let unit = hexadecimal(at: index + 2, before: extent.upperBound) else { throw wrong }
        index += 4
        var scalar = Unicode.Scalar(UInt32(unit))
        // A surrogate pair is one character; a lone half becomes the replacement character, as browsers do.
        if (0xD800..<0xDC00).contains(unit), index + 3 < extent.upperBound, bytes[index + 2] == UInt8(ascii: "\\"),
          bytes[index + 3] == UInt8(ascii: "u"), let low = hexadecimal(at: index + 4, before: extent.upperBound),
          (0xDC00..<0xE000).contains(low)
        {
          scalar = Unicode.Scalar(0x10000 + ((UInt32(unit) - 0xD800) << 10) + (UInt32(low) - 0xDC00))
          index += 6
        }
        result.append(contentsOf: Character(scalar ?? "\u{FFFD}").utf8)
      default: throw wrong
      }
      index += 2
    }
    guard let text = String(validating: result, as: UTF8.self) else {
      throw JSONError(reason: .notUTF8, offset: extent.lowerBound)
    }
    return text
  }

  private func hexadecimal(at start: Int, before end: Int) -> UInt16? {
    guard start + 4 <= end else { return nil }
    var value: UInt16 = 0
    for index in start..<start + 4 {
      let digit: UInt8
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = bytes[index] - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = bytes[index] - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = bytes[index] - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}

/// Where bytes stop being JSON, and in which way.
package struct JSONError: Error, Hashable, Sendable {
  package var reason: Reason
  /// Bytes from the start of what was read.
  package var offset: Int

  package enum Reason: String, Sendable {
    case ended, trailing, unexpected, controlCharacter, badEscape, notUTF8, tooDeep
  }

  package init(reason: Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

/// An error that a failure to read JSON can be told as, so that closures may throw errors of their own.
package protocol FromJSONError: Error {
  init(_ error: JSONError)
}

extension JSONError: FromJSONError {
  package init(_ error: JSONError) { self = error }
}

extension JSONError: CustomStringConvertible {
  package var description: String {
    let what =
      switch reason {
      case .ended: "the text ends in the middle of a value"
      case .trailing: "something follows the end of the value"
      case .unexpected: "a character stands where none of its kind can"
      case .controlCharacter: "a string holds a bare control character"
      case .badEscape: "a string holds an escape that JSON does not have"
      case .notUTF8: "a string is not UTF-8"
      case .tooDeep: "values are nested too deeply"
      }
    return "not JSON at byte \(offset): \(what)"
  }
}
