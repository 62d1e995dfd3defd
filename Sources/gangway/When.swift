import ArgumentParser
import Assistant
import Interchange
import Language
import Prompts
import Times

/// Says what words of time mean, or lists the times of a rule; nothing is changed and no store is needed.
struct When: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Words.Commands.When.abstract)

  @OptionGroup var options: GlobalOptions

  @Option(name: .long, help: ArgumentHelp(Words.Commands.When.rule, valueName: "rule"))
  var rule: String?

  @Option(name: .long, help: ArgumentHelp(Words.Commands.When.start, valueName: "time"))
  var start: String?

  @Option(name: .long, help: ArgumentHelp(Words.Commands.When.count, valueName: "number"))
  var count: Int?

  @Argument(help: ArgumentHelp(Words.Commands.When.text))
  var text: [String] = []

  func run() throws {
    let session = try Session(options.settings)
    let occasion = try Occasion(session: session)
    if let rule { return try list(rule, occasion) }
    guard start == nil, count == nil else { throw Failure.usage(Words.Commands.When.needsRule) }
    guard text.isEmpty else { return try show(text.joined(separator: " "), occasion) }
    while let line = readLine(strippingNewline: true) {
      let (text, ref) = try When.input(line)
      try show(text, ref.map { ref throws(Failure) in try occasion.moved(to: ref) } ?? occasion)
    }
  }

  /// A line of standard input: plain text, or an object with `text` and perhaps `ref`.
  private static func input(_ line: String) throws -> (text: String, ref: String?) {
    guard line.utf8.first == UInt8(ascii: "{"), let object = try? JSONReader.value(of: line).object,
      let text = object["text"]?.text
    else { return (line, nil) }
    return (text, object["ref"]?.text)
  }

  private func show(_ text: String, _ occasion: Occasion) throws {
    let reader = TimePhraseReader(policy: occasion.habits.policy)
    let reading = reader.readWhole(
      text, now: occasion.now, zone: occasion.zone, calendar: occasion.habits.calendar)
    if options.json {
      Streams.print(JSON.object(TimeJSON.object(of: reading, in: text)).description)
    } else {
      let wording = TimeReadingWording(now: occasion.now, zone: occasion.zone, calendar: occasion.habits.calendar)
      Streams.print(wording.lines(of: reading).joined(separator: "\n"))
    }
  }

  /// The times of a rule from its start on, one a line.
  private func list(_ text: String, _ occasion: Occasion) throws {
    let rule = try When.rule(text)
    let begin = try start.map { start throws(Failure) in try occasion.moved(to: start) } ?? occasion
    let count = self.count ?? rule.count ?? 10
    guard count >= 0 else { throw Failure.usage(Words.Commands.When.negative) }
    let series = Series(rule, start: begin.zone.local(at: begin.now))
    for moment in series.times(in: begin.zone, calendar: occasion.habits.calendar).prefix(count) {
      let line = moment.description
      Streams.print(options.json ? JSON.object(["start": .string(line)]).description : line)
    }
  }

  private static func rule(_ text: String) throws(Failure) -> RecurrenceRule {
    do throws(RecurrenceError) {
      return try RecurrenceRule(text)
    } catch {
      throw Failure.usage(sentence(for: error))
    }
  }

  private static func sentence(for error: RecurrenceError) -> String {
    typealias Wrong = Words.Commands.When.Wrong
    return switch error {
    case .noFrequency: Wrong.noFrequency
    case .malformed(let part): Wrong.malformed(part: part)
    case .unknown(let part): Wrong.unknown(part: part)
    case .twice(let part): Wrong.twice(part: part)
    case .outOfRange(let part, let value): Wrong.outOfRange(part: part, value: value)
    case .tooLong: Wrong.tooLong
    }
  }
}
