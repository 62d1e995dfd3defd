/// Counts in how many phrases of each intent a feature stands, and lays the counts out for scoring.
///
/// The score of an intent is that of multinomial naive Bayes: the sum, over the features of a line, of how rare the
/// feature is times the logarithm of its share in the intent's phrases. Nothing is trained: every number is a count.
/// After McCallum, Nigam, "A comparison of event models for naive Bayes text classification" (1998); rare features
/// weigh more as in Rennie et al., "Tackling the poor assumptions of naive Bayes text classifiers" (2003).
struct ProfileBuilder {
  /// What a feature counts in an intent that never uses it.
  static let smoothing = 0.1

  /// Logarithms of counts are kept in steps of this part.
  static let steps = 256.0

  /// Places for classes among the numbers of a posting.
  static let classShift = 4_096

  /// What one phrase counts, so that counts are whole numbers and their order never matters.
  private static let unit = 1_024

  /// The intents, and behind them the topics of lines about anything else.
  private let classes: Int

  /// Feature, class and count in one number each, in any order.
  private var counts: [UInt64] = []
  private var sizes: [Int]

  init(classes: Int) {
    self.classes = classes
    sizes = [Int](repeating: 0, count: classes)
  }

  /// Counts a phrase that is said as it stands.
  mutating func add(_ units: [ProfileUnit], to number: Int) {
    sizes[number] += Self.unit
    for feature in ProfileFeatures.features(of: units) { count(feature, number, Self.unit) }
  }

  /// Counts the forms of one pattern, which together weigh as much as one phrase.
  mutating func add(forms: [[ProfileUnit]], to number: Int) {
    guard !forms.isEmpty else { return }
    sizes[number] += Self.unit
    var found: [ProfileFeatures.Feature: Int] = [:]
    for form in forms { for feature in ProfileFeatures.features(of: form) { found[feature, default: 0] += 1 } }
    for (feature, times) in found { count(feature, number, max(1, Self.unit * times / forms.count)) }
  }

  private mutating func count(_ feature: ProfileFeatures.Feature, _ number: Int, _ weight: Int) {
    counts.append(UInt64(feature.number) << 28 | UInt64(number) << 12 | UInt64(weight))
  }

  /// The columns of an image.
  func columns() -> [GrammarImage.Section: [Int]] {
    var columns: [GrammarImage.Section: [Int]] = [:]
    var keys: [Int] = []
    var starts: [Int] = []
    var rarities: [Int] = []
    var postings: [Int] = []
    var blocks: [Int] = []
    var totals = [[Int]](repeating: [Int](repeating: 0, count: classes), count: ProfileBlock.allCases.count)
    let sorted = counts.sorted()
    var index = 0
    while index < sorted.count {
      let feature = sorted[index] >> 28
      var uses: [(number: Int, count: Int)] = []
      while index < sorted.count, sorted[index] >> 28 == feature {
        let number = Int(sorted[index] >> 12 & 0xFFFF)
        let weight = Int(sorted[index] & 0xFFF)
        if uses.last?.number == number { uses[uses.count - 1].count += weight } else { uses.append((number, weight)) }
        index += 1
      }
      let block = Int(feature >> 24)
      while blocks.count <= block { blocks.append(keys.count) }
      keys.append(Int(feature & 0xFF_FFFF))
      starts.append(postings.count)
      rarities.append(Int((rarity(uses) * 1_000).rounded()))
      for (number, count) in uses {
        totals[block][number] += count
        let share = Logarithm.base2(1 + Double(count) / Double(Self.unit) / Self.smoothing)
        postings.append(number * Self.classShift + min(Int((share * Self.steps).rounded()), Self.classShift - 1))
      }
    }
    starts.append(postings.count)
    while blocks.count <= ProfileBlock.allCases.count { blocks.append(keys.count) }
    columns[.profileKeys] = keys
    columns[.profileStart] = starts
    columns[.profileRarity] = rarities
    columns[.profile] = postings
    columns[.profileBlocks] = blocks
    columns[.profileBase] = ProfileBlock.allCases.flatMap { block in
      let features = Double(blocks[block.rawValue + 1] - blocks[block.rawValue])
      return totals[block.rawValue].map { total in
        // What a feature weighs in an intent that never uses it, as a positive number.
        let all = Double(total) / Double(Self.unit) / Self.smoothing + features
        return Int((Logarithm.base2(max(1, all)) * 1_000).rounded())
      }
    }
    return columns
  }

  /// How much a feature tells classes apart: the fewer use it, by the perplexity of its users, the more.
  private func rarity(_ uses: [(number: Int, count: Int)]) -> Double {
    let shares = uses.map { Double($0.count) / Double(max(sizes[$0.number], 1)) }
    let sum = shares.reduce(0, +)
    var entropy = 0.0
    for share in shares where share > 0 { entropy += share / sum * Logarithm.base2(sum / share) }
    let users = Exponential.base2(entropy)
    return 1 + 0.693 * Logarithm.base2(max(1, Double(1 + classes) / (1 + users)))
  }
}
