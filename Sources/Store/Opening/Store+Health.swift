#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Store {
  /// Whether a file stands at a path; it need not be a store.
  package static func exists(at path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// What SQLite finds wrong with the file, or nothing.
  ///
  /// - Throws: ``StoreError`` when the file cannot be read at all.
  /// - Complexity: O(*n*) in the size of the file.
  package func damage() throws -> String? {
    try read { snapshot in
      let statement = try Prepared("PRAGMA quick_check(1)", in: snapshot.database)
      let findings = try statement.rows { $0.text() }
      return findings == ["ok"] ? nil : findings.joined(separator: "; ")
    }
  }
}
