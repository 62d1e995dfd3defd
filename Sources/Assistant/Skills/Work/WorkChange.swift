package import Language
import Prompts

/// What shall change about an item or a feature.
package struct WorkChange: Hashable, Sendable {
  package var status: SlotValue?
  package var person: SlotValue?
  package var when: SlotValue?

  /// Nobody shall do it any longer.
  package var isUnassigned: Bool
  /// Who shall not do it any longer.
  package var former: SlotValue?

  init(_ reading: Reading) {
    status = reading.slots["status"]
    person = reading.slots["person"]
    when = reading.slots["when"]
    former = reading.slots["former"]
    let words = Folding.words(of: reading.spoken)
    let isSaid = Words.WorkUpdate.Meaning.nobody.contains { phrase in
      let phrase = Folding.words(of: phrase)
      return words.indices.contains { words[$0...].starts(with: phrase) }
    }
    isUnassigned = person == nil && (former != nil || isSaid && status == nil && when == nil)
  }

  var isEmpty: Bool { status == nil && person == nil && when == nil && !isUnassigned }
}
