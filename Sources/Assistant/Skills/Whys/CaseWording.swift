import Delivery
import Interchange
import Prompts

/// A case as rows, tree and sentences.
struct CaseWording {
  let subject: Case
  let tree: CauseTree

  private typealias Talk = Words.Interviews.Talk

  init(_ subject: Case) {
    self.subject = subject
    tree = CauseTree(subject.causes)
  }

  /// The case as a row for machines.
  func row(_ wording: TimeWording) -> JSON.Object {
    [
      "kind": "case", "key": .string(subject.key.text), "number": .integer(subject.number),
      "title": .string(subject.title), "state": .string(subject.state.rawValue),
      "type": .string(subject.kind.rawValue), "problem": .optional(subject.problem),
      "opened": .optional(subject.opened.map(wording.iso)), "closed": .optional(subject.closed.map(wording.iso)),
      "causes": .array(
        subject.causes.map { cause in
          .object([
            "number": .integer(cause.number), "parent": .optional(cause.parent), "text": .string(cause.text),
            "evidence": .string(cause.evidence.rawValue), "reference": .optional(cause.reference),
            "root": .bool(cause.isRoot), "asked": .optional(cause.asked),
          ])
        }),
    ]
  }

  /// The problem with its causes below it; of some nobody was asked yet how we know them.
  func branches(ungraded: Set<Int> = []) -> [Branch] {
    [Branch(depth: 0, text: problem)]
      + tree.nodes.map { node in
        Branch(depth: node.depth + 1, text: line(of: node.cause, isUngraded: ungraded.contains(node.cause.number)))
      }
  }

  var problem: String { subject.problem ?? subject.title }

  private func line(of cause: Cause, isUngraded: Bool) -> String {
    let evidence = isUngraded ? Talk.Tree.ungraded : InterviewWording.evidence(cause.evidence)
    let line =
      cause.reference.map {
        Talk.Tree.referenced(number: cause.number, text: cause.text, evidence: evidence, reference: $0)
      } ?? Talk.Tree.node(number: cause.number, text: cause.text, evidence: evidence)
    return cause.isRoot ? Talk.Tree.root(line: line) : line
  }

  // MARK: The end

  /// So many chains are read back; the tree shows the rest.
  private static let mostChains = 4

  /// From each root forwards to the problem; a later chain ends where it joins an earlier one.
  var readBack: [String] {
    var told: Set<Int> = []
    let leaves = tree.leaves
    var lines = leaves.prefix(CaseWording.mostChains).enumerated().map { index, leaf in
      var steps: [String] = []
      var joins = false
      for cause in tree.chain(from: leaf.number) {
        steps.append(link(cause))
        joins = !told.insert(cause.number).inserted
        if joins { break }
      }
      if !joins { steps.append(problem.withoutClosingMarks) }
      let chain = steps.joined(separator: Talk.End.therefore + " ")
      return index == 0 ? Talk.End.read(chain: chain) : Talk.End.and(chain: chain)
    }
    if leaves.count > CaseWording.mostChains {
      lines.append(Talk.End.more(count: leaves.count - CaseWording.mostChains))
    }
    return lines
  }

  private func link(_ cause: Cause) -> String {
    let text = cause.text.withoutClosingMarks
    guard !cause.evidence.isKnown else { return text }
    return Talk.End.uncertain(text: text, evidence: InterviewWording.evidence(cause.evidence))
  }

  /// The causes that keep the case open, in reading order.
  var openLeaves: [Cause] {
    tree.leaves.filter { !$0.isRoot || !$0.evidence.isKnown }
  }

  /// Why the case is not closed, or that it is.
  var verdict: [String] {
    guard !subject.causes.isEmpty else { return [Talk.End.nothing] }
    let leaves = tree.leaves
    let unasked = leaves.filter { !$0.isRoot }.map(\.number)
    let guessed = leaves.filter { $0.isRoot && !$0.evidence.isKnown }
    var lines: [String] = []
    if let only = guessed.first, guessed.count == 1 {
      lines.append(Talk.End.guessed(number: only.number, evidence: InterviewWording.evidence(only.evidence)))
    } else if !guessed.isEmpty {
      lines.append(Talk.End.guesses(numbers: guessed.map(\.number).inWords))
    }
    if !unasked.isEmpty { lines.append(Talk.End.unasked(numbers: unasked.inWords, count: unasked.count)) }
    return lines.isEmpty ? [Talk.End.closed] : lines
  }
}

extension [Int] {
  /// At most eight of the numbers, and a sign that there are more.
  fileprivate var inWords: String {
    (prefix(8).map(String.init) + (count > 8 ? ["…"] : [])).joined(separator: ", ")
  }
}
