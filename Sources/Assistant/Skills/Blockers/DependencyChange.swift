import Delivery
import Language
import Planning
import Prompts
import Store
import Times

/// A wait that a person states, or says is over.
struct DependencyChange {
  let scene: Scene
  private let waiting: Subject
  private let blocker: Reference
  private let blockerName: String
  private let isBlockerKnown: Bool

  /// - Throws: ``UnknownRecord``, but for a blocker that has the key of an item: it may live in another tracker.
  init(scene: Scene, waiting: SlotValue, blocker: SlotValue) throws {
    self.scene = scene
    self.waiting = try Subject(waiting, in: scene.snapshot)
    do {
      let subject = try Subject(blocker, in: scene.snapshot)
      (self.blocker, blockerName, isBlockerKnown) = (subject.reference, subject.name, true)
    } catch let error as UnknownRecord {
      guard blocker.kind == .item, !blocker.value.hasPrefix("#") else { throw error }
      (self.blocker, blockerName, isBlockerKnown) = (Reference(.item, blocker.value), blocker.value, false)
    }
  }

  private var stored: Dependency? {
    get throws {
      let key = Dependency.key(waiting: waiting.reference, blocker: blocker)
      guard case .dependency(let dependency)? = try scene.snapshot.record(Reference(.dependency, key)) else {
        return nil
      }
      return dependency
    }
  }

  // MARK: Adding

  private typealias Adding = Words.DependencyAdd

  func added() throws -> Outcome {
    let stored = try stored
    if let stored, stored.closed == nil { return Outcome(alreadySo(stored)) }
    var dependency = stored ?? Dependency(waiting: waiting.reference, blocker: blocker)
    dependency.since = scene.now
    dependency.evidence = .declared
    dependency.by = scene.line.person
    dependency.closed = nil
    dependency.closedBecause = nil
    let circle = try circle()
    let remarks = try remarks()
    var answer = Answer(.changed, Adding.done(waiting: waiting.name, blocker: blockerName), body: remarks)
    if let circle { answer.body.append(.paragraph(Adding.circle(circle: circle))) }
    answer.next = [
      circle == nil ? Adding.Next.blockers(name: waiting.name) : Adding.Next.circles,
      Adding.Next.remove(waiting: waiting.name, blocker: blockerName),
    ]
    let headline =
      circle.map(Adding.previewCircle(circle:)) ?? Adding.preview(waiting: waiting.name, blocker: blockerName)
    let preview = Answer(.preview, headline, body: remarks, question: Words.Voice.Change.ask)
    var outcome = Outcome(answer, changes: [.put(.dependency(dependency))], preview: preview)
    outcome.needsConsent = circle != nil && !scene.isConfirmed
    return outcome
  }

  private func alreadySo(_ stored: Dependency) -> Answer {
    guard let since = stored.since else {
      return Answer(.answered, Adding.already(waiting: waiting.name, blocker: blockerName))
    }
    let date = scene.wording.datedDay(scene.wording.day(of: since))
    return Answer(.answered, Adding.alreadySince(waiting: waiting.name, blocker: blockerName, date: date))
  }

  private func remarks() throws -> [Block] {
    var texts: [String] = []
    if !isBlockerKnown { texts.append(Adding.outside(blocker: blockerName)) }
    if try isDone(blocker) { texts.append(Adding.blockerDone(blocker: blockerName)) }
    if try isDone(waiting.reference) { texts.append(Adding.waitingDone(waiting: waiting.name)) }
    return texts.map(Block.paragraph)
  }

  private func isDone(_ reference: Reference) throws -> Bool {
    guard let number = try scene.snapshot.waitNumber(of: reference) else { return false }
    return try scene.snapshot.waitEnd(number)?.isOpen == false
  }

  /// The circle that the wait would close, told all the way round.
  private func circle() throws -> String? {
    guard let item = try scene.snapshot.waitNumber(of: waiting.reference),
      let above = try scene.snapshot.waitNumber(of: blocker)
    else { return nil }
    let waits = try scene.snapshot.openWaits(upwardOf: [above])
    var search = DependencySearch(DependencyGraph(waiting: waits.waiting, blockers: waits.blockers))
    guard let numbers = search.cycleClosed(by: item, waitingFor: above) else { return nil }
    var ends = WaitEnds(scene.snapshot)
    return CircleWording.round(try numbers.map { try ends.end($0).name })
  }

  // MARK: Removing

  private typealias Removing = Words.DependencyRemove

  func removed() throws -> Outcome {
    guard var dependency = try stored, dependency.closed == nil else { return Outcome(try notThere()) }
    let change: Change
    var body: [Block] = []
    if dependency.evidence == .imported || dependency.by == nil {
      dependency.closed = scene.now
      dependency.closedBecause =
        scene.speaker.map { Removing.because(person: $0.name) } ?? Removing.becauseAnonymous
      change = .put(.dependency(dependency))
      body.append(.paragraph(Removing.kept))
    } else {
      change = .remove(Reference(.dependency, dependency.key))
    }
    let left = try scene.snapshot.openBlockers(of: waiting.reference).filter { $0 != blocker }
    var names: [String] = []
    for reference in left {
      guard let number = try scene.snapshot.waitNumber(of: reference) else { continue }
      names.append(try scene.snapshot.waitEnd(number)?.name ?? reference.key)
    }
    if names.isEmpty {
      body.append(.paragraph(Removing.free(waiting: waiting.name)))
    } else {
      body.append(
        .paragraph(Removing.stillWaits(waiting: waiting.name, blockers: names.joined(separator: ", "))))
    }
    return Outcome(
      Answer(
        .changed, Removing.done(waiting: waiting.name, blocker: blockerName), body: body,
        next: [Removing.Next.add(waiting: waiting.name, blocker: blockerName)]),
      changes: [change],
      preview: Answer(
        .preview, Removing.preview(waiting: waiting.name, blocker: blockerName), body: body,
        question: Words.Voice.Change.ask))
  }

  /// There is no such wait: an unknown blocker is unknown, and a link the other way round is worth a word.
  private func notThere() throws -> Answer {
    guard isBlockerKnown else { throw UnknownRecord.item(key: blocker.key) }
    var answer = Answer(.answered, Removing.already(waiting: waiting.name, blocker: blockerName))
    let reversed = Dependency.key(waiting: blocker, blocker: waiting.reference)
    if case .dependency(let link)? = try scene.snapshot.record(Reference(.dependency, reversed)), link.closed == nil {
      answer.body = [.paragraph(Removing.reversed(blocker: blockerName, waiting: waiting.name))]
    }
    return answer
  }
}
