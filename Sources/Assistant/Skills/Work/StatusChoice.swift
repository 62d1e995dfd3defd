import Delivery
import Language
import Prompts
import Store

/// Finds the status that a person means for an item.
struct StatusChoice {
  let scene: Scene
  let item: Item

  struct Chosen {
    var name: String
    var category: Status.Category?
  }

  /// The status that a slot names, or the item's own project's word for what it says.
  ///
  /// - Throws: ``UnknownRecord`` for a status that nobody knows.
  func named(_ slot: SlotValue) throws -> Chosen {
    let name = slot.key ?? slot.value
    let words = Folding.words(of: slot.value)
    let category = words.count == 1 ? StatusChoice.categories.first { $0.words.contains(words[0]) }?.category : nil
    let use = try scene.snapshot.use(ofStatus: name)
    if let category, use == nil || category == .done {
      let chosen = try own(category)
      if category == .done, let use, use.category == .done, try isUsedHere(use.spelling) || chosen == nil {
        return Chosen(name: use.spelling, category: use.category)
      }
      if let chosen { return Chosen(name: chosen, category: category) }
      if category == .done { return Chosen(name: Words.WorkUpdate.standardDone, category: .done) }
    }
    guard let use else { throw UnknownRecord.name(kind: .status, said: slot.value) }
    return Chosen(name: use.spelling, category: use.category)
  }

  /// The status that the line's verb means, such as "close" or "start"; nothing when it says none or several.
  func spoken() throws -> Chosen? {
    let words = Set(Folding.words(of: scene.reading.spoken))
    guard words.isDisjoint(with: Words.WorkUpdate.Meaning.no) else { return nil }
    let meant = StatusChoice.categories.filter { !words.isDisjoint(with: $0.words) }.map(\.category)
    guard meant.count == 1, let category = meant.first else { return nil }
    if let own = try own(category) { return Chosen(name: own, category: category) }
    return category == .done ? Chosen(name: Words.WorkUpdate.standardDone, category: .done) : nil
  }

  /// The words that mean a category, whatever the statuses are called.
  private static var categories: [(category: Status.Category, words: [String])] {
    [
      (.done, Words.WorkUpdate.Meaning.done), (.active, Words.WorkUpdate.Meaning.active),
      (.waiting, Words.WorkUpdate.Meaning.waiting),
    ]
  }

  /// The status of a category that most items of the item's project have, else most items of the store.
  private func own(_ category: Status.Category) throws -> String? {
    try scene.snapshot.mostUsedStatus(category, ofKeysStartingWith: project)
      ?? scene.snapshot.mostUsedStatus(category, ofKeysStartingWith: "")
  }

  private func isUsedHere(_ status: String) throws -> Bool {
    try scene.snapshot.mostUsedStatus(.done, ofKeysStartingWith: project)?.lowercased() == status.lowercased()
  }

  /// The part of a key that all items of a project share: `CHK-` of `CHK-101`, `owner/repo#` of `owner/repo#12`.
  private var project: String {
    let key = item.key.text
    guard let mark = key.lastIndex(where: { $0 == "-" || $0 == "#" }) else { return "" }
    return String(key[...mark])
  }
}
