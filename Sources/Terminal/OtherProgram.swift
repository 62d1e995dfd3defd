#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Another program that runs while Gangway waits.
package enum OtherProgram {
  /// Runs a program that is found in PATH.
  ///
  /// - Parameters:
  ///   - words: Its name and its arguments.
  ///   - input: What it reads; its own terminal when nothing.
  ///   - environment: The variables that it starts with, and in which its name is looked for.
  /// - Returns: What it exited with; less than zero when it could not be started or a signal ended it.
  package static func run(_ words: [String], input: String? = nil, environment: [String: String]) -> Int32 {
    guard let name = words.first, let path = path(of: name, environment: environment) else { return -1 }
    var ends: [Int32] = [-1, -1]
    if input != nil {
      guard pipe(&ends) == 0 else { return -1 }
      // Nobody who is started later may keep it open.
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    guard let process = start(path, words, environment: environment, reading: ends[0], isQuiet: input != nil) else {
      for end in ends where end >= 0 { close(end) }
      return -1
    }
    if let input {
      close(ends[0])
      feed(input, to: ends[1])
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
  }

  private static func path(of name: String, environment: [String: String]) -> String? {
    if name.contains("/") { return access(name, X_OK) == 0 ? name : nil }
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  private static func start(
    _ path: String, _ words: [String], environment: [String: String], reading input: Int32, isQuiet: Bool
  ) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if input >= 0 { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    if isQuiet { posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) }
    var process: pid_t = 0
    let started = withStrings(words) { words in
      withStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
        posix_spawn(&process, path, &actions, nil, words, environment)
      }
    }
    return started == 0 ? process : nil
  }

  /// Writes everything, or as much as the reader wants: one that leaves early must not end Gangway.
  private static func feed(_ text: String, to end: Int32) {
    let before = signal(SIGPIPE, SIG_IGN)
    defer { _ = signal(SIGPIPE, before) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(end, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { break }
      bytes = bytes.dropFirst(written)
    }
    close(end)
  }

  private static func withStrings<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = texts.map { strdup($0) as UnsafeMutablePointer<CChar>? }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
