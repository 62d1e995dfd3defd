import Prompts

struct BlockersSkill {
  let scene: Scene

  func outcome(of intent: BlockersIntent) throws -> Outcome {}

}
