import Delivery
import Interchange

/// What a person says a tracker's names stand for: the file of `import --map`.
///
/// A JSON object of four objects, all optional:
/// ```json
/// {"teams": {"DAEMON": "Platform"}, "features": {"DAEMON-48": "Daemon", "appcd-core": "Daemon"},
///  "people": {"cbarber": "Chris Barber"}, "statuses": {"In QA": "active"}}
/// ```
/// On the left stand the tracker's own words, in any case: for teams the project (Jira key, `owner/repository`,
/// Linear team, `group/project`); for features an epic's key, a component, a Linear project, or the project; for
/// people the name, login or account id. On the right stands the name here; a key is made of it as of any name, so
/// that `"features": {"DAEMON-48": "Smart Export"}` lands on the feature `smart-export`. Statuses become `waiting`,
/// `active` or `done`.
package struct Mapping: Hashable, Sendable {
  private var teams: [String: String] = [:]
  private var features: [String: String] = [:]
  private var people: [String: String] = [:]
  private var statuses: [String: Status.Category] = [:]

  /// A mapping that says nothing.
  package init() {}

  /// Reads the text of a mapping file.
  ///
  /// - Throws: ``TrackerError/brokenMapping(reason:)``.
  package init(json text: String) throws(TrackerError) {
    let value: JSON
    do { value = try JSONReader.value(of: text) } catch { throw .brokenMapping(reason: error.description) }
    guard let object = value.object else { throw .brokenMapping(reason: "it is no JSON object") }
    for member in object.members {
      guard let entries = member.value.object else {
        throw .brokenMapping(reason: "\"\(member.name)\" is no JSON object")
      }
      for entry in entries.members {
        guard let name = entry.value.text, !name.isEmpty else {
          throw .brokenMapping(reason: "\"\(entry.name)\" stands for no name")
        }
        let said = entry.name.lowercased()
        switch member.name {
        case "teams": teams[said] = name
        case "features": features[said] = name
        case "people": people[said] = name
        case "statuses":
          guard let category = Status.Category(rawValue: name.lowercased()) else {
            throw .brokenMapping(reason: "\"\(entry.name)\" is \"\(name)\", not waiting, active or done")
          }
          statuses[said] = category
        default:
          throw .brokenMapping(reason: "\"\(member.name)\" is none of teams, features, people and statuses")
        }
      }
    }
  }

  func team(_ said: [String?]) -> String? { Mapping.first(said, in: teams) }
  func feature(_ said: [String?]) -> String? { Mapping.first(said, in: features) }
  func person(_ account: Account) -> String? { Mapping.first([account.id, account.handle, account.name], in: people) }
  func category(_ status: String) -> Status.Category? { statuses[status.lowercased()] }

  private static func first(_ said: [String?], in names: [String: String]) -> String? {
    if names.isEmpty { return nil }
    for word in said {
      if let word, let name = names[word.lowercased()] { return name }
    }
    return nil
  }
}
