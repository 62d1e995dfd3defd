import Language

package enum WorkIntent: Hashable, Sendable {
  init?(_ reading: Reading) { nil }
}
