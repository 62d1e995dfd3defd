import Foundation
import Testing

@Suite struct `Completion scripts` {
  @Test(arguments: ["bash", "zsh", "fish"]) func `name the commands, and open no store`(shell: String) throws {
    let place = try Place()
    let ran = try place.run("--generate-completion-script", shell)
    #expect(ran.code == 0)
    for command in ["chat", "ask", "parse", "import", "export", "doctor"] {
      #expect(ran.output.contains(command))
    }
    #expect(!ran.output.contains("---completion"), "nothing asks the program while somebody types")
    #expect(!FileManager.default.fileExists(atPath: place.path("store.db")))
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")),
    arguments: [
      ("gangway do", "doctor"), ("gangway ask --color ''", "always"), ("gangway import --format jira-c", "jira-csv"),
      ("gangway ask --pri", "--private"),
    ]) func `complete in bash`(typed: String, expected: String) throws
  {
    let place = try Place()
    try place.write(try place.run("--generate-completion-script", "bash").output, to: "script")
    try place.write(
      """
      . "$1"; eval "COMP_WORDS=($2)"
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      _gangway gangway "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      for reply in "${COMPREPLY[@]}"; do [ "$reply" = "$3" ] && exit 0; done
      exit 1
      """, to: "complete")
    let quoted = typed.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    let command = "bash \(place.path("complete")) \(place.path("script")) '\(quoted)' '\(expected)'"
    #expect(try place.shell(command) == 0)
  }
}
