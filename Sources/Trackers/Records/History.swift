import Delivery
import Times

/// The history of an item's status, from what its tracker tells.
///
/// With a list of changes it is whole: the first status from creation on, then every change. Without one it holds
/// only what the file says: the moments it names, when an item was done, or since when the status has counted as it
/// does. Only where a file says nothing of the kind does the current status stand from creation on.
enum History {
  static func build(of issue: TrackedIssue, status: String, done: Instant?) -> [StatusChange] {
    var history: [StatusChange] = []
    if let changes = issue.changes, !changes.isEmpty {
      history = changes
      if history.last?.status != status {
        // The status was renamed since, or the list of changes is cut: the item has the status it has.
        history.append(StatusChange(at: max(issue.updated, history.last?.at), status: status))
      }
    } else if issue.changes != nil {
      history = issue.created.map { [StatusChange(at: $0, status: status)] } ?? []
    } else {
      history = issue.moments
      if history.last?.status != status, let at = done ?? issue.categoryChanged ?? issue.created ?? issue.updated {
        history.append(StatusChange(at: at, status: status))
      }
    }
    // Hand-made dates may contradict each other; what comes last holds.
    if let last = history.last?.at { history.removeAll { $0.at > last } }
    return history
  }

  private static func max(_ one: Instant?, _ other: Instant?) -> Instant {
    Swift.max(one ?? Instant(milliseconds: .min), other ?? Instant(milliseconds: .min))
  }
}
