import Delivery
import Language
import Prompts

/// What the names of statuses usually count as, from the prompts, by folded words.
enum StatusCategories {
  static var usual: [String: Status.Category] {
    var categories: [String: Status.Category] = [:]
    func add(_ names: [String], _ category: Status.Category) {
      for name in names { categories[Folding.words(of: name).joined(separator: " ")] = category }
    }
    add(Words.Statuses.waiting, .waiting)
    add(Words.Statuses.active, .active)
    add(Words.Statuses.done, .done)
    return categories
  }
}
