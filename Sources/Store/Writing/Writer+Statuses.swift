import Delivery
import Times

extension Writer {
  /// What a status counts as, whatever its spelling.
  func category(of status: String?) throws -> Status.Category? {
    guard let status, !status.isEmpty else { return nil }
    if let known = categories[status] { return known }
    let statement = try Prepared(
      "SELECT category FROM status WHERE folded = ?1 ORDER BY known DESC LIMIT 1", in: database)
    var row = statement.parameters
    row.text(Status.fold(status))
    var category: Status.Category?
    if try statement.step() {
      var columns = statement.columns
      category = columns.optionalText().flatMap(Status.Category.init(rawValue:))
      statement.reset()
    }
    categories[status] = .some(category)
    return category
  }

  func settleOpenness(of status: Status) throws {
    try settleOpenness(of: status, category: status.category)
  }

  /// Gives every spelling of a status its category, and opens or closes the items that have it.
  func settleOpenness(of status: Status, category: Status.Category?) throws {
    categories.removeAll()
    let define = try Prepared(
      "UPDATE status SET category = ?2, known = known AND ?2 IS NOT NULL WHERE folded = ?1", in: database)
    var row = define.parameters
    row.text(Status.fold(status.name))
    row.optionalText(category?.rawValue)
    try define.run()
    let select = try Prepared(
      """
      SELECT id, is_open, done, outside, closed_because FROM item
      WHERE status IN (SELECT id FROM status WHERE folded = ?1)
      """, in: database)
    row = select.parameters
    row.text(Status.fold(status.name))
    var flipped: [(id: Int64, isOpen: Bool?)] = []
    while try select.step() {
      var columns = select.columns
      let id = columns.integer()
      let wasOpen = columns.optionalInteger().map { $0 == 1 }
      let item = Item(
        key: "", status: status.name, done: columns.instant(), outside: columns.flag(),
        closedBecause: columns.optionalText())
      let isOpen = item.isOpen(category)
      if isOpen != wasOpen { flipped.append((id, isOpen)) }
    }
    let update = try Prepared("UPDATE item SET is_open = ?2 WHERE id = ?1", in: database)
    for (id, isOpen) in flipped {
      row = update.parameters
      row.integer(id)
      row.integer(isOpen.map { $0 ? 1 : 0 })
      try update.run()
    }
  }
}
