import Delivery
import Language
import Prompts

/// What a line means to an interview that is open.
enum InterviewLine: Hashable {
  case back, skip, show, pause, stop, finish, keep, edit, mine
  /// How a cause is known, with where; and what else was needed, if that was said too.
  case grade(Cause.Evidence, reference: String?, branch: String?)
  /// What else was needed for the same thing to happen.
  case branch(String)
  case answer(String, branch: String?)
  /// Nothing that answers the question.
  case nothing
}

/// Reads lines as answers of an interview, by the phrases of the prompts.
struct InterviewReader {
  let step: Interview.Step

  private typealias Heard = Words.Interviews.Talk.Heard
  private typealias Grades = Words.Interviews.Talk.Grades

  /// What steers the interview instead of answering it; nothing for any other line.
  func command(_ text: String) -> InterviewLine? {
    let words = Folding.words(of: text)
    let command = words.withoutEnd(["please"])
    if case .wording = step {
      if command.isPhrase(Heard.mine) { return .mine }
      if command.isPhrase(Heard.keep) { return .keep }
      if command.isPhrase(Heard.edit) { return .edit }
    }
    if command.isPhrase(Heard.back) { return .back }
    if command.isPhrase(Heard.show) { return .show }
    if command.isPhrase(Heard.pause) { return .pause }
    if command.isPhrase(Heard.finish) { return .finish }
    if command.isPhrase(Heard.stop) { return .stop }
    if case .evidence = step, command.isPhrase(Grades.unknown) || text.tidied == "?" {
      return .grade(.unknown, reference: nil, branch: nil)
    }
    return command.isPhrase(Heard.skip) || text.tidied == "?" || isSkipWithMore(text) ? .skip : nil
  }

  /// What answers the question, once the line is known to steer nothing and to ask nothing else.
  func answer(_ text: String) -> InterviewLine {
    if case .evidence = step, let grade = grade(text) { return grade }
    if let branch = branch(text) {
      if case .why(nil) = step { return .answer(branch, branch: nil) }
      if case .problem = step { return .answer(branch, branch: nil) }
      return .branch(branch)
    }
    if case .evidence = step { return .nothing }
    let (answer, other) = split(text)
    let cause = withoutLead(answer, Heard.because)
    let said = Folding.words(of: cause)
    guard said.contains(where: { $0.contains(where: \.isLetter) }), !said.isPhrase(Heard.keep),
      !said.isPhrase(Heard.edit)
    else { return .nothing }
    return .answer(cause.withoutClosingMarks, branch: other)
  }

  // MARK: Parts

  /// Whether a line skips and asks for the next question, which comes anyhow.
  private func isSkipWithMore(_ text: String) -> Bool {
    let sentences = sentences(text).map { Folding.words(of: $0) }
    return sentences.count == 2 && sentences[0].isPhrase(Heard.skip) && sentences[1].count <= 2
      && sentences[1].first == Heard.why
  }

  /// What follows "and" or "branch" at the start of a line.
  private func branch(_ text: String) -> String? {
    let rest = withoutLead(text, Heard.branch).withoutClosingMarks
    return rest != text.withoutClosingMarks && !Folding.words(of: rest).isEmpty ? rest : nil
  }

  /// An answer, and the branch that a sentence with "and" adds after it.
  private func split(_ text: String) -> (String, String?) {
    let sentences = sentences(text)
    for index in sentences.indices.dropFirst() {
      if let branch = branch(sentences[index...].joined(separator: " ")) {
        return (sentences[..<index].joined(separator: " ").tidied, branch)
      }
    }
    return (text.tidied, nil)
  }

