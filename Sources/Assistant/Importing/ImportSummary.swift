import Delivery
package import Interchange
import Prompts
package import Store
package import Trackers

/// What an import read and what it changed, as facts, as text and as JSON.
package struct ImportSummary: Sendable {
  package let name: String
  package let report: Report
  package let result: ImportReport
  package let isDryRun: Bool

  /// The report as the object that `import --json` prints.
  package var object: JSON.Object {
    var object: JSON.Object = [
      "file": .string(name), "format": .string(report.format.rawValue), "records": .integer(report.records),
      "items": .integer(report.items), "people": .integer(report.people),
      "dependencies": .integer(report.dependencies), "outside": .integer(report.outside),
      "created": .integer(created), "updated": .integer(updated),
      "unchanged": .integer(unchanged), "closed": .integer(result.closed.count),
      "skipped": .array(
        report.skipped.map { skipped in
          .object(["where": .string(skipped.place.description), "why": .string(skipped.reason.words)])
        }),
      "warnings": .strings(warnings),
    ]
    if isDryRun { object["dry_run"] = .bool(true) }
    return object
  }

  private var created: Int { result.created.values.reduce(0, +) }
  private var updated: Int { result.updated.values.reduce(0, +) }
  private var unchanged: Int { result.unchanged.values.reduce(0, +) }

  package var warnings: [String] {
    var warnings = report.warnings.map(\.words)
    if !result.closed.isEmpty {
      let keys = result.closed.prefix(8).map(\.key).joined(separator: ", ") + (result.closed.count > 8 ? " …" : "")
      warnings.append(Words.Commands.Import.closed(count: result.closed.count, keys: keys))
    }
    warnings += result.renumbered.map {
      Words.Commands.Import.renumbered(kind: $0.record.kind.rawValue, was: $0.from, number: $0.to)
    }
    return warnings.map(PrintableText.line)
  }

  /// The report as text, without a last line break.
  package func text(style: Style) -> String {
    let renderer = TextRenderer(style: style)
    var body: [Block] = [
      .facts([
        Fact(Words.Commands.Import.Table.items, "\(report.items)"),
        Fact(Words.Commands.Import.Table.people, "\(report.people)"),
        Fact(Words.Commands.Import.Table.dependencies, "\(report.dependencies)"),
        Fact(Words.Commands.Import.Table.outside, "\(report.outside)"),
      ]),
      .paragraph(
        Words.Commands.Import.counts(
          created: created, updated: updated, unchanged: unchanged)),
    ]
    if !report.skipped.isEmpty {
      body.append(.paragraph(Words.Commands.Import.skippedSome(count: report.skipped.count)))
      body.append(
        .list(
          report.skipped.prefix(10).map { skipped in
            "\(skipped.place.description): \(skipped.reason.words)"
          }))
      if report.skipped.count > 10 {
        body.append(.paragraph(Words.Commands.Import.skippedMore(count: report.skipped.count - 10)))
      }
    }
    body += warnings.map { .paragraph($0) }
    if isDryRun { body.append(.paragraph(Words.Commands.Import.dryRun)) }
    let headline = Words.Commands.Import.headline(
      name: name, records: report.records, format: report.format.title)
    return renderer.text(of: Answer(.changed, headline, body: body))
  }
}

extension Skipped.Reason {
  /// The reason in words.
  fileprivate var words: String {
    switch self {
    case .noKey: Words.Commands.Import.Why.noKey
    case .repeatedKey(let key): Words.Commands.Import.Why.repeatedKey(key: key)
    case .archived(let key): Words.Commands.Import.Why.archived(key: key)
    case .longRow(let cells, let columns): Words.Commands.Import.Why.longRow(cells: cells, columns: columns)
    case .unknownKind(let kind): Words.Commands.Import.Why.unknownKind(kind: kind)
    case .notAnObject: Words.Commands.Import.Why.notAnObject
    }
  }
}

extension Warning {
  /// The warning in words.
  fileprivate var words: String {
    typealias Text = Words.Commands.Import.Warning
    return switch self {
    case .perhapsCut(let records): Text.perhapsCut(count: records)
    case .cut(let records, let total): Text.cut(count: records, total: total)
    case .startsAt(let start): Text.startsAt(start: start)
    case .pullRequests(let count): Text.pullRequests(count: count)
    case .statusNotKnown(let status): Text.statusNotKnown(status: status)
    case .statusTwofold(let status, let kept, let other):
      Text.statusTwofold(status: status, kept: kept.rawValue, other: other.rawValue)
    case .noZone: Text.noZone
    case .dateNotRead(let column, let example, let count):
      Text.dateNotRead(count: count, column: column, example: example)
    case .doneWithoutDate(let count): Text.doneWithoutDate(count: count)
    case .historyCut(let count): Text.historyCut(count: count)
    case .sameName(let name, let keys): Text.sameName(name: name, keys: keys.joined(separator: ", "))
    case .notUTF8(let cells): Text.notUTF8(count: cells)
    case .linkNotUnderstood(let phrase, let count): Text.linkNotUnderstood(count: count, phrase: phrase)
    case .guessed(let count): Text.guessed(count: count)
    }
  }
}
