import Foundation

/// What a process cost.
struct ChildUsage {
  /// Processor time of user and system, in microseconds.
  let cpu: Int

  /// The largest resident size, in bytes.
  let memory: Int
}

/// A process that is run to its end, for what it costs.
enum Child {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a program with what it prints thrown away.
  ///
  /// - Throws: ``Failure`` if it cannot be started or ends with another code than 0.
  static func run(_ program: String, _ arguments: [String]) throws -> ChildUsage {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)

    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }

    var child: pid_t = 0
    let code = posix_spawn(&child, program, &actions, nil, words, variables)
    guard code == 0 else { throw Failure(description: "\(program): \(String(cString: strerror(code)))") }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw Failure(description: "\(program): \(String(cString: strerror(errno)))") }
    }
    guard status == 0 else {
      let line = ([program] + arguments).joined(separator: " ")
      throw Failure(description: "“\(line)” ended with \(status >> 8) (signal \(status & 0x7F))")
    }
    #if canImport(Darwin)
      let memory = usage.ru_maxrss
    #else
      let memory = usage.ru_maxrss * 1_024
    #endif
    return ChildUsage(cpu: microseconds(usage.ru_utime) + microseconds(usage.ru_stime), memory: memory)
  }

  private static func microseconds(_ time: timeval) -> Int {
    Int(time.tv_sec) * 1_000_000 + Int(time.tv_usec)
  }
}