  /// The sentences of a line, without what parts them.
  private func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var current = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let ends =
        character == ";" || character.isNewline
        || character == "." && (index + 1 == characters.count || characters[index + 1].isWhitespace)
      if ends {
        sentences.append(character == "." ? current + "." : current)
        current = ""
      } else {
        current.append(character)
      }
    }
    return (sentences + [current]).map(\.tidied).filter { !Folding.words(of: $0).isEmpty }
  }

  /// The text without the first of some phrases that it starts with.
  private func withoutLead(_ text: String, _ phrases: [String]) -> String {
    let tokens = Folding.line(text, limit: .max).tokens
    let words = tokens.map(\.text)
    for phrase in phrases {
      let lead = Folding.words(of: phrase)
      guard words.count > lead.count, words.starts(with: lead) else { continue }
      let start = tokens[lead.count].range.lowerBound
      guard start > tokens[lead.count - 1].range.lowerBound else { continue }
      return String(decoding: Array(text.utf8)[start...], as: UTF8.self).tidied
    }
    return text.tidied
  }

  // MARK: Evidence

  private func grade(_ text: String) -> InterviewLine? {
    var (graded, branch) = splitGrade(text)
    graded = graded.withoutClosingMarks
    if graded == "?" { return .grade(.unknown, reference: nil, branch: branch) }
    if let first = graded.first, let number = first.wholeNumberValue, (1...4).contains(number) {
      let rest = graded.dropFirst()
      guard rest.first.map({ !$0.isLetter && !$0.isNumber }) ?? true else { return nil }
      let evidence = Cause.Evidence.allCases[number - 1]
      return .grade(evidence, reference: reference(String(rest)), branch: branch)
    }
    let tokens = Folding.line(graded, limit: .max).tokens
    let words = tokens.map(\.text)
    var best: (evidence: Cause.Evidence, range: Range<Int>)?
    for (evidence, phrases) in InterviewReader.grades {
      for phrase in phrases {
        guard let range = words.firstRange(of: Folding.words(of: phrase)) else { continue }
        if best.map({ range.lowerBound < $0.range.lowerBound }) ?? true { best = (evidence, range) }
      }
    }
    guard let best else { return nil }
    let isName = best.range.lowerBound == 0 && words[best.range].joined(separator: " ") == best.evidence.rawValue
    if isName || best.range.count == words.count {
      let end = tokens[best.range.upperBound - 1].range.upperBound
      let rest = String(decoding: Array(graded.utf8)[end...], as: UTF8.self)
      return .grade(best.evidence, reference: reference(rest), branch: branch)
    }
    return .grade(best.evidence, reference: best.evidence.isKnown ? reference(graded) : nil, branch: branch)
  }

  private static var grades: [(Cause.Evidence, [String])] {
    [
      (.unknown, Grades.unknown), (.assumed, Grades.assumed), (.reported, Grades.reported),
      (.observed, Grades.observed),
    ]
  }

  /// A grade and the branch after it; just after a grade a mere "and" parts them as well.
  private func splitGrade(_ text: String) -> (String, String?) {
    let (graded, branch) = split(text)
    if branch != nil { return (graded, branch) }
    let tokens = Folding.line(text, limit: .max).tokens
    let leads = Heard.branch.map { Folding.words(of: $0) }
    let words = tokens.map(\.text)
    guard words.count > 2, words[0].utf8.count == 1 || Cause.Evidence(rawValue: words[0]) != nil,
      leads.contains(where: { words.dropFirst().starts(with: $0) })
    else { return (text.tidied, nil) }
    let bytes = Array(text.utf8)
    let rest = String(decoding: bytes[tokens[1].range.lowerBound...], as: UTF8.self)
    return (String(decoding: bytes[..<tokens[1].range.lowerBound], as: UTF8.self).tidied, self.branch(rest))
  }

  /// Where the evidence is; nothing for words that only fill.
  private func reference(_ text: String) -> String? {
    var text = text.tidied
    while let first = text.first, !first.isLetter, !first.isNumber, first != "#", first != "\"" { text.removeFirst() }
    text = text.withoutClosingMarks
    if text.last == ")", !text.contains("(") { text.removeLast() }
    let words = Folding.words(of: text)
    return words.isEmpty || words.isPhrase(Grades.filler) ? nil : text
  }
}

extension [String] {
  /// Whether the words are exactly one of some phrases.
  func isPhrase(_ phrases: [String]) -> Bool {
    phrases.contains { Folding.words(of: $0) == self }
  }

  func withoutEnd(_ end: [String]) -> [String] {
    count > end.count && suffix(end.count).elementsEqual(end) ? Array(dropLast(end.count)) : self
  }
}
