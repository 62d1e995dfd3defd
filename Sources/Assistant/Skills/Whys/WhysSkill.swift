import Prompts

struct WhysSkill {
  let scene: Scene

  func outcome(of intent: WhysIntent) throws -> Outcome {}
  func outcome(answering interview: Interview) throws -> Outcome? { nil }
}
