#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The file of a store on disk, which only its owner may read.
struct StoreFile {
  let path: String

  /// Makes the directory (0700) and an empty file (0600) where there is none.
  ///
  /// SQLite gives the files beside it (`-wal`, `-shm`) the rights of the file itself.
  func create() throws(StoreError) {
    if access(path, F_OK) == 0 { return }
    try createDirectories()
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode_t(0o600))
    guard descriptor >= 0 else { throw failure() }
    close(descriptor)
  }

  private func createDirectories() throws(StoreError) {
    var end = path.startIndex
    while let slash = path[end...].dropFirst().firstIndex(of: "/") {
      end = slash
      let directory = String(path[..<slash])
      guard access(directory, F_OK) != 0 else { continue }
      guard mkdir(directory, mode_t(0o700)) == 0 || errno == EEXIST else { throw failure() }
    }
  }

  private func failure() -> StoreError {
    switch errno {
    case EROFS: .readOnly(path: path)
    case ENOSPC: .full(path: path)
    default: .cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
  }
}
