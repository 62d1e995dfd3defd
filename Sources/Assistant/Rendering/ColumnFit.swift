/// The widths of a table's columns that make its rows least tall, with every word whole.
struct ColumnFit {
  /// The widths of the words of each cell, by row and column.
  private let words: [[[Int]]]
  private let hanging: [Int]
  private let isFixed: [Bool]
  private let room: Int

  /// - Parameters:
  ///   - rows: The texts of all rows, the titles first, which stay on one line; all rows have the same length.
  ///   - hanging: How far the later lines of a column's cells stand in.
  ///   - isFixed: The columns whose cells stay on one line.
  ///   - room: The columns of the terminal that the table's columns share.
  init(rows: [[String]], hanging: [Int], isFixed: [Bool], room: Int) {
    words = rows.map { row in row.map { text in text.split(separator: " ").map { DisplayWidth.of($0) } } }
    self.hanging = hanging
    self.isFixed = isFixed
    self.room = room
  }

  /// The widths, or nothing when words would have to be broken.
  ///
  /// - Complexity: O(*e* × *c* × *w*) for *e* columns of the terminal that are lacking, *c* columns of the table and
  ///   *w* words in it.
  var widths: [Int]? {
    let indices = hanging.indices
    var widths = indices.map { index in words.map { ColumnFit.whole($0[index]) }.max() ?? 0 }
    let least = indices.map { index in
      let title = words.first.map { ColumnFit.whole($0[index]) } ?? 0
      let word = words.compactMap { $0[index].max() }.max() ?? 0
      return isFixed[index] ? widths[index] : min(widths[index], max(title, word + hanging[index]))
    }
    guard least.reduce(0, +) <= room else { return nil }
    var excess = widths.reduce(0, +) - room
    // A long text takes the step down to a sensible width at once.
    for index in indices where excess > 0 && widths[index] > max(room, least[index]) {
      let step = min(excess, widths[index] - max(room, least[index]))
      widths[index] -= step
      excess -= step
    }
    var heights = words.map { row in indices.map { height(row[$0], widths[$0], $0) } }
    while excess > 0 {
      let candidates = indices.filter { widths[$0] > least[$0] }.map { index -> (index: Int, cost: Cost) in
        let tried = words.indices.map { height(words[$0][index], widths[index] - 1, index) }
        let tall = zip(heights, tried).reduce(0) { sum, row in
          sum + max(row.1, row.0.enumerated().reduce(1) { $1.offset == index ? $0 : max($0, $1.element) })
        }
        let growth = zip(heights, tried).reduce(0) { $0 + $1.1 - $1.0[index] }
        return (index, Cost(lines: tall + growth, width: widths[index]))
      }
      guard let best = candidates.min(by: { $0.cost < $1.cost }) else { return nil }
      widths[best.index] -= 1
      excess -= 1
      for row in words.indices {
        heights[row][best.index] = height(words[row][best.index], widths[best.index], best.index)
      }
    }
    return widths
  }

  /// The widths when every column but one has its texts on one line, and that one takes what is left.
  ///
  /// - Parameters:
  ///   - index: The column whose texts may be cut.
  ///   - least: The columns of the terminal that it needs at least.
  /// - Returns: Nothing if less is left for it than that, or than its first words need.
  func widths(cutting index: Int, least: Int) -> [Int]? {
    var widths = hanging.indices.map { index in words.map { ColumnFit.whole($0[index]) }.max() ?? 0 }
    let others = widths.reduce(0, +) - widths[index]
    let firstWord = words.compactMap { $0[index].first }.max() ?? 0
    // A blank and the mark of the cut, which takes three columns in ASCII, stand behind the first word.
    guard room - others >= max(least, firstWord + 4) else { return nil }
    widths[index] = min(widths[index], room - others)
    return widths
  }

  /// What a step costs: lines that rows and cells grow by; among equals the widest column gives way.
  private struct Cost: Comparable {
    let lines: Int
    let width: Int

    static func < (one: Cost, other: Cost) -> Bool {
      (one.lines, other.width) < (other.lines, one.width)
    }
  }

  private static func whole(_ words: [Int]) -> Int {
    words.reduce(0, +) + max(0, words.count - 1)
  }

  /// How many lines the words of a cell fill.
  private func height(_ words: [Int], _ width: Int, _ column: Int) -> Int {
    var lines = 1
    var used = 0
    for word in words {
      let room = lines == 1 ? width : width - hanging[column]
      if used > 0, used + 1 + word > room {
        lines += 1
        used = word
      } else {
        used += (used > 0 ? 1 : 0) + word
      }
    }
    return lines
  }
}
