/// The two ways between items' own numbers, which may have gaps, and dense numbers from zero.
///
/// Where the numbers lie close together, as row numbers of a store do, a bit vector with a count before each word
/// answers in constant time from memory that stays in the cache (Jacobson, "Space-efficient Static Trees and Graphs",
/// FOCS 1989, without its second level); far-flung numbers are sorted and searched.
struct NodeNumbering: Sendable {
  /// Every number that occurs, ascending, each once.
  let numbers: [Int64]
  private let lowest: Int64
  private let words: [UInt64]
  private let countsBefore: [Int32]

  /// - Complexity: O(count) for numbers that lie close together, else O(count log count).
  init(_ first: [Int64], _ second: [Int64]) {
    let count = first.count + second.count
    var lowest = Int64.max
    var highest = Int64.min
    for numbers in [first, second] {
      for number in numbers {
        lowest = min(lowest, number)
        highest = max(highest, number)
      }
    }
    self.lowest = lowest
    guard count > 0 else {
      numbers = []
      words = []
      countsBefore = []
      return
    }
    let span = UInt64(bitPattern: highest &- lowest)
    guard span < UInt64(count) * 64 + 1024 else {
      words = []
      countsBefore = []
      numbers = Self.distinct(first, second)
      return
    }
    var words = [UInt64](repeating: 0, count: Int(span >> 6) + 1)
    words.withUnsafeMutableBufferPointer { words in
      for numbers in [first, second] {
        for number in numbers {
          let offset = Int(number &- lowest)
          words[offset >> 6] |= 1 << UInt64(offset & 63)
        }
      }
    }
    var countsBefore: [Int32] = []
    countsBefore.reserveCapacity(words.count)
    var total: Int32 = 0
    for word in words {
      countsBefore.append(total)
      total += Int32(word.nonzeroBitCount)
    }
    numbers = Self.spelledOut(words, from: lowest, count: Int(total))
    self.words = words
    self.countsBefore = countsBefore
  }

  /// Dense number of an item that may be unknown.
  func index(of number: Int64) -> Int32? {
    guard let last = numbers.last, number >= lowest, number <= last else { return nil }
    guard !words.isEmpty else {
      let position = sortedPosition(of: number)
      return numbers[Int(position)] == number ? position : nil
    }
    let offset = Int(number &- lowest)
    let bit: UInt64 = 1 << UInt64(offset & 63)
    let word = words[offset >> 6]
    guard word & bit != 0 else { return nil }
    return countsBefore[offset >> 6] + Int32((word & (bit - 1)).nonzeroBitCount)
  }

  /// Dense numbers of items that all occur in the numbering.
  func indices(of known: [Int64]) -> [Int32] {
    guard !words.isEmpty else { return known.map(sortedPosition(of:)) }
    let lowest = lowest
    return [Int32](unsafeUninitializedCapacity: known.count) { target, count in
      words.withUnsafeBufferPointer { words in
        countsBefore.withUnsafeBufferPointer { countsBefore in
          for position in known.indices {
            let offset = Int(known[position] &- lowest)
            let lower = words[offset >> 6] & ((1 << UInt64(offset & 63)) - 1)
            target[position] = countsBefore[offset >> 6] + Int32(lower.nonzeroBitCount)
          }
        }
      }
      count = known.count
    }
  }

  /// Position of the first number that is not below the given one.
  private func sortedPosition(of number: Int64) -> Int32 {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return Int32(low)
  }

  private static func distinct(_ first: [Int64], _ second: [Int64]) -> [Int64] {
    var all = first + second
    all.sort()
    var kept: [Int64] = []
    for number in all where kept.last != number {
      kept.append(number)
    }
    return kept
  }

  private static func spelledOut(_ words: [UInt64], from lowest: Int64, count: Int) -> [Int64] {
    [Int64](unsafeUninitializedCapacity: count) { target, filled in
      for (position, word) in words.enumerated() {
        var rest = word
        while rest != 0 {
          target[filled] = lowest &+ Int64(position << 6 + rest.trailingZeroBitCount)
          filled += 1
          rest &= rest - 1
        }
      }
    }
  }
}
