import Language

/// What the prompts say about reading lines, compiled by the room that reads them.
struct GrammarStep {
  private var files: [Language.PromptFile] = []

  /// The lexicon as written, for grammars that bring none of their own.
  private var lexicon = ""

  /// Where each file lies on this machine; the compiled grammar names files by their place in the project.
  private var paths: [String: String] = [:]

  mutating func add(_ text: String, of file: SourceFile) {
    if file.role == .lexicon { lexicon = text }
    files.append(Language.PromptFile(path: "prompts/" + file.place, text: text))
    paths["prompts/" + file.place] = file.path
  }

  /// The source files that hold the compiled grammar and the examples, empty after an error, and what is wrong.
  func compile() -> (grammar: String, examples: String, findings: [Finding]) {
    var (grammar, findings) = GrammarSource.read(files)
    if findings.allSatisfy({ $0.severity == .warning }) {
      // Reading the examples is left to the tests, so that a build stays quick; what phrases share is checked here.
      findings += GrammarLint.phraseFindings(in: grammar)
    }
    let found = findings.map { finding in
      Finding(
        file: paths[finding.place.file] ?? finding.place.file, line: finding.place.line,
        message: finding.message + (finding.other.map { " (\($0))" } ?? ""), isWarning: finding.severity == .warning)
    }
    guard found.allSatisfy(\.isWarning) else { return ("", "", found) }
    return (source(of: Grammar(grammar).imageText), ExamplesWriter.source(of: grammar.intents), found)
  }

  private func source(of image: String) -> String {
    """
    // Made from the prompts by PromptCompiler: edit those.

    /// The compiled grammar, for ``Grammar`` to read where it lies.
    package enum GrammarData {
      package static var image: StaticString {
    \(SwiftLiteral.block(image))
      }

      /// The lexicon as it was written.
      package static var lexicon: String {
    \(SwiftLiteral.block(lexicon))
      }
    }

    """
  }
}
