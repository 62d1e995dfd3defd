import Language

package enum BlockersIntent: Hashable, Sendable {
  init?(_ reading: Reading) { nil }
}
