/// Counts what the phrases of each intent are made of: stems, pairs of stems and letters in a row.
///
/// A profile is the centroid of its intent's phrases under tf-idf weights, kept as postings from feature to intents.
enum ProfileBuilder {
  /// Features of a phrase as stable hashes: words, pairs of words, three and four letters in a row.
  static func features(of words: [String]) -> [UInt32] {
    var features: [UInt32] = []
    var previous = "^"
    for word in words {
      features.append(GrammarImage.hash("w\(word)".utf8))
      features.append(GrammarImage.hash("p\(previous) \(word)".utf8))
      previous = word
      guard word != "_" else { continue }
      let letters = Array("^\(word)$".utf8.prefix(24))
      for size in [3, 4] where letters.count >= size {
        for start in 0...letters.count - size {
          features.append(GrammarImage.hash([UInt8(size)] + letters[start..<start + size]))
        }
      }
    }
    return features
  }

  /// Weights are kept in steps of 1/63 of the largest.
  static let steps = 63

  static func columns(
    of phrases: [(intent: Int, words: [String])], intents: Int
  ) -> [GrammarImage.Section: [Int]] {
    var counts: [UInt32: [Int: Double]] = [:]
    var sizes = [Double](repeating: 0, count: intents)
    for phrase in phrases {
      sizes[phrase.intent] += 1
      for feature in Set(features(of: phrase.words)) { counts[feature, default: [:]][phrase.intent, default: 0] += 1 }
    }
    var norms = [Double](repeating: 0, count: intents)
    var weighed: [(feature: UInt32, intents: [(Int, Double)])] = []
    for (feature, uses) in counts.sorted(by: { $0.key < $1.key }) {
      let rarity = Logarithm.base2(1 + Double(intents) / Double(uses.count))
      let list = uses.sorted { $0.key < $1.key }.map { intent, count in
        (intent, (count / sizes[intent]).squareRoot() * rarity)
      }
      for (intent, weight) in list { norms[intent] += weight * weight }
      weighed.append((feature, list))
    }
    var keys: [Int] = []
    var starts: [Int] = []
    var postings: [Int] = []
    for (feature, list) in weighed {
      starts.append(postings.count)
      keys.append(Int(feature & 0xFF_FFFF))
      for (intent, weight) in list {
        let step = Int((weight / norms[intent].squareRoot() * Double(steps) * 8).rounded())
        if step > 0 { postings.append(intent * 64 + min(step, steps)) }
      }
    }
    starts.append(postings.count)
    // Keys are the low bits of the hashes; sorting by them lets a look-up search.
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var sorted: (keys: [Int], starts: [Int], postings: [Int]) = ([], [], [])
    for index in order where starts[index] < starts[index + 1] {
      sorted.keys.append(keys[index])
      sorted.starts.append(sorted.postings.count)
      sorted.postings += postings[starts[index]..<starts[index + 1]]
    }
    sorted.starts.append(sorted.postings.count)
    return [.profileKeys: sorted.keys, .profileStart: sorted.starts, .profile: sorted.postings]
  }
}
