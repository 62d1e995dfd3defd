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
    .enabled(if: Shell.path("bash") != nil, "bash is not installed"), arguments: Completion.all
  ) func `complete in bash`(completion: Completion) throws {
    let place = try Place()
    try place.write(try place.run("--generate-completion-script", "bash").output, to: "script")
    try place.write(
      """
      . "$1"; COMP_WORDS=($2); [ "${2% }" = "$2" ] || COMP_WORDS+=("")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      _gangway gangway "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      for reply in "${COMPREPLY[@]}"; do [ "$reply" = "$3" ] && exit 0; done
      exit 1
      """, to: "complete")
    let words = "'\(completion.typed)' '\(completion.word)'"
    #expect(try place.shell("bash \(place.path("complete")) \(place.path("script")) \(words)") == 0)
  }

  @Test(
    .enabled(if: Shell.path("fish") != nil, "fish is not installed"), arguments: Completion.all
  ) func `complete in fish`(completion: Completion) throws {
    let place = try Place()
    try place.write(try place.run("--generate-completion-script", "fish").output, to: "script")
    let command = "source \(place.path("script")); complete -C '\(completion.typed)'"
    // Each line is a word, and behind a tab what it is for.
    try place.write("fish --no-config -c \"$1\" | cut -f 1 | grep -qxe \"$2\"\n", to: "complete")
    #expect(try place.shell("sh \(place.path("complete")) \"\(command)\" '\(completion.word)'") == 0)
  }

  @Test(
    .enabled(if: Shell.path("zsh") != nil, "zsh is not installed"), arguments: ["zsh"]
  ) func `are sound for the parser of zsh, which is tried at a terminal`(shell: String) throws {
    let place = try Place()
    try place.write(try place.run("--generate-completion-script", shell).output, to: "_gangway")
    #expect(try place.shell("zsh -n \(place.path("_gangway"))") == 0)
  }
}

/// What somebody types into a shell, and one of the words that it is completed to.
struct Completion: Sendable {
  let typed: String
  let word: String

  init(_ typed: String, _ word: String) {
    self.typed = typed
    self.word = word
  }

  static let all = [
    Completion("gangway do", "doctor"), Completion("gangway ask --color ", "always"),
    Completion("gangway import --format jira-c", "jira-csv"), Completion("gangway ask --priv", "--private"),
    Completion("gangway chat --no-i", "--no-input"),
  ]
}

/// A shell that completion scripts can be tried in.
enum Shell {
  static let folders = ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]

  /// Where it is here, if it is.
  static func path(_ name: String) -> String? {
    folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
