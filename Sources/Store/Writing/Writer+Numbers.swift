package import Delivery

extension Writer {
  func settleNumber(of value: inout any Numbered, kept: Int?) throws {
    let kind = type(of: value).table.kind
    let statement = try Prepared("SELECT 1 FROM \"\(kind.rawValue)\" WHERE number = ?1 AND key <> ?2", in: database)
    var row = statement.parameters
    row.integer(Int64(value.number))
    row.text(value.identity)
    if try statement.step() {
      statement.reset()
      let free = try kept ?? nextNumber(kind)
      renumbered.append(Renumbering(record: value.record.reference, from: value.number, to: free))
      value.number = free
    }
    let count = try Prepared(
      """
      INSERT INTO counter (kind, last) VALUES (?1, ?2)
      ON CONFLICT (kind) DO UPDATE SET last = max(last, excluded.last)
      """, in: database)
    row = count.parameters
    row.text(kind.rawValue)
    row.integer(Int64(value.number))
    try count.run()
  }

  func nextNumber(_ kind: Kind) throws -> Int {
    try Snapshot(database: database).nextNumber(for: kind)
  }
}

/// A record that got another number, because its own was taken.
package struct Renumbering: Hashable, Sendable {
  package let record: Reference
  package let from: Int
  package let to: Int
}

/// A record that people call by number.
protocol Numbered: Stored {
  var number: Int { get set }
}

extension FollowUp: Numbered {}
extension Case: Numbered {}
extension Question: Numbered {}
