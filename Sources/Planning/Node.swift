/// Dense number of an item within one graph, from zero, ascending with the item's own number.
///
/// A node means nothing outside the graph that gave it: keep the item's number, not the node.
package struct Node: Hashable, Comparable, Sendable {
  let index: Int32

  init(_ index: Int32) {
    self.index = index
  }

  package static func < (left: Node, right: Node) -> Bool {
    left.index < right.index
  }
}
