#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Zone {
  /// Opens a zone of the system's database, or reads an offset such as `+02:00`.
  ///
  /// - Parameters:
  ///   - name: A name such as `Europe/London`, `UTC`, `Z`, or an offset as `±hh:mm`.
  ///   - environment: The process's variables, of which `TZDIR` is used.
  /// - Throws: ``ZoneError`` when the name is unknown, unfit, or its file damaged.
  package init(named name: String, environment: [String: String] = [:]) throws(ZoneError) {
    switch name {
    case "UTC", "Etc/UTC", "Z", "GMT":
      self.init(name: name == "Z" ? "UTC" : name, table: nil, rule: PosixRule(offset: 0))
      return
    default: break
    }
    if let offset = Zone.offset(named: name) {
      self.init(offset: offset)
      return
    }
    guard Zone.isName(name) else { throw .notAName(name) }
    for directory in Zone.directories(environment) {
      guard let bytes = contents(ofFile: "\(directory)/\(name)"), bytes.starts(with: "TZif".utf8) else { continue }
      try self.init(name: name, contents: bytes)
      return
    }
    throw .unknown(name)
  }

  /// The zone that the process runs in: `TZ` when set, else the system's, else UTC.
  ///
  /// `TZ` may hold a name, with or without a leading colon, the path of a zone's file, or a POSIX rule; an empty or
  /// unreadable one means UTC, as the C library has it.
  package static func system(environment: [String: String]) -> Zone {
    if let variable = environment["TZ"] {
      let name = variable.hasPrefix(":") ? String(variable.dropFirst()) : variable
      if let zone = try? Zone(named: name, environment: environment) { return zone }
      if name.hasPrefix("/") { return Zone(file: name) ?? .utc }
      return PosixRule(name.utf8).map { Zone(name: name, table: nil, rule: $0) } ?? .utc
    }
    return Zone(file: "/etc/localtime") ?? .utc
  }

  /// Makes a zone from the bytes of a TZif file.
  ///
  /// - Throws: ``ZoneError/damaged(_:)``.
  package init(name: String, contents: [UInt8]) throws(ZoneError) {
    let table = try TransitionTable(contents, name: name)
    if table.footer.isEmpty {
      self.init(name: name, table: table, rule: PosixRule(offset: table.lastOffset))
    } else {
      guard let rule = PosixRule(table.footer) else { throw .damaged(name) }
      self.init(name: name, table: table, rule: rule)
    }
  }

  private init?(file: String) {
    guard let bytes = contents(ofFile: file) else { return nil }
    var name = file
    if let resolved = realpath(file, nil) {
      name = String(cString: resolved)
      free(resolved)
    }
    for directory in Zone.directories([:]) + ["zoneinfo"] {
      guard let range = name.firstRange(of: "\(directory)/") else { continue }
      name = String(name[range.upperBound...])
      break
    }
    try? self.init(name: name, contents: bytes)
  }

  private static func directories(_ environment: [String: String]) -> [String] {
    let usual = ["/usr/share/zoneinfo", "/var/db/timezone/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo"]
    guard let own = environment["TZDIR"], own.hasPrefix("/") else { return usual }
    return [own] + usual
  }

  private static func isName(_ name: String) -> Bool {
    guard (1...64).contains(name.utf8.count) else { return false }
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      guard let first = part.first, (65...90).contains(first) || (97...122).contains(first) else { return false }
      return part.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "+-_".utf8.contains(byte)
      }
    }
  }

  private static func offset(named name: String) -> Int? {
    guard name.utf8.count == 6, name.hasPrefix("+") || name.hasPrefix("-") else { return nil }
    return Moment("1970-01-02T00:00:00\(name)")?.offset
  }
}

/// Reads a file of at most a megabyte, far more than any zone needs.
private func contents(ofFile path: String) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var isComplete = false
  while !isComplete, bytes.count < 1 << 20 {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 8_192))
    let count = bytes.withUnsafeMutableBytes { buffer in
      read(descriptor, buffer.baseAddress.map { $0 + start }, 8_192)
    }
    guard count >= 0 else { return nil }
    bytes.removeLast(8_192 - count)
    isComplete = count == 0
  }
  return bytes
}
