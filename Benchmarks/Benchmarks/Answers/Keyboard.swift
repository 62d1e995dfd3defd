import Foundation

/// A chat at a pseudo-terminal whose keys are typed one by one.
final class Keyboard {
  private let terminal: Int32
  private let process: pid_t
  private static let patience: Int32 = 20_000

  /// Opens a chat on a store and waits for its first prompt.
  ///
  /// - Throws: ``Child/Failure`` when it cannot be started or never prompts.
  init(_ program: String, store: String) throws {
    var end: Int32 = -1
    var other: Int32 = -1
    var size = winsize(ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&end, &other, nil, nil, &size) == 0 else { throw Child.Failure(description: "no pseudo-terminal") }
    terminal = end
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream: Int32 in 0...2 { posix_spawn_file_actions_adddup2(&actions, other, stream) }
    posix_spawn_file_actions_addclose(&actions, end)
    let words = [program, "chat", "--store", store].map { strdup($0) } + [nil]
    let variables =
      ["TERM=xterm-256color", "LANG=C.UTF-8", "INPUTRC=/dev/null", "HOME=/nonexistent", "PATH=/usr/bin:/bin"]
      .map { strdup($0) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var child: pid_t = 0
    guard posix_spawn(&child, program, &actions, nil, words, variables) == 0 else {
      throw Child.Failure(description: "\(program) could not be started at a terminal")
    }
    close(other)
    process = child
    try wait(for: "> ")
    settle()
  }

  deinit {
    kill(process, SIGTERM)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(terminal)
  }

  /// Types keys and waits for a text: how long that took, in microseconds.
  func type(_ keys: String, waitingFor text: String) throws -> Int {
    let clock = ContinuousClock()
    let start = clock.now
    press(keys)
    try wait(for: text)
    let taken = clock.now - start
    return Int(taken.components.seconds * 1_000_000 + taken.components.attoseconds / 1_000_000_000_000)
  }

  func press(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = bytes.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
  }

  /// Takes what is still being shown.
  func settle() {
    while read(within: 30) != nil {}
  }

  private func wait(for text: String) throws {
    var shown: [UInt8] = []
    while !String(decoding: shown, as: UTF8.self).contains(text) {
      guard let more = read(within: Keyboard.patience) else {
        throw Child.Failure(description: "“\(text)” was never shown")
      }
      shown += more
    }
  }

  private func read(within milliseconds: Int32) -> [UInt8]? {
    var place = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&place, 1, milliseconds) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = buffer.withUnsafeMutableBytes { bytes in
      #if canImport(Darwin)
        Darwin.read(terminal, bytes.baseAddress, bytes.count)
      #else
        Glibc.read(terminal, bytes.baseAddress, bytes.count)
      #endif
    }
    return count > 0 ? Array(buffer[..<count]) : nil
  }
}
