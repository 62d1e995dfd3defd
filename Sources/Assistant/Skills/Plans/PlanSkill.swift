/// Says what follows from what, and changes nothing.
struct PlanSkill {
  let scene: Scene

  func outcome(of intent: PlanIntent) throws -> Outcome {
    switch intent {
    case .impact(let subject, let delay):
      Outcome(try ImpactList(scene: scene).answer(of: subject, delay: delay))
    case .path(let subject): Outcome(try PathList(scene: scene).answer(to: subject))
    case .forecast(let slots): Outcome(try ForecastCard(scene: scene).answer(slots))
    case .whatIf(let change, let slots): Outcome(try WhatIf(scene: scene).answer(change, slots))
    case .flow(let slots): Outcome(try FlowCard(scene: scene).answer(slots))
    }
  }
}
