import Assistant
import Delivery
import Foundation
import Prompts
import Store
import Times

/// Looks at the store, the terminal, the settings and what else Gangway needs.
struct Checkup {
  let session: Session
  typealias Text = Words.Commands.Doctor

  var surroundings: Surroundings { session.surroundings }

  func checks() -> [Check] {
    let (store, checks) = storeChecks()
    return [.info(Text.version, Gangway.version)] + checks + configuration + variables + clock(of: store)
      + [zone] + [speaker(in: store)] + [terminal, locale, readline, inputrc, pager, editor, clipboard, colour]
      + [.info(Text.licence, Text.licenceText)]
  }

  // MARK: Settings

  private var configuration: [Check] {
    let path = session.configurationPath
    let edit = "\"${VISUAL:-${EDITOR:-vi}}\""
    var checks = session.configuration.problems.map { problem in
      let place = problem.line.map { " +\($0)" } ?? ""
      let isThere = FileManager.default.fileExists(atPath: path)
      let unreadable = isThere ? "chmod u+r \(CommandLineText.quoted(path))" : nil
      return Check.fix(
        Text.config, problem.sentence,
        run: problem.line == nil ? unreadable : "\(edit)\(place) \(CommandLineText.quoted(path))")
    }
    if let mode = mode(of: path), mode & 0o022 != 0 {
      checks.append(
        .fix(
          Text.config, Text.configOpen(path: path, mode: octal(mode)),
          run: "chmod 600 \(CommandLineText.quoted(path))"))
    }
    guard checks.isEmpty else { return checks }
    guard FileManager.default.fileExists(atPath: path) else {
      return [.info(Text.config, Text.configAbsent(path: path))]
    }
    let names = session.configuration.named.map(\.rawValue).joined(separator: ", ")
    return [.ok(Text.config, names.isEmpty ? Text.configEmpty(path: path) : Text.configFine(path: path, names: names))]
  }

  private var variables: [Check] {
    session.wrongVariables.map { .fix(Text.variable, $0.sentence, run: "unset \($0.name)") }
  }

  // MARK: Time

  private func clock(of store: Store?) -> [Check] {
    let workspace = try? store?.read { snapshot in try snapshot.workspace() }
    let zone = (try? session.zone(workspace: workspace)) ?? .utc
    do throws(Failure) {
      let named = try session.namedNow()
      let now = named ?? workspace?.now ?? Session.clock()
      let moment = TimeWording(now: now, zone: zone).moment(now)
      if named != nil { return [.info(Text.now, Text.nowNamed(moment: moment))] }
      if workspace?.now != nil { return [.info(Text.now, Text.sampleNow(moment: moment))] }
      if now < Checkup.earliest {
        return [.fix(Text.now, Text.nowEarly(moment: moment), run: "sudo timedatectl set-ntp true")]
      }
      return [.ok(Text.now, moment)]
    } catch {
      return [
        .fix(Text.now, error.message, run: session.settings.now == nil ? "unset GANGWAY_NOW" : nil)
      ]
    }
  }

  /// The first of January 2026: a clock before it was never set.
  private static let earliest = Instant(seconds: 1_767_225_600)

  private var zone: Check {
    do throws(Failure) {
      let zone = try session.zone()
      // What cannot be read as a zone means UTC without a word, as in the C library.
      if session.settings.zone == nil, zone == .utc, let name = surroundings["TZ"], !Checkup.meansUTC(name) {
        return .fix(Text.zone, Text.zoneUnknown(name: name), run: "export TZ=Europe/London")
      }
      return .ok(Text.zone, zone.name)
    } catch {
      return .fix(Text.zone, error.message, run: "timedatectl list-timezones")
    }
  }

  private static func meansUTC(_ name: String) -> Bool {
    let name = name.hasPrefix(":") ? String(name.dropFirst()) : name
    return (try? Zone(named: name)) != nil || ["UTC", "GMT"].contains { name.hasPrefix($0) } || name.hasPrefix("/")
  }

  // MARK: People

  private func speaker(in store: Store?) -> Check {
    guard let store else {
      guard let named = session.namedSpeaker else { return .info(Text.speaker, Text.nobody) }
      return .info(Text.speaker, Text.speakerLater(name: named))
    }
    do {
      guard let speaker = try session.speaker(in: store) else { return .info(Text.speaker, Text.nobody) }
      let name = try store.read { snapshot in try snapshot.person(speaker)?.name }
      return .ok(Text.speaker, name ?? speaker.text)
    } catch {
      return .fix(Text.speaker, Checkup.sentence(about: error))
    }
  }

  static func sentence(about error: any Error) -> String {
    if let failure = error as? Failure { return failure.message }
    return "\(error)"
  }

  // MARK: Files

  /// The rights of a file or folder, if it is there and can be looked at.
  func mode(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }

  func octal(_ mode: Int) -> String {
    let digits = String(mode & 0o7777, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
