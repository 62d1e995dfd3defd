import Delivery

/// An end of a dependency as one number: twice the id, and one more for a feature.
package struct Node: Hashable, Comparable, Sendable {
  package let code: Int64

  package init(code: Int64) {
    self.code = code
  }

  init(_ kind: Kind, id: Int64) {
    code = id * 2 + (kind == .feature ? 1 : 0)
  }

  package var isFeature: Bool { code & 1 == 1 }

  /// The row of the item or feature.
  var id: Int64 { code >> 1 }

  package static func < (one: Node, other: Node) -> Bool { one.code < other.code }
}

extension Dependency {
  /// The pairs of ends that a key may mean, as keys of items may hold any character.
  static func ends(of key: String) -> [(waiting: Reference, blocker: Reference)] {
    var pairs: [(waiting: Reference, blocker: Reference)] = []
    for index in key.indices where key[index] == "<" {
      for waiting in readings(key[..<index]) {
        for blocker in readings(key[key.index(after: index)...]) { pairs.append((waiting, blocker)) }
      }
    }
    return pairs
  }

  private static func readings(_ end: Substring) -> [Reference] {
    let mark = "feature:"
    let item = Reference(.item, String(end))
    return end.hasPrefix(mark) ? [Reference(.feature, String(end.dropFirst(mark.count))), item] : [item]
  }
}
