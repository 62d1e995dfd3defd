/// The kinds of export that can be read; the raw value is what `--format` takes and reports give.
package enum Format: String, CaseIterable, Sendable {
  case gangway
  case jiraJSON = "jira-json"
  case jiraCSV = "jira-csv"
  case githubCLI = "github-cli"
  case githubREST = "github-rest"
  case linearCSV = "linear-csv"
  case gitlabCSV = "gitlab-csv"

  /// What people call such a file.
  package var title: String {
    switch self {
    case .gangway: "Gangway JSON Lines"
    case .jiraJSON: "Jira JSON"
    case .jiraCSV: "Jira CSV"
    case .githubCLI: "gh issue list --json"
    case .githubREST: "GitHub REST issues"
    case .linearCSV: "Linear CSV"
    case .gitlabCSV: "GitLab CSV"
    }
  }
}
