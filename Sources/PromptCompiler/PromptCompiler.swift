import Foundation

/// Turns the files below `prompts/` into Swift, or says what is wrong with them.
///
/// `PromptCompiler PROMPTS OUTPUT FILE…`: the folder of the prompts, the folder to write to, the files to read.
@main
struct PromptCompiler {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2, let prompts = arguments.first, let output = arguments.dropFirst().first else {
      write("usage: PromptCompiler PROMPTS OUTPUT FILE…")
      exit(2)
    }
    do {
      let warnings = try compile(Array(arguments.dropFirst(2)), below: prompts, into: output)
      if !warnings.isEmpty { write(Faults(findings: warnings).description) }
    } catch let faults as Faults {
      write(faults.description)
      exit(1)
    } catch {
      write("error: \(error.localizedDescription)")
      exit(1)
    }
  }

  /// Everything that was found wrong, in the order of files and lines.
  struct Faults: Error, CustomStringConvertible {
    let findings: [Finding]
    var description: String { findings.sorted().map(\.description).joined(separator: "\n") }
  }

  /// Compiles the files, or nothing when any of them has a fault.
  ///
  /// - Parameters:
  ///   - paths: The files to read, in any order.
  ///   - prompts: The folder that holds them.
  ///   - output: The folder that the Swift files go to.
  /// - Returns: What is worth a look.
  /// - Throws: ``Faults``, or what the file system says.
  @discardableResult
  static func compile(_ paths: [String], below prompts: String, into output: String) throws -> [Finding] {
    var reader = WordReader()
    var grammar = GrammarStep()
    var findings: [Finding] = []
    var sample: String?
    for path in paths.sorted() {
      do {
        let file = try SourceFile(path: path, below: prompts)
        guard let text = String(validating: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self) else {
          throw Finding(file: path, line: 1, message: "the file is not UTF-8: save it as UTF-8")
        }
        switch file.role {
        case .sample: sample = text
        case .words: reader.read(text, of: file)
        case .lexicon: grammar.add(text, of: file)
        case .intent:
          // What is no YAML is told once.
          if reader.read(text, of: file) { grammar.add(text, of: file) }
        }
      } catch let finding as Finding {
        findings.append(finding)
      }
    }
    let (grammarData, examples, grammarFindings) = grammar.compile()
    findings += reader.findings + grammarFindings
    guard findings.allSatisfy(\.isWarning) else { throw Faults(findings: findings) }
    let folder = URL(fileURLWithPath: output, isDirectory: true)
    try replace(folder.appending(path: "Words.swift"), with: WordsWriter.source(of: reader.words))
    try replace(folder.appending(path: "GrammarData.swift"), with: grammarData)
    try replace(folder.appending(path: "Examples.swift"), with: examples)
    try replace(folder.appending(path: "SampleWorkspace.swift"), with: SampleWriter.source(of: sample))
    return findings
  }

  /// Writes a file only if that changes it, so that nothing is compiled for a comment in a prompt.
  private static func replace(_ file: URL, with text: String) throws {
    let data = Data(text.utf8)
    if let present = try? Data(contentsOf: file), present == data { return }
    try data.write(to: file)
  }

  private static func write(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
