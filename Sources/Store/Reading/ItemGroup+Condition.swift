import Delivery

extension Optional<ItemGroup> {
  /// The condition on an item `i` that it belongs to the group, whose key is parameter ?1; every item is in no group.
  ///
  /// An item without a team of its own is its feature's team's work, and one without a release ships with its feature.
  var condition: String {
    switch self {
    case nil: "true"
    case .assignee?: "i.assignee = (SELECT id FROM person WHERE key = ?1)"
    case .feature?: "i.feature = (SELECT id FROM feature WHERE key = ?1)"
    case .team?: ItemGroup.own("team")
    case .release?: ItemGroup.own("release")
    }
  }

  /// What ?1 stands for.
  var key: String? {
    switch self {
    case nil: nil
    case .assignee(let key)?: key.text
    case .feature(let key)?: key.text
    case .team(let key)?: key.text
    case .release(let key)?: key.text
    }
  }
}

extension ItemGroup {
  fileprivate static func own(_ column: String) -> String {
    """
    (i.\(column) = (SELECT id FROM \(column) WHERE key = ?1) OR (i.\(column) IS NULL AND i.feature IN (
      SELECT id FROM feature WHERE \(column) = (SELECT id FROM \(column) WHERE key = ?1))))
    """
  }
}
