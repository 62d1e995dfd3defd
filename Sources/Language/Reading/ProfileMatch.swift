/// Compares what a line is made of with what the phrases of each intent are made of.
struct ProfileMatcher {
  let view: GrammarView

  /// The cosine between the line and the profile of each intent, by the number of the intent.
  ///
  /// - Parameter words: The line's words as concepts, `_` where a slot is filled.
  /// - Returns: A number from 0 to 1 for each intent.
  func scores(_ words: [String]) -> [Double] {
    var scores = [Double](repeating: 0, count: view.intentCount)
    var norm = 0.0
    let rarest = Logarithm.base2(1 + Double(max(view.intentCount, 1)))
    for feature in Set(ProfileBuilder.features(of: words)).sorted() {
      guard let index = find(Int(feature & 0xFF_FFFF)) else {
        norm += rarest * rarest
        continue
      }
      let uses = view.profileStart[index]..<view.profileStart[index + 1]
      let rarity = Logarithm.base2(1 + Double(view.intentCount) / Double(max(uses.count, 1)))
      norm += rarity * rarity
      for at in uses {
        let posting = view.profile[at]
        scores[posting / 64] += rarity * Double(posting % 64) / Double(ProfileBuilder.steps * 8)
      }
    }
    guard norm > 0 else { return scores }
    return scores.map { $0 / norm.squareRoot() }
  }

  private func find(_ key: Int) -> Int? {
    var low = 0
    var high = view.profileKeys.count
    while low < high {
      let middle = (low + high) / 2
      let found = view.profileKeys[middle]
      if found == key { return middle }
      if found < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
