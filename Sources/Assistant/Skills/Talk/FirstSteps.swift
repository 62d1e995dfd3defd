import Delivery
import Language
import Prompts
import Store

/// How data and a speaker come into the chat; the files, the configuration and the speaker are the shell's.
struct FirstSteps {
  let scene: Scene

  // MARK: Data

  /// Loads the sample into an empty store; a store with records of its own is left alone.
  func sample() throws -> Outcome {
    if try scene.snapshot.workspace()?.now != nil {
      return Outcome(Answer(.answered, Words.TalkSample.already, next: Words.TalkSample.next))
    }
    guard try scene.snapshot.isEmpty() else { return Outcome(Answer(.refused, Words.TalkSample.beside)) }
    guard scene.line.isAtTerminal else { return Outcome(Answer(.answered, Words.TalkSample.command)) }
    var outcome = Outcome(Answer(.answered, Words.TalkSample.loading))
    outcome.wish = .loadSample
    return outcome
  }

  /// Tries the import of a file and asks whether to make it.
  func importing(_ said: String) throws -> Outcome {
    let path = ShellWord.unquoted(ShellWord.whole(said, in: scene.line.text))
    if Folding.words(of: path).isPhrase(Words.TalkImport.sampleWords) { return try sample() }
    guard scene.line.isAtTerminal else {
      let command = Words.TalkImport.commandLine(path: ShellWord.quoted(path))
      return Outcome(Answer(.answered, Words.TalkImport.command(command: command)))
    }
    var outcome = Outcome(
      Answer(.preview, Words.TalkImport.trial(path: path), question: Words.TalkImport.confirm),
      questions: .open(.importFile(path)))
    outcome.wish = .tryImport(path)
    return outcome
  }

  // MARK: Speaker

  /// Says who speaks, or goes on as somebody else.
  func speaker(_ slot: SlotValue?) throws -> Outcome {
    guard let slot else {
      guard let speaker = scene.speaker else { return Outcome(Answer(.unknown, Words.TalkSpeaker.nobody)) }
      return Outcome(Answer(.answered, Words.TalkSpeaker.already(full: speaker.name)))
    }
    guard case .person(let person) = try Subject(slot, in: scene.snapshot) else {
      throw UnknownRecord.name(kind: .person, said: slot.value)
    }
    return become(person, .keep)
  }

  func become(_ person: Person, _ step: Outcome.QuestionStep) -> Outcome {
    if person.key == scene.line.person {
      return Outcome(Answer(.answered, Words.TalkSpeaker.already(full: person.name)), questions: step)
    }
    guard scene.line.isAtTerminal else {
      let key = ShellWord.quoted(person.key.text)
      return Outcome(Answer(.answered, Words.TalkSpeaker.command(full: person.name, key: key)), questions: step)
    }
    let answer = Answer(
      .question, Words.TalkSpeaker.welcome(name: person.short ?? person.name, full: person.name),
      question: Words.TalkSpeaker.remember)
    var outcome = Outcome(answer, questions: step)
    outcome.wish = .beSpeaker(person.key)
    return outcome
  }
}

/// A word of a command line.
enum ShellWord {
  /// The word as a shell takes it for one.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_./~+:@%,=".unicodeScalars.contains(scalar)
      }
    // A shell knows the home folder by its mark only outside quotation marks.
    if !isPlain, word.hasPrefix("~/") { return "~/" + quoted(String(word.dropFirst(2))) }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// The words with what stands right beside them, such as `~/` or `./`, which is no part of a word.
  static func whole(_ words: String, in line: String) -> String {
    guard let found = line.ranges(of: words).last else { return words }
    var (start, end) = (found.lowerBound, found.upperBound)
    while start > line.startIndex, !line[line.index(before: start)].isWhitespace { start = line.index(before: start) }
    while end < line.endIndex, !line[end].isWhitespace { end = line.index(after: end) }
    return String(line[start..<end])
  }

  /// A path without the quotation marks that somebody put around it.
  static func unquoted(_ path: String) -> String {
    for mark in ["\"", "'", "`"] where path.count > 2 && path.hasPrefix(mark) && path.hasSuffix(mark) {
      return String(path.dropFirst().dropLast())
    }
    return path
  }
}

/// Takes the conversation over to another speaker: the question whether to remember them is theirs.
struct SpeakerChange {
  let transaction: Transaction
  let line: Line

  func make(_ wish: Wish?, _ state: inout ConversationState) throws {
    guard case .beSpeaker(let key)? = wish else { return }
    var theirs = StateArchive.state(from: try transaction.snapshot.lastState(of: key))
    theirs.questions.append(.remember(person: key.text))
    theirs.repeats = 0
    // Who asked for plain sentences goes on reading them under the new name.
    if state.isPlain { theirs.isPlain = true }
    _ = try transaction.log(Turn(at: line.time, person: key, state: StateArchive.text(of: theirs)))
    state = theirs
  }
}
