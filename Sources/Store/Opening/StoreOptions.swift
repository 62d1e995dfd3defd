/// What a store is given from outside: how words are folded, where randomness comes from, how long it waits.
package struct StoreOptions: Sendable {
  /// Splits a name into the folded words under which the reader looks it up.
  package var words: @Sendable (String) -> [String]
  /// The codes that a folded word shares with those it may be mistyped as, its own first; none for short words.
  package var spellings: @Sendable (String) -> [Int64]
  /// Sixty-four random bits, for ids that no other machine makes.
  package var random: @Sendable () -> UInt64
  /// For how many seconds a writer waits for another process before it gives up.
  package var patience: Double

  package init(
    words: @escaping @Sendable (String) -> [String], spellings: @escaping @Sendable (String) -> [Int64],
    random: @escaping @Sendable () -> UInt64, patience: Double = 20
  ) {
    self.words = words
    self.spellings = spellings
    self.random = random
    self.patience = patience
  }
}
