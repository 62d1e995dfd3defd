import Delivery
import Times

/// The members of one interchange line, read by name and type.
struct LineFields {
  let object: JSON.Object

  func text(_ name: String) throws(LineError) -> String {
    guard let text = try optionalText(name) else { throw LineError.missing(name) }
    return text
  }

  func text(_ name: String, orElse other: String) throws(LineError) -> String {
    if let text = try optionalText(name) { return text }
    return try text(other)
  }

  /// A string; null, blank and absent are all nothing.
  func optionalText(_ name: String) throws(LineError) -> String? {
    switch object[name] {
    case nil, .null?: nil
    case .string(let text)?: text.isEmpty ? nil : text
    case .integer(let number)?: String(number)
    default: throw LineError.wrong(name, expected: .text)
    }
  }

  func key<Subject>(_ name: String) throws(LineError) -> Key<Subject>? {
    try optionalText(name).map { Key($0) }
  }

  func integer(_ name: String) throws(LineError) -> Int? {
    guard let value = object[name], !value.isNull else { return nil }
    guard let integer = value.integer else { throw LineError.wrong(name, expected: .integer) }
    return integer
  }

  func number(_ name: String) throws(LineError) -> Double? {
    guard let value = object[name], !value.isNull else { return nil }
    guard let number = value.double else { throw LineError.wrong(name, expected: .number) }
    return number
  }

  func flag(_ name: String, default standard: Bool) throws(LineError) -> Bool {
    guard let value = object[name], !value.isNull else { return standard }
    guard let flag = value.bool else { throw LineError.wrong(name, expected: .flag) }
    return flag
  }

  func instant(_ name: String) throws(LineError) -> Instant? {
    guard let text = try optionalText(name) else { return nil }
    guard let instant = Instant(text, defaultOffset: 0) else { throw LineError.wrong(name, expected: .time) }
    return instant
  }

  func day(_ name: String) throws(LineError) -> Day? {
    guard let text = try optionalText(name) else { return nil }
    guard let day = Day(String(text.prefix(10))), text.count == 10 || Instant(text, defaultOffset: 0) != nil else {
      throw LineError.wrong(name, expected: .date)
    }
    return day
  }

  func due(_ name: String) throws(LineError) -> Due? {
    guard let text = try optionalText(name) else { return nil }
    if let day = Day(text) { return .day(day) }
    guard let instant = Instant(text, defaultOffset: 0) else { throw LineError.wrong(name, expected: .time) }
    return .moment(instant)
  }

  func requiredDay(_ name: String) throws(LineError) -> Day {
    guard let day = try day(name) else { throw LineError.missing(name) }
    return day
  }

  func strings(_ name: String) throws(LineError) -> [String] {
    guard let value = object[name], !value.isNull else { return [] }
    if let text = value.text { return [text] }
    guard let array = value.array else { throw LineError.wrong(name, expected: .texts) }
    var strings: [String] = []
    for element in array {
      guard let text = element.text else { throw LineError.wrong(name, expected: .texts) }
      strings.append(text)
    }
    return strings
  }

  /// A word of a closed list.
  func word<Word: RawRepresentable & CaseIterable>(
    _ name: String, default standard: Word
  ) throws(LineError) -> Word where Word.RawValue == String {
    guard let text = try optionalText(name) else { return standard }
    guard let word = Word(rawValue: text) else {
      throw LineError.notOneOf(name, value: text, allowed: Word.allCases.map(\.rawValue))
    }
    return word
  }
}

/// What is wrong with one line of the interchange.
package enum LineError: Error, Hashable, Sendable {
  case notAnObject
  case unknownKind(String)
  case missing(String)
  case wrong(String, expected: Expected)
  case notOneOf(String, value: String, allowed: [String])

  package enum Expected: String, Sendable {
    case text = "a text"
    case texts = "a list of texts"
    case integer = "a whole number"
    case number = "a number"
    case flag = "true or false"
    case time = "a time such as 2026-04-01T09:00:00Z"
    case date = "a date such as 2026-04-01"
    case object = "an object"
  }
}

extension LineError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAnObject: "the line is not a JSON object"
    case .unknownKind(let kind): "there is no kind of record called “\(kind)”"
    case .missing(let name): "“\(name)” is missing"
    case .wrong(let name, let expected): "“\(name)” is not \(expected.rawValue)"
    case .notOneOf(let name, let value, let allowed):
      "“\(name)” is “\(value)”, which is none of \(allowed.joined(separator: ", "))"
    }
  }
}
