#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Workspace {
  /// Writes the workspace as a file of JSON lines.
  ///
  /// - Throws: The file system's error.
  public func write(to file: URL) throws {
    var data = Data()
    data.reserveCapacity(itemCount * 640)
    forEachLine { line in
      data.append(contentsOf: line.utf8)
      data.append(UInt8(ascii: "\n"))
    }
    try data.write(to: file)
  }
}
