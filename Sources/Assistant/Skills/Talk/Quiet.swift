import Language
import Prompts
import Times

/// Holds reminders back for a while.
struct Quiet {
  let scene: Scene

  private typealias Said = Words.TalkQuiet

  /// Without a time it is quiet for so many seconds.
  private static let usual: Int64 = 3_600

  func outcome(_ slot: SlotValue?) -> Outcome {
    let words = Folding.words(of: scene.reading.said)
    if slot == nil, Said.offWords.contains(where: { words.firstRange(of: Folding.words(of: $0)) != nil }) {
      guard let until = scene.state.quietUntil, until > scene.now else {
        return Outcome(Answer(.answered, Said.notQuiet))
      }
      return remembering(.quietEnds(scene.now), Answer(.answered, Said.off))
    }
    guard let slot else { return quiet(until: scene.now + Quiet.usual) }
    guard let until = slot.time.flatMap(end) else { return Outcome(Answer(.refused, Said.undated(said: slot.said))) }
    guard until > scene.now else { return Outcome(Answer(.refused, Said.past(said: slot.said))) }
    return quiet(until: until)
  }

  private func quiet(until: Instant) -> Outcome {
    let wording = scene.wording
    let sentence = Said.until(moment: wording.moment(until), distance: wording.distance(to: until))
    return remembering(.quiet(from: scene.now, until: until), Answer(.answered, sentence))
  }

  private func remembering(_ memory: Memory, _ answer: Answer) -> Outcome {
    var outcome = Outcome(answer)
    outcome.memory = [memory]
    return outcome
  }

  /// When the quiet ends: after a length of time, else when what was named begins, or ends if it has begun.
  private func end(of time: TimeReading) -> Instant? {
    if time.kind == .duration { return time.seconds.map { scene.now + $0 } }
    if time.kind == .point { return time.start?.instant }
    return time.end?.instant ?? time.start?.instant
  }
}
