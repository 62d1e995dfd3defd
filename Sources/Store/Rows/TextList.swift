import Interchange

/// A list of texts as one column: a JSON array.
enum TextList {
  static func encode(_ texts: [String]) -> String {
    guard !texts.isEmpty else { return "[]" }
    var writer = JSONWriter()
    writer.array { writer in
      for text in texts { writer.string(text) }
    }
    return writer.text
  }

  static func decode(_ text: String) -> [String] {
    guard text != "[]", let value = try? JSONReader.value(of: text) else { return [] }
    return value.array?.compactMap(\.text) ?? []
  }
}
