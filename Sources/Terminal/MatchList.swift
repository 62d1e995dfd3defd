#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Completions in the form that readline takes: what all share, then each, then nothing; it frees them.
enum MatchList {
  static func of(
    _ completions: [Completion], typed: String
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    guard let first = completions.first else { return nil }
    var texts = [completions.count == 1 ? first.line : shared(by: completions, typed: typed)]
    if completions.count > 1 { texts += completions.map(\.line) }
    // Zeroed memory of C's own, because readline frees it and looks for the empty entry at its end.
    let size = MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
    guard let memory = calloc(texts.count + 1, size) else { return nil }
    let list = memory.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: texts.count + 1)
    for (index, text) in texts.enumerated() { list[index] = strdup(text) }
    return list
  }

  /// The longest start of all lines, whatever its case; the typed text where it is longer, so that none of it is lost.
  static func shared(by completions: [Completion], typed: String) -> String {
    guard let first = completions.first?.line else { return typed }
    var end = first.endIndex
    for completion in completions.dropFirst() {
      var index = first.startIndex
      for (own, other) in zip(first, completion.line) {
        guard index < end, own == other || own.lowercased() == other.lowercased() else { break }
        index = first.index(after: index)
      }
      end = min(end, index)
    }
    let shared = String(first[..<end])
    return shared.count > typed.count ? shared : typed
  }
}
