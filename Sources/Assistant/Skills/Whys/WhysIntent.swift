import Language

package enum WhysIntent: Hashable, Sendable {
  init?(_ reading: Reading) { nil }
}
