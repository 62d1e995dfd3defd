/// Boxes and arrows, to be drawn by another program.
struct GraphPicture: Hashable, Sendable {
  struct Box: Hashable, Sendable {
    var title: String
    var lines: [String]
    var isFeature = false
    /// It decides something: a root, or a step of the path.
    var isMarked = false
  }

  struct Arrow: Hashable, Sendable {
    /// Positions of boxes: what must be done first, and what waits for it.
    var from: Int
    var to: Int
    /// It is part of a circle.
    var isBad = false
  }

  var boxes: [Box] = []
  var arrows: [Arrow] = []
}

/// The languages in which a picture can be written.
package enum PictureLanguage: String, Sendable, CaseIterable {
  case dot, mermaid

  func text(of picture: GraphPicture) -> String {
    switch self {
    case .dot: PictureLanguage.dot(picture)
    case .mermaid: PictureLanguage.mermaid(picture)
    }
  }

  /// The language of Graphviz.
  private static func dot(_ picture: GraphPicture) -> String {
    func quoted(_ text: String) -> String {
      PrintableText.line(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
    var lines = ["digraph gangway {", "  rankdir=LR;", "  node [shape=box];"]
    for (index, box) in picture.boxes.enumerated() {
      let label = ([box.title] + box.lines).map(quoted).joined(separator: "\\n")
      let shape = box.isFeature ? ", shape=component" : ""
      let mark = box.isMarked ? ", penwidth=3" : ""
      lines.append("  n\(index) [label=\"\(label)\"\(shape)\(mark)];")
    }
    for arrow in picture.arrows {
      lines.append("  n\(arrow.from) -> n\(arrow.to)\(arrow.isBad ? " [style=dashed, color=red]" : "");")
    }
    return (lines + ["}"]).joined(separator: "\n")
  }

  private static func mermaid(_ picture: GraphPicture) -> String {
    func quoted(_ text: String) -> String {
      PrintableText.line(text).replacing("#", with: "#35;").replacing("\"", with: "#quot;")
        .replacing("<", with: "#lt;").replacing(">", with: "#gt;")
    }
    var lines = ["flowchart LR"]
    for (index, box) in picture.boxes.enumerated() {
      let label = ([box.title] + box.lines).map(quoted).joined(separator: "<br>")
      lines.append(box.isFeature ? "  n\(index)[[\"\(label)\"]]" : "  n\(index)[\"\(label)\"]")
    }
    for arrow in picture.arrows { lines.append("  n\(arrow.from) \(arrow.isBad ? "-.->" : "-->") n\(arrow.to)") }
    for (index, box) in picture.boxes.enumerated() where box.isMarked {
      lines.append("  style n\(index) stroke-width:4px")
    }
    return lines.joined(separator: "\n")
  }
}
