/// Writes the sample workspace as one literal, which costs nothing until it is asked for.
enum SampleWriter {
  /// The whole source file; without a sample it declares nothing, so that only its use is an error.
  static func source(of sample: String?) -> String {
    guard let sample else { return "// There is no prompts/sample.jsonl.\n" }
    return """
      // Made from the prompts by PromptCompiler: edit those.

      /// The sample workspace, prompts/sample.jsonl, as it was written.
      package enum SampleWorkspace {
        package static var lines: StaticString {
      \(SwiftLiteral.block(sample))
        }
      }

      """
  }
}
