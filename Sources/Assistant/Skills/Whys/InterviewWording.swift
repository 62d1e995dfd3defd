import Delivery
import Language
import Prompts

/// The questions of an interview, in the vocabulary of the kind of case.
struct InterviewWording {
  let subject: Case

  private typealias Ask = Words.Interviews.Talk.Ask

  /// How many branches may ask for their first "and" with a hint.
  private static let hintedCauses = 1

  /// The question of a step, as it is put.
  func question(_ step: Interview.Step) -> String {
    switch step {
    case .problem: return kindWords.problem
    case .why(let parent):
      let depth = CauseTree(subject.causes).depth(of: parent) + 1
      let (text, probe) = (quoted(parent), probe(parent))
      return depth <= InterviewWording.guide
        ? Ask.whyOfFive(depth: depth, cause: text, probe: probe) : Ask.why(depth: depth, cause: text, probe: probe)
    case .evidence(let cause):
      return subject.causes.count <= InterviewWording.hintedCauses
        ? Ask.evidenceFirst(number: cause) : Ask.evidence(number: cause)
    case .wording(let proposal): return Ask.wording(offer: proposal.offer)
    case .end: return ""
    }
  }

  /// The question as a cause keeps it, without its number.
  func plainQuestion(_ place: Interview.Place) -> String {
    switch place {
    case .problem: kindWords.problem
    case .cause(let parent): Ask.plain(cause: quoted(parent), probe: probe(parent))
    case .branch(let sibling):
      subject.causes.first { $0.number == sibling }?.asked ?? plainQuestion(.cause(parent: nil))
    }
  }

  /// From this many whys on it is said that five is a guide.
  static let guide = 5

  /// The word for a kind of case.
  var kindName: String { kindWords.name }

  private func quoted(_ parent: Int?) -> String {
    let text = parent.flatMap { number in subject.causes.first { $0.number == number }?.text }
    return (text ?? subject.problem ?? subject.title).withoutClosingMarks
  }

  /// At what people did, what made it sensible; else what made it possible.
  private func probe(_ parent: Int?) -> String {
    let words = Folding.words(of: quoted(parent))
    let acts =
      parent != nil
      && Words.Interviews.Causes.actors.contains { words.starts(with: Folding.words(of: $0)) }
    return acts ? kindWords.sensible : kindWords.probe
  }

  private var kindWords: (name: String, problem: String, probe: String, sensible: String) {
    typealias Kinds = Words.Interviews
    return switch subject.kind {
    case .incident: (Kinds.Incident.name, Kinds.Incident.problem, Kinds.Incident.probe, Kinds.Incident.sensible)
    case .frustration:
      (Kinds.Frustration.name, Kinds.Frustration.problem, Kinds.Frustration.probe, Kinds.Frustration.sensible)
    case .blocker: (Kinds.Blocker.name, Kinds.Blocker.problem, Kinds.Blocker.probe, Kinds.Blocker.sensible)
    case .delay: (Kinds.Delay.name, Kinds.Delay.problem, Kinds.Delay.probe, Kinds.Delay.sensible)
    case .nearMiss: (Kinds.NearMiss.name, Kinds.NearMiss.problem, Kinds.NearMiss.probe, Kinds.NearMiss.sensible)
    }
  }

  /// The kind of case that a text speaks of; the kind whose words come first in this order.
  static func kind(of text: String) -> Case.Kind {
    let words = Folding.words(of: text)
    typealias Kinds = Words.Interviews
    let kinds: [(Case.Kind, [String])] = [
      (.nearMiss, Kinds.NearMiss.words), (.frustration, Kinds.Frustration.words), (.incident, Kinds.Incident.words),
      (.delay, Kinds.Delay.words), (.blocker, Kinds.Blocker.words),
    ]
    return kinds.first { _, marks in
      marks.contains { words.firstRange(of: Folding.words(of: $0)) != nil }
    }?.0 ?? .incident
  }

  static func evidence(_ evidence: Cause.Evidence) -> String {
    typealias Evidence = Words.Interviews.Talk.Evidence
    return switch evidence {
    case .observed: Evidence.observed
    case .reported: Evidence.reported
    case .assumed: Evidence.assumed
    case .unknown: Evidence.unknown
    }
  }
}
