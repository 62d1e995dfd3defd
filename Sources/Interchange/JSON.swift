/// A JSON value (RFC 8259) whose members keep the order in which they were written.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object(Object)

  /// Members in order; of members with the same name the last one counts, as most readers have it.
  package struct Object: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    package struct Member: Hashable, Sendable {
      package var name: String
      package var value: JSON

      package init(name: String, value: JSON) {
        self.name = name
        self.value = value
      }
    }

    package var members: [Member]

    package init(_ members: [Member] = []) {
      self.members = members
    }

    package init(dictionaryLiteral elements: (String, JSON)...) {
      members = elements.map { Member(name: $0.0, value: $0.1) }
    }

    /// - Complexity: O(*n*) in the number of members, which in a record are few.
    package subscript(name: String) -> JSON? {
      get { members.last { $0.name == name }?.value }
      set {
        if let index = members.lastIndex(where: { $0.name == name }) {
          if let newValue { members[index].value = newValue } else { members.remove(at: index) }
        } else if let newValue {
          members.append(Member(name: name, value: newValue))
        }
      }
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(nilLiteral: ()) { self = .null }

  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Object(elements.map { Object.Member(name: $0.0, value: $0.1) }))
  }
}

extension JSON {
  /// The string, or nothing for any other kind of value.
  package var text: String? {
    if case .string(let value) = self { value } else { nil }
  }

  package var integer: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  package var array: [JSON]? {
    if case .array(let value) = self { value } else { nil }
  }

  package var object: Object? {
    if case .object(let value) = self { value } else { nil }
  }

  package var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// The member of an object, or nothing.
  package subscript(name: String) -> JSON? {
    object?[name]
  }

  /// A string, or null for nothing.
  package static func optional(_ text: String?) -> JSON {
    text.map(JSON.string) ?? .null
  }

  /// An integer, or null for nothing.
  package static func optional(_ number: Int?) -> JSON {
    number.map(JSON.integer) ?? .null
  }

  package static func strings(_ texts: [String]) -> JSON {
    .array(texts.map(JSON.string))
  }
}
