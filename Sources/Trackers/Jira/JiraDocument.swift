import Interchange

/// The plain text of a document in Atlassian's document format, as Jira Cloud gives descriptions.
enum JiraDocument {
  /// The text of all nodes in order, blocks on lines of their own; nothing for what is no document.
  static func text(of document: JSON) -> String? {
    guard document["type"]?.text != nil else { return nil }
    var text = ""
    append(document, to: &text)
    return text.trimmed.nonEmpty
  }

  /// The reader refuses nesting beyond 256 levels, so the recursion is bounded.
  private static func append(_ node: JSON, to text: inout String) {
    let attributes = node["attrs"]
    switch node["type"]?.text {
    case "text": text += node["text"]?.text ?? ""
    case "hardBreak": text += "\n"
    case "mention", "emoji", "status": text += attributes?["text"]?.text ?? attributes?["shortName"]?.text ?? ""
    case "inlineCard", "blockCard", "embedCard": text += attributes?["url"]?.text ?? ""
    case "listItem", "taskItem", "decisionItem":
      breakLine(&text)
      text += "- "
    case "paragraph" where text.hasSuffix("- "): break
    case "paragraph", "heading", "codeBlock", "blockquote", "panel", "rule", "tableRow", "bulletList", "orderedList":
      breakLine(&text)
    case "tableCell", "tableHeader": if !text.isEmpty, !text.hasSuffix("\n") { text += " | " }
    default: break
    }
    for child in node["content"]?.array ?? [] { append(child, to: &text) }
  }

  private static func breakLine(_ text: inout String) {
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
  }
}
