import Assistant
import Foundation
import Prompts
import Terminal
import Times

/// Helps with a line while it is typed: what it can become, and what has to be said meanwhile.
///
/// A store that fails here fails silently: the line itself will say so once it is asked.
final class ChatHelper: LineHelper {
  private let session: Session
  private var talk: Talk
  /// Lines said before, the newest first.
  private var history: [String]
  private var asked = Standing.Asked.nothing
  private var style: Style
  private var told: Set<String> = []
  private var looked: Instant

  /// Takes the lines said before, the oldest first.
  init(session: Session, talk: Talk, history: [String]) {
    self.session = session
    self.talk = talk
    style = session.style
    self.history = history.reversed()
    looked = talk.now
    // The first words of the chat count what is due already.
    told = (try? talk.notices(since: looked, told: []))?.reduce(into: []) { $0.formUnion($1.ids) } ?? []
  }

  private var isAsking: Bool { asked != .nothing }

  /// Takes note of who speaks now and what was asked: a hint would only be in the way of an answer.
  func attend(to talk: Talk, asked: Standing.Asked, style: Style) {
    self.talk = talk
    self.asked = asked
    self.style = style
  }

  func remember(_ line: String) {
    if history.first != line { history.insert(line, at: 0) }
  }

  func completions(of text: String) -> [Completion] {
    let files = PathCompletion(home: session.surroundings.home)
    if asked == .file { return files.paths(of: text).map(Completion.init(line:)) }
    let paths = files.lines(of: text)
    return (paths + ((try? talk.completions(of: text)) ?? []).filter { !paths.contains($0) }).map(
      Completion.init(line:))
  }

  func hint(for line: String) -> String? {
    guard session.givesHints, !isAsking, !style.isPlain else { return nil }
    return (try? talk.hint(for: line, history: history)).flatMap(\.self)
  }

  func listing(of completions: [String], columns: Int) -> String {
    CompletionListing(completions, width: style.width).text
  }

  /// Each reminder once: those that came up since the last look, and those that others made meanwhile.
  func news() -> [String] {
    // While somebody is asked, what comes up waits for the next look.
    guard !isAsking, let notices = try? talk.notices(since: looked, told: told) else { return [] }
    looked = talk.now
    for notice in notices { told.formUnion(notice.ids) }
    return notices.map { TextRenderer(style: style).text(ofNotice: $0.text) }
  }

  func edited(_ line: String) -> String? {
    let environment = session.surroundings.environment
    let name = session.surroundings["VISUAL"] ?? session.surroundings["EDITOR"] ?? "vi"
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("gangway-\(UUID().uuidString).txt").path
    let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
    guard FileManager.default.createFile(atPath: path, contents: Data(line.utf8), attributes: attributes) else {
      return nil
    }
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard OtherProgram.run(name.split(separator: " ").map(String.init) + [path], environment: environment) == 0,
      let data = FileManager.default.contents(atPath: path)
    else { return nil }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}
