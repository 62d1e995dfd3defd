import Delivery
package import Times

extension JSONWriter {
  /// Writes a member, or nothing when there is no value.
  package mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    self.name(name)
    string(text)
  }

  package mutating func member(_ name: String, _ number: Int?) {
    guard let number else { return }
    self.name(name)
    integer(number)
  }

  package mutating func member(_ name: String, _ value: Double?) {
    guard let value else { return }
    self.name(name)
    number(value)
  }

  package mutating func member(_ name: String, _ instant: Instant?) {
    guard let instant else { return }
    self.name(name)
    string(instant.description)
  }

  package mutating func member(_ name: String, _ day: Day?) {
    guard let day else { return }
    self.name(name)
    string(day.description)
  }

  /// Writes a member only when it is true.
  package mutating func member(_ name: String, if flag: Bool) {
    guard flag else { return }
    self.name(name)
    bool(true)
  }

  /// Writes a list of texts, or nothing when it is empty.
  package mutating func member(_ name: String, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    self.name(name)
    array { writer in
      for text in texts { writer.string(text) }
    }
  }

  mutating func member(_ name: String, _ due: Due?) {
    switch due {
    case .day(let day): member(name, day)
    case .moment(let instant): member(name, instant)
    case nil: break
    }
  }
}
