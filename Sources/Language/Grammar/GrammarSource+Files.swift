#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A prompt file: its path as findings name it, and its text.
package struct PromptFile: Hashable, Sendable {
  package var path: String
  package var text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// Whether the file may hold something else than an intent, as those beside a folder of intents do.
  var isLoose = false

  var isLexicon: Bool { path.split(separator: "/").last == "lexicon.yaml" }
}

extension GrammarSource {
  /// Reads prompt files, whatever their order.
  ///
  /// - Parameters:
  ///   - files: Intents, and at most one `lexicon.yaml`.
  ///   - lexicon: The lexicon to use when the files hold none.
  /// - Returns: The prompts, and what is wrong in single files.
  package static func read(
    _ files: [PromptFile], lexicon: Lexicon = Lexicon()
  ) -> (source: GrammarSource, findings: [GrammarFinding]) {
    var source = GrammarSource(lexicon: lexicon)
    var findings: [GrammarFinding] = []
    for file in files.sorted(by: { $0.path < $1.path }) {
      var reader = PromptFileReader(file: file.path)
      if file.isLexicon {
        source.lexicon = reader.lexicon(file.text)
      } else if let intent = reader.intent(file.text, isLoose: file.isLoose) {
        source.add(intent)
      }
      findings += reader.findings
    }
    source.intents.sort { ($0.name, $0.place.file) < ($1.name, $1.place.file) }
    return (source, findings)
  }

  /// Takes an intent in; the one of unclear lines tells what lies outside of all others.
  private mutating func add(_ intent: IntentSource) {
    guard intent.name == Reading.unclear else {
      intents.append(intent)
      return
    }
    outside = intent.topics
    let loose = intent.examples.map { PlacedText($0.text, at: $0.place) }
    if !loose.isEmpty { outside["", default: []] += loose }
  }

  /// Reads `DIR/*.yaml` and `DIR/intents/*.yaml`; beside the latter, files that name no intent are left alone.
  ///
  /// - Throws: The file system's error when the directory cannot be read.
  package static func read(
    directory: String, lexicon: Lexicon = Lexicon()
  ) throws -> (source: GrammarSource, findings: [GrammarFinding]) {
    var files: [PromptFile] = []
    let inner = directory + "/intents"
    let hasInner = FileManager.default.fileExists(atPath: inner)
    for folder in hasInner ? [directory, inner] : [directory] {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".yaml") {
        let path = folder + "/" + name
        guard let data = FileManager.default.contents(atPath: path) else { continue }
        var file = PromptFile(path: path, text: String(decoding: data, as: UTF8.self))
        file.isLoose = hasInner && folder == directory
        files.append(file)
      }
    }
    return read(files, lexicon: lexicon)
  }
}
