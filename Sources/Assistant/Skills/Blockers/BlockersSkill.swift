/// Says what is blocked and why, down to the roots, and records what waits for what.
struct BlockersSkill {
  let scene: Scene

  func outcome(of intent: BlockersIntent) throws -> Outcome {
    switch intent {
    case .list(let groups): Outcome(try BlockedList(scene: scene, groups: groups).answer())
    case .blockers(let slot): Outcome(try BlockerTree(scene: scene).answer(of: slot))
    case .dependencies(let slot): Outcome(try DependencyTree(scene: scene).answer(of: slot))
    case .add(let waiting, let blocker):
      try DependencyChange(scene: scene, waiting: waiting, blocker: blocker).added()
    case .remove(let waiting, let blocker):
      try DependencyChange(scene: scene, waiting: waiting, blocker: blocker).removed()
    case .cycles(let team): Outcome(try CircleList(scene: scene, team: team).answer())
    }
  }
}
