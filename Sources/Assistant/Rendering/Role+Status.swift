import Delivery
import Language
import Prompts

extension Role {
  /// What a status says of its item: done is good, and a name with a word such as “blocked” is bad.
  init(status: String?, category: Status.Category?) {
    if category == .done {
      self = .good
    } else if let status, Folding.words(of: status).contains(where: Words.Rendering.badStatuses.contains) {
      self = .bad
    } else {
      self = .plain
    }
  }
}
