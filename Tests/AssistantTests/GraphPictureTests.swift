@testable import Assistant
import Testing

@Suite struct `A picture of a graph` {
  private static let picture = GraphPicture(
    boxes: [
      .init(title: "A-1", lines: ["say \"hi\" <b>\u{1B}[31m"], isMarked: true),
      .init(title: "F", lines: [], isFeature: true),
    ], arrows: [.init(from: 0, to: 1), .init(from: 1, to: 0, isBad: true)])

  @Test func `is written for Graphviz`() {
    let text = PictureLanguage.dot.text(of: Self.picture)
    #expect(text.hasPrefix("digraph gangway {"))
    #expect(text.contains(#"n0 [label="A-1\nsay \"hi\" <b>"#))
    #expect(text.contains("n1 -> n0 [style=dashed, color=red];"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func `is written for Mermaid`() {
    let text = PictureLanguage.mermaid.text(of: Self.picture)
    #expect(text.hasPrefix("flowchart LR"))
    #expect(text.contains("n0[\"A-1<br>say #quot;hi#quot; #lt;b#gt;"))
    #expect(text.contains("n1[[\"F\"]]") && text.contains("n0 --> n1") && text.contains("n1 -.-> n0"))
    #expect(!text.contains("\u{1B}"))
  }
}
