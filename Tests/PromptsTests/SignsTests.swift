import Foundation
import Testing

@Suite struct `The words of the project` {
  /// Signs on whose width terminals agree; letters of any script are names and examples.
  private static let safe: Set<Unicode.Scalar> = Set("✓✔●■│─→←…⚠«»▁▂▃▄▅▆▇█├└·–—“”‘’".unicodeScalars)

  private static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../prompts").standardized
  }

  private static let files: [String] =
    FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }
    .sorted() ?? []

  @Test func `lie where this looks for them`() {
    #expect(Self.files.count > 50)
  }

  @Test(arguments: files) func `have no sign that terminals disagree about`(file: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      for scalar in line.unicodeScalars where !scalar.isASCII && !scalar.properties.isAlphabetic {
        #expect(Self.safe.contains(scalar), "\(file), line \(index + 1): U+\(String(scalar.value, radix: 16))")
      }
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 }, "\(file), line \(index + 1)")
    }
  }
}
