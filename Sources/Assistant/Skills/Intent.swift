package import Language

/// What a line asks for, as a closed list: one case a skill, one nested case an ability.
package enum Intent: Hashable, Sendable {
  case status(StatusIntent)
  case work(WorkIntent)
  case blockers(BlockersIntent)
  case plans(PlanIntent)
  case followUps(FollowUpsIntent)
  case whys(WhysIntent)
  case talk(TalkIntent)

  /// The intent of a reading, or nothing for what is understood but no skill can do yet.
  package init?(_ reading: Reading) {
    if let intent = StatusIntent(reading) {
      self = .status(intent)
    } else if let intent = WorkIntent(reading) {
      self = .work(intent)
    } else if let intent = BlockersIntent(reading) {
      self = .blockers(intent)
    } else if let intent = PlanIntent(reading) {
      self = .plans(intent)
    } else if let intent = FollowUpsIntent(reading) {
      self = .followUps(intent)
    } else if let intent = WhysIntent(reading) {
      self = .whys(intent)
    } else if let intent = TalkIntent(reading) {
      self = .talk(intent)
    } else {
      return nil
    }
  }
}
