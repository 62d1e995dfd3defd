/// A row of a graph seen as nodes, without a copy.
package struct NodeList: RandomAccessCollection, Sendable {
  private let row: ArraySlice<Int32>

  init(_ row: ArraySlice<Int32>) {
    self.row = row
  }

  package var startIndex: Int { row.startIndex }
  package var endIndex: Int { row.endIndex }

  package subscript(position: Int) -> Node {
    Node(row[position])
  }
}
