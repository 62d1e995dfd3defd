import ArgumentParser
import Assistant
import Delivery
import Foundation
import Interchange
import Prompts
import Store
import Times

/// Checks what Gangway needs, and says what to do about what is missing.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Words.Commands.Doctor.abstract)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options.settings)
    let checks = try Checkup(session: session).checks()
    if options.json {
      for check in checks { Streams.print(JSON.object(check.object).description) }
    } else {
      let facts = checks.map { Fact($0.name, Words.Commands.Doctor.check(state: $0.state.words, finding: $0.finding)) }
      Streams.print(TextRenderer(style: session.style).text(of: [.facts(facts)]))
    }
    if checks.contains(where: { $0.state == .fix }) { throw ExitCode(1) }
  }
}

/// One thing that was looked at.
struct Check: Equatable {
  let name: String
  let state: State
  let finding: String

  enum State: String, Equatable {
    case ok, fix, info

    var words: String {
      switch self {
      case .ok: Words.Commands.Doctor.ok
      case .fix: Words.Commands.Doctor.fix
      case .info: Words.Commands.Doctor.info
      }
    }
  }

  var object: JSON.Object {
    ["check": .string(name), "state": .string(state.rawValue), "finding": .string(finding)]
  }
}

/// Looks at the store, the terminal and the settings.
struct Checkup {
  let session: Session
  typealias Text = Words.Commands.Doctor

  init(session: Session) {
    self.session = session
  }

  func checks() throws -> [Check] {
    var checks = [
      Check(name: Text.version, state: .info, finding: Gangway.version),
      Check(name: Text.licence, state: .info, finding: Text.licenceText),
    ]
    checks += try storeChecks()
    checks += [locale, terminal, configuration]
    checks.append(Check(name: Text.zone, state: .ok, finding: try session.zone().name))
    return checks
  }

  private func storeChecks() throws -> [Check] {
    let path = session.storePath.path
    guard Store.exists(at: path) else {
      return [Check(name: Text.store, state: .info, finding: Text.storeAbsent(path: path))]
    }
    let store: Store
    do {
      store = try session.openStore()
    } catch let error as StoreError {
      return [Check(name: Text.store, state: .fix, finding: error.description)]
    }
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
    let octal = String(mode, radix: 8)
    var checks: [Check] = []
    if mode & 0o077 != 0 {
      checks.append(Check(name: Text.store, state: .fix, finding: Text.storeMode(path: path, mode: octal)))
    }
    if let damage = try store.damage() {
      checks.append(Check(name: Text.store, state: .fix, finding: Text.storeDamaged(what: damage)))
    }
    let (counts, workspace) = try store.read { snapshot in (try snapshot.counts(), try snapshot.workspace()) }
    if checks.isEmpty {
      let finding = Text.storeFine(
        path: path, size: "\((size + 1_023) / 1_024) KiB", records: counts.values.reduce(0, +), mode: octal)
      checks.append(Check(name: Text.store, state: .ok, finding: finding))
    }
    let now = try session.now(workspace: workspace)
    let moment = TimeWording(now: now, zone: try session.zone(workspace: workspace)).moment(now)
    let isSample = try session.namedNow() == nil && workspace?.now != nil
    checks.append(
      Check(name: Text.now, state: isSample ? .info : .ok, finding: isSample ? Text.sampleNow(moment: moment) : moment))
    if let speaker = try session.speaker(in: store) {
      let name = try store.read { snapshot in try snapshot.person(speaker)?.name }
      checks.append(Check(name: Text.speaker, state: .ok, finding: name ?? speaker.text))
    } else {
      checks.append(Check(name: Text.speaker, state: .info, finding: Text.nobody))
    }
    return checks
  }

  private var locale: Check {
    let surroundings = session.surroundings
    let name = surroundings["LC_ALL"] ?? surroundings["LC_CTYPE"] ?? surroundings["LANG"] ?? "C"
    let isUTF8 = name.lowercased().contains("utf-8") || name.lowercased().contains("utf8")
    return Check(
      name: Text.locale, state: isUTF8 ? .ok : .info,
      finding: isUTF8 ? Text.localeFine(name: name) : Text.localeNotUTF8(name: name))
  }

  private var terminal: Check {
    guard session.surroundings.outputIsTerminal else {
      return Check(name: Text.terminal, state: .info, finding: Text.noTerminal)
    }
    return Check(
      name: Text.terminal, state: .ok,
      finding: Text.terminalFine(name: session.surroundings["TERM"] ?? "?", width: session.surroundings.width))
  }

  private var configuration: Check {
    let path = session.configurationPath
    let exists = FileManager.default.fileExists(atPath: path)
    return Check(
      name: Text.config, state: exists ? .ok : .info,
      finding: exists ? Text.configFine(path: path) : Text.configAbsent(path: path))
  }
}
