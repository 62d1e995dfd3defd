import Language
import Prompts

/// Says which values an answer took over from lines before, where its first line does not say so.
struct Echo {
  let grammar: Grammar
  let reading: Reading

  func add(to answer: inout Answer) {
    // A change shows the date that it comes to.
    let showsTimes = answer.verdict == .preview || answer.verdict == .changed
    let inherited = reading.slots.values.filter { value in
      value.origin == .inherited && value.kind != .text && !(showsTimes && value.time != nil)
    }
    guard answer.verdict != .choice, !inherited.isEmpty else { return }
    var head = answer.headline
    if case .paragraph(let text)? = answer.body.first { head += " " + text }
    guard inherited.contains(where: { !Echo.names($0, in: head) }) else { return }
    let values = grammar.slots(of: reading.intent).compactMap { slot in
      reading.slots[slot.name].flatMap { $0.kind == .text ? nil : words(for: $0) }
    }
    answer.body.insert(.paragraph(Words.Context.Echo.values(values: values.joined(separator: ", "))), at: 0)
  }

  private func words(for value: SlotValue) -> String {
    let shown = PrintableText.line(value.time == nil ? value.value : value.said)
    return value.kind == .scope ? Words.Context.Echo.scope(name: shown) : shown
  }

  /// Whether a sentence names a value; people are often called by their first name.
  private static func names(_ value: SlotValue, in text: String) -> Bool {
    if text.contains(value.value) { return true }
    return value.kind == .person && value.value.split(separator: " ").first.map { text.contains($0) } ?? false
  }
}
