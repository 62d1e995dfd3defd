/// A row of numbers drawn as a line of blocks, one for each number, between the least and the greatest of them.
///
/// It stands in the value of a fact like any text. Rendering turns the blocks into the digits 1 to 8 where only ASCII
/// is drawn, and leaves them out of what is read aloud: so words beside it have to say the same, such as “1 to 4”.
package enum Sparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Draws numbers, all of them in the middle when they are equal; what is not finite is drawn as a blank.
  package static func of(_ numbers: [Double]) -> String {
    let finite = numbers.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return "" }
    return String(
      numbers.map { number -> Character in
        guard number.isFinite else { return " " }
        guard greatest > least else { return blocks[3] }
        // Halves first: the difference of two finite numbers may not be finite.
        let share = (number / 2 - least / 2) / (greatest / 2 - least / 2)
        return blocks[min(7, max(0, Int((share * 7).rounded())))]
      })
  }

  /// Which of the eight blocks a character is, from 1.
  static func level(of character: Character) -> Int? {
    blocks.firstIndex(of: character).map { $0 + 1 }
  }
}
