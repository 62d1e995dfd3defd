import Language

/// Writes the examples of every intent, as help and suggestions show them.
enum ExamplesWriter {
  static func source(of intents: [IntentSource]) -> String {
    let cases = intents.sorted { $0.name < $1.name }.map { intent in
      let examples = intent.examples.filter { !$0.text.contains("?") || $0.text.count < 40 }.prefix(8).map { example in
        let slots = (example.slots ?? [:]).sorted { $0.key < $1.key }.map {
          "\(SwiftLiteral.line($0.key)): \(SwiftLiteral.line($0.value))"
        }
        return
          "      Example(\(SwiftLiteral.line(example.text)), [\(slots.isEmpty ? ":" : slots.joined(separator: ", "))]),"
      }
      return """
            case \(SwiftLiteral.line(intent.name)): [
        \(examples.joined(separator: "\n"))
            ]
        """
    }
    return """
      // Made from the prompts by PromptCompiler: edit those.

      /// Lines that people say, by the intent that they mean.
      package enum Examples {
        /// A line, and what its slots hold.
        package struct Example: Sendable {
          package let text: String
          package let slots: [String: String]

          init(_ text: String, _ slots: [String: String]) {
            self.text = text
            self.slots = slots
          }
        }

        package static func of(_ intent: String) -> [Example] {
          switch intent {
      \(cases.joined(separator: "\n"))
          default: []
          }
        }
      }

      """
  }
}
