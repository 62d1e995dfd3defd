import Delivery

/// Follow-ups, cases and questions of an import, until their numbers are settled.
///
/// A number that belongs to another key here is given up for the next free one, and what names it by number follows.
struct NumberedRecords {
  private var cases: [Case] = []
  private var questions: [Question] = []
  private var followUps: [FollowUp] = []

  /// Keeps a record that has a number, and leaves the others.
  mutating func keep(_ record: Record) -> Bool {
    switch record {
    case .case(let value): cases.append(value)
    case .question(let value): questions.append(value)
    case .followup(let value): followUps.append(value)
    default: return false
    }
    return true
  }

  /// The records with the numbers they shall have here.
  func settle(in writer: Writer) throws -> [Record] {
    let (cases, caseNumbers) = try settle(cases, in: writer)
    let (questions, _) = try settle(questions, in: writer)
    var (followUps, numbers) = try settle(followUps, in: writer)
    for index in followUps.indices {
      followUps[index].after = followUps[index].after.map { numbers[$0] ?? $0 }
      followUps[index].fromCase = followUps[index].fromCase.map { caseNumbers[$0] ?? $0 }
    }
    return cases.map(Record.case) + questions.map(Record.question) + followUps.map(Record.followup)
  }

  private func settle<Value: Numbered>(_ values: [Value], in writer: Writer) throws -> ([Value], [Int: Int]) {
    guard !values.isEmpty else { return ([], [:]) }
    var values = values
    var changed: [Int: Int] = [:]
    var owners: [Int: String] = [:]
    var next = try writer.nextNumber(Value.table.kind)
    next = max(next, (values.map(\.number).max() ?? 0) + 1)
    for index in values.indices {
      let value = values[index]
      let owner = try owners[value.number] ?? writer.reader.owner(of: value.number, Value.table.kind)
      if let owner, owner != value.identity {
        if let stored = try writer.reader.find(Value.self, value.identity)?.value.number {
          values[index].number = stored
        } else {
          values[index].number = next
          next += 1
        }
        changed[value.number] = values[index].number
        writer.renumbered.append(
          Renumbering(record: value.record.reference, from: value.number, to: values[index].number))
      }
      owners[values[index].number] = value.identity
    }
    return (values, changed)
  }
}
