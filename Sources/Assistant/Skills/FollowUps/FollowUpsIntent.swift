import Language

package enum FollowUpsIntent: Hashable, Sendable {
  init?(_ reading: Reading) { nil }
}
