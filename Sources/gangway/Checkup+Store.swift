import Foundation
import Prompts
import Store

extension Checkup {
  /// Looks at the store; what cannot be opened is told and left as it is.
  ///
  /// - Returns: The store, if it can be read, and what was found.
  func storeChecks() -> (store: Store?, checks: [Check]) {
    let path = session.storePath.path
    guard Store.exists(at: path) else { return (nil, [.info(Text.store, Text.storeAbsent(path: path))]) }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      return (nil, [.fix(Text.store, Text.storeFolder(path: path))])
    }
    guard FileManager.default.isReadableFile(atPath: path), FileManager.default.isWritableFile(atPath: path) else {
      let command = "chmod 600 \(CommandLineText.quoted(path))"
      return (nil, [.fix(Text.store, Text.storeUnreadable(path: path), run: command)])
    }
    // To open it would make a store of it.
    if size(of: path) == 0 { return (nil, [.info(Text.store, Text.storeEmpty(path: path))]) }
    var options = Session.storeOptions
    options.patience = Checkup.patience
    do {
      let store = try Store.open(at: path, options: options)
      return (
        store, [try health(of: store, at: path)] + rights(of: path) + [try layout(of: store), writing(to: store)]
      )
    } catch StoreError.notAStore {
      // The rights of somebody else's file are nothing to change.
      return (nil, [.fix(Text.store, StoreError.notAStore(path: path).description)])
    } catch {
      return (nil, [failure(error, at: path)] + rights(of: path))
    }
  }

  /// For so many seconds another process may write before somebody is told of it.
  private static let patience = 0.5

  private func health(of store: Store, at path: String) throws -> Check {
    if let damage = try store.damage() { return damaged(path, what: damage) }
    let records = try store.read { snapshot in try snapshot.counts() }.values.reduce(0, +)
    let size = "\((size(of: path) + 1_023) / 1_024) KiB"
    return .ok(Text.store, Text.storeFine(path: path, size: size, records: records))
  }

  private func size(of path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }

  private func failure(_ error: any Error, at path: String) -> Check {
    switch error {
    case StoreError.damaged(_, let reason): damaged(path, what: reason)
    case StoreError.busy: busy(path)
    default: .fix(Text.store, Checkup.sentence(about: error))
    }
  }

  private func damaged(_ path: String, what: String) -> Check {
    let store = CommandLineText.quoted(path)
    let lines = CommandLineText.quoted(path + ".jsonl")
    let saved = CommandLineText.quoted(path + ".new")
    return .fix(
      Text.store, Text.storeDamaged(path: path, what: what),
      run: "gangway export --store \(store) >\(lines); gangway import --store \(saved) \(lines)")
  }

  private func busy(_ path: String) -> Check {
    .fix(Text.writing, Text.writingBusy(path: path), run: "fuser -v \(CommandLineText.quoted(path))")
  }

  private func rights(of path: String) -> [Check] {
    var checks: [Check] = []
    for path in [path, path + "-wal", path + "-shm"] {
      guard let mode = mode(of: path), mode & 0o077 != 0 else { continue }
      let command = "chmod 600 \(CommandLineText.quoted(path))"
      checks.append(.fix(Text.rights, Text.rightsOpen(path: path, mode: octal(mode)), run: command))
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard let file = mode(of: path), let mode = mode(of: folder) else { return checks }
    if mode & 0o077 != 0, !session.storePath.isNamed {
      let command = "chmod 700 \(CommandLineText.quoted(folder))"
      checks.append(.fix(Text.rights, Text.rightsOpen(path: folder, mode: octal(mode)), run: command))
    }
    guard checks.isEmpty else { return checks }
    // A folder that somebody chose may hold other things as well, and be meant for others.
    if mode & 0o077 != 0 {
      return [.info(Text.rights, Text.rightsShared(file: octal(file), path: folder, folder: octal(mode)))]
    }
    return [.ok(Text.rights, Text.rightsFine(file: octal(file), folder: octal(mode)))]
  }

  private func layout(of store: Store) throws -> Check {
    let layout = try store.layout()
    if layout.journal == "wal" {
      return .ok(Text.layout, Text.layoutFine(version: layout.version, journal: layout.journal))
    }
    return .info(Text.layout, Text.layoutJournal(version: layout.version, journal: layout.journal))
  }

  private func writing(to store: Store) -> Check {
    do {
      try store.tryWriting()
      return .ok(Text.writing, Text.writingFine)
    } catch StoreError.busy {
      return busy(store.path)
    } catch {
      return .fix(Text.writing, Checkup.sentence(about: error))
    }
  }
}
