import Foundation
import Prompts

/// The files and folders that a path which is being typed can become.
struct PathCompletion {
  let home: String

  /// Whole lines for the start of a line that names a file to import; none for other lines.
  func lines(of text: String) -> [String] {
    let lower = text.lowercased()
    guard let start = Words.Completion.files.filter({ lower.hasPrefix($0 + " ") }).max(by: { $0.count < $1.count })
    else { return [] }
    let command = text.prefix(start.count + 1)
    return paths(of: String(text.dropFirst(command.count))).map { command + $0 }
  }

  /// What stands in the folder that a path names so far, and begins as its last part does; folders end with a slash.
  ///
  /// Hidden files show only when their dot was typed.
  func paths(of typed: String) -> [String] {
    let folder = typed.lastIndex(of: "/").map { typed[...$0] } ?? ""
    let start = typed[folder.endIndex...]
    let place = folder.hasPrefix("~/") ? home + folder.dropFirst() : folder.isEmpty ? "." : String(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    return names.filter { $0.hasPrefix(start) && (!$0.hasPrefix(".") || start.hasPrefix(".")) }.sorted().map { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(place)/\(name)", isDirectory: &isFolder)
      return folder + name + (isFolder.boolValue ? "/" : "")
    }
  }
}
