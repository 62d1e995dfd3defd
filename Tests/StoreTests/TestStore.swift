import Delivery
import Interchange
import Store
import Synchronization
import Times

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A deterministic source of bits (SplitMix64, Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension StoreOptions {
  static func testing(seed: UInt64 = 1, patience: Double = 20) -> StoreOptions {
    let generator = Shared(SplitMix(state: seed))
    return StoreOptions(
      words: { $0.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init) },
      spellings: { word in word.count > 2 ? [Int64(word.count), Int64(word.count - 1)] : [] },
      random: { generator.next() }, patience: patience)
  }

  private final class Shared: Sendable {
    let generator: Mutex<SplitMix>

    init(_ generator: SplitMix) {
      self.generator = Mutex(generator)
    }

    func next() -> UInt64 { generator.withLock { $0.next() } }
  }
}

extension Store {
  static func testing(seed: UInt64 = 1) throws -> Store {
    try Store.inMemory(options: .testing(seed: seed))
  }

  /// Every record as its line.
  func lines() throws -> [String] {
    var lines: [String] = []
    try export { lines.append($0.line) }
    return lines
  }

  @discardableResult
  func put(_ records: Record..., by: Key<Person>? = "ana", at: Instant = .test, verb: String = "test") throws
    -> Applied
  {
    try apply(records.map(Change.put), by: by, at: at, verb: verb)
  }

  func record(_ kind: Kind, _ key: String) throws -> Record? {
    try read { try $0.record(Reference(kind, key)) }
  }
}

extension Instant {
  /// 2026-03-02T09:00:00Z, a Monday.
  static let test = Instant(milliseconds: 1_772_442_000_000)
}

/// A directory that goes away with the value that made it.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "store-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}
