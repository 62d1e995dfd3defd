/// Compares what a line is made of with what the phrases of each intent are made of.
struct ProfileMatcher {
  let view: GrammarView

  /// How well the phrases of each intent explain a line, as ``ProfileBuilder`` says, by the number of the intent;
  /// behind the intents stand the topics of lines about anything else.
  ///
  /// - Returns: Logarithms to base 2 that compare with each other only; nothing when no feature is known.
  /// - Complexity: O(*f* · *p*) for *f* features of the line and *p* intents that use one.
  func scores(_ units: [ProfileUnit]) -> [Double]? {
    let features = ProfileFeatures.features(of: units)
    var scores = [Double](repeating: 0, count: view.profileClassCount)
    var index = 0
    var isKnown = false
    for block in ProfileBlock.allCases {
      let first = index
      while index < features.count, features[index].block == block.rawValue { index += 1 }
      isKnown = add(block, features[first..<index], to: &scores) || isKnown
    }
    return isKnown ? scores : nil
  }

  private func add(
    _ block: ProfileBlock, _ features: ArraySlice<ProfileFeatures.Feature>, to scores: inout [Double]
  ) -> Bool {
    let range = view.profileBlocks[block.rawValue]..<view.profileBlocks[block.rawValue + 1]
    let found = features.compactMap { find($0.key, in: range) }
    var norm = 0.0
    var sum = 0.0
    for feature in found {
      let rarity = Double(view.profileRarity[feature])
      norm += rarity * rarity
      sum += rarity
    }
    guard norm > 0 else { return false }
    let weight = block.weight / norm.squareRoot()
    for feature in found {
      let part = weight * Double(view.profileRarity[feature]) / ProfileBuilder.steps
      for at in view.profileStart[feature]..<view.profileStart[feature + 1] {
        let posting = view.profile[at]
        scores[posting / ProfileBuilder.classShift] += part * Double(posting % ProfileBuilder.classShift)
      }
    }
    let base = block.rawValue * scores.count
    for number in scores.indices { scores[number] -= weight * sum * Double(view.profileBase[base + number]) / 1_000 }
    return true
  }

  /// How telling a unit is, and which intents have it in a phrase.
  struct Use {
    /// The rarer the more; a word that no phrase has counts most.
    var rarity: Double
    fileprivate var postings: Range<Int>

    var isKnown: Bool { !postings.isEmpty }
  }

  /// - Returns: Nothing for what means nothing by itself.
  func use(of unit: ProfileUnit) -> Use? {
    let rarest = 1 + 0.693 * Logarithm.base2(Double(1 + max(view.profileClassCount, 1)))
    let concept: UInt32
    switch unit {
    case .word(_, _, let word):
      guard let word else { return nil }
      concept = word
    case .mark(let kind, _, _): concept = kind
    case .gap: return nil
    }
    let block = ProfileBlock.concept.rawValue
    let feature = ProfileFeatures.Feature(.concept, concept)
    guard let found = find(feature.key, in: view.profileBlocks[block]..<view.profileBlocks[block + 1]) else {
      return Use(rarity: rarest, postings: 0..<0)
    }
    return Use(
      rarity: Double(view.profileRarity[found]) / 1_000,
      postings: view.profileStart[found]..<view.profileStart[found + 1])
  }

  /// Whether some phrase of an intent has a unit.
  func isUsed(_ use: Use, by intent: Int) -> Bool {
    use.postings.contains { view.profile[$0] / ProfileBuilder.classShift == intent }
  }

  private func find(_ key: Int, in range: Range<Int>) -> Int? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      let found = view.profileKeys[middle]
      if found == key { return middle }
      if found < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
