import Prompts

struct FollowUpsSkill {
  let scene: Scene

  func outcome(of intent: FollowUpsIntent) throws -> Outcome {}

}
