import Prompts

struct WorkSkill {
  let scene: Scene

  func outcome(of intent: WorkIntent) throws -> Outcome {}

}
