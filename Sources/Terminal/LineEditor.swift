import CTerminal

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A line of a person at a terminal, edited with GNU readline.
///
/// readline's callback interface is driven by `poll` over the terminal and a pipe of signals, so that a notice can be
/// shown while somebody types and Ctrl-C arrives at a place where it is safe to act on it. Between two lines the
/// terminal stays raw: what is typed while an answer is worked out is kept and never echoed into it.
///
/// There is one editor in a process, because readline's state is global; it belongs to the thread that made it.
package final class LineEditor {
  /// What a person did instead of only typing.
  package enum Event: Hashable, Sendable {
    /// A line was accepted; one that was pasted may hold line feeds.
    case line(String)
    /// Ctrl-C, and whether there was anything typed or searched that it dropped.
    case interrupted(droppedLine: Bool)
    /// Ctrl-D on an empty line.
    case ended
    /// The terminal has gone or somebody ends the process; the terminal has been given back.
    case hungUp(signal: Int32)
  }

  /// What stands before a line, in columns and in bytes that do not show.
  package struct Prompt: Hashable, Sendable {
    package var text: String
    package var isColoured: Bool

    /// Takes what is shown, with the blank that ends it.
    package init(_ text: String, isColoured: Bool) {
      self.text = text
      self.isColoured = isColoured
    }

    /// With the marks between which readline counts no columns.
    var marked: String {
      isColoured ? "\u{01}\u{1B}[1;36m\u{02}\(text)\u{01}\u{1B}[0m\u{02}" : text
    }
  }

  /// What becomes of news while a line is typed.
  package enum NewsPlace: Hashable, Sendable {
    /// They are shown above the line, which is drawn anew below them.
    case above
    /// They are shown between two lines only, so that nothing is ever drawn anew.
    case between
    /// They wait, because something is asked.
    case none
  }

  private let helper: any LineHelper
  private let signals: Int32
  private var accepted: Accepted?
  private var isListening = false
  private var hint = Hint()
  private var news = HeldNews()
  /// Signals that came while an answer was worked out and are not for the answer.
  private var waitingSignals: [Int32] = []
  private let clock = ContinuousClock()

  private enum Accepted {
    case line(String)
    case end
  }

  /// Whether the person's locale holds UTF-8; where not, another one is used, so that accents can be edited.
  package let usesOwnLocale: Bool

  /// - Parameters:
  ///   - application: The name that `$if` in inputrc asks for.
  ///   - history: Lines said before, the oldest first.
  ///   - helper: What helps while somebody types.
  package init(application: String, history: [String], helper: any LineHelper) {
    self.helper = helper
    usesOwnLocale = ct_use_utf8()
    ct_guard_against_crashes()
    signals = ct_open_signals()
    let callbacks = ct_callbacks(
      context: Unmanaged.passUnretained(self).toOpaque(),
      accepted: { context, line in
        LineEditor.at(context)?.accepted = line.map { .line(String(cString: $0)) } ?? .end
      },
      completed: { context, text in
        guard let editor = LineEditor.at(context), let text else { return nil }
        return MatchList.of(editor.helper.completions(of: String(cString: text)), typed: String(cString: text))
      },
      listed: { context, matches, count in LineEditor.at(context)?.list(matches, count: Int(count)) },
      movedRight: { context in LineEditor.at(context)?.acceptHint() ?? false },
      wantsEditor: { context in LineEditor.at(context)?.openEditor() })
    ct_open(application, callbacks)
    for line in history { ct_remember(line) }
  }

  deinit {
    if isListening { ct_stop_listening() }
    ct_release_terminal()
    ct_release_signals()
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> LineEditor? {
    context.map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: Reading

  /// Waits for what the person does next.
  ///
  /// - Parameters:
  ///   - prompt: What stands before the line.
  ///   - draft: What stands in the line already, to be changed.
  ///   - place: Where news are shown meanwhile.
  /// - Returns: A line, or what the person did instead.
  package func read(_ prompt: Prompt, draft: String? = nil, news place: NewsPlace = .above) -> Event {
    if place == .between { showBetween() }
    listen(prompt)
    if let draft { ct_insert(draft) }
    while true {
      while let signal = nextSignal() {
        if let event = act(on: signal) { return event }
      }
      switch wait(milliseconds: LineEditor.tick) {
      case .gone:
        close()
        return .hungUp(signal: SIGHUP)
      case .input:
        news.lastKey = clock.now
        hint.wipe()
        ct_take_input()
        if let accepted {
          self.accepted = nil
          isListening = false
          switch accepted {
          case .line(let line): return .line(line)
          case .end: return .ended
          }
        }
        drawHint()
      case .nothing: break
      }
      news.add(helper.news(), at: clock.now)
      guard !ct_is_busy(), place == .above || place == .between && !hasLine, let text = news.due(at: clock.now) else {
        continue
      }
      if place == .above { show(text) } else { append(text) }
    }
  }

  private var hasLine: Bool { ct_line()?.pointee != 0 }

  /// Keeps a line for the arrow keys and Ctrl-R.
  package func remember(_ line: String) { ct_remember(line) }

  /// Whether Ctrl-C was typed, or something ends the chat, since it was last asked.
  ///
  /// Signals but that of Ctrl-C wait for the next line.
  package func wasInterrupted() -> Bool {
    var interrupted = false
    while case let signal = ct_next_signal(), signal != 0 {
      if [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains(signal) { interrupted = true }
      if signal != SIGINT { waitingSignals.append(signal) }
    }
    return interrupted
  }

  /// Lets another program have the terminal, such as an editor or a pager.
  ///
  /// Ctrl-C and Ctrl-\ are for the other program alone; Ctrl-Z stops both, as they are one job of the shell.
  package func lendingTerminal<Result>(_ body: () throws -> Result) rethrows -> Result {
    ct_release_terminal()
    ct_lend_signals()
    defer {
      ct_take_signals()
      while case let signal = ct_next_signal(), signal != 0 {
        if signal != SIGINT, signal != SIGQUIT { waitingSignals.append(signal) }
      }
      // The window may have changed meanwhile.
      waitingSignals.append(SIGWINCH)
      ct_take_terminal()
    }
    return try body()
  }

  /// So often it is asked whether there are news.
  private static let tick: Int32 = 1_000

  private func listen(_ prompt: Prompt) {
    ct_listen(prompt.marked)
    isListening = true
    hint = Hint()
  }

  private func close() {
    hint.wipe()
    if isListening { ct_stop_listening() }
    isListening = false
    ct_release_terminal()
  }

  private enum Woken {
    case input, nothing, gone
  }

  private func wait(milliseconds: Int32) -> Woken {
    var places = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&places, nfds_t(places.count), milliseconds) > 0 else { return .nothing }
    let terminal = Int32(places[0].revents)
    // A terminal that has gone must not accept the half of a line that was typed.
    if terminal & (POLLHUP | POLLERR | POLLNVAL) != 0 { return .gone }
    // A signal goes first.
    if places[1].revents != 0 { return .nothing }
    return terminal & POLLIN != 0 ? .input : .nothing
  }

  // MARK: Signals

  private func nextSignal() -> Int32? {
    if !waitingSignals.isEmpty { return waitingSignals.removeFirst() }
    let signal = ct_next_signal()
    return signal == 0 ? nil : signal
  }

  private func act(on signal: Int32) -> Event? {
    switch signal {
    case SIGINT:
      hint.wipe()
      let hadLine = ct_is_busy() || hasLine
      ct_drop_line()
      isListening = false
      return .interrupted(droppedLine: hadLine)
    case SIGWINCH:
      hint.wipe()
      ct_was_resized()
      drawHint()
    case SIGTSTP:
      hint.wipe()
      Output.write("\r\n")
      ct_release_terminal()
      ct_suspend()
      ct_take_terminal()
      ct_show_line()
    case SIGTERM, SIGHUP, SIGQUIT:
      close()
      return .hungUp(signal: signal)
    default: break
    }
    return nil
  }

  // MARK: Above the line

  /// Prints text above the line that is being typed, which stands there afterwards as it was.
  private func show(_ text: String) {
    hint.wipe()
    ct_hide_line()
    Output.write(text + "\n")
    ct_show_line()
    drawHint()
  }

  /// Prints what came up before there is a line to be typed.
  private func showBetween() {
    news.add(helper.news(), at: clock.now)
    if let text = news.all() { Output.write(text + "\n") }
  }

  /// Prints text below the prompt that nothing was typed at, and a new prompt below it.
  private func append(_ text: String) {
    Output.write("\n" + text + "\n")
    ct_show_line()
  }

  private func list(_ matches: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, count: Int) {
    guard let matches else { return }
    // The first entry is what the others share.
    let lines = (1...max(1, count)).compactMap { matches[$0].map { String(cString: $0) } }
    ct_hide_line()
    Output.write(helper.listing(of: lines, columns: Int(ct_width())) + "\n")
    ct_show_line()
  }

  // MARK: Hint

  private func drawHint() {
    guard isListening, !ct_is_busy(), ct_cursor_is_at_end(), let line = ct_line().map({ String(cString: $0) }) else {
      return
    }
    let columns = Int(ct_width())
    guard columns > 0 else { return }
    hint.draw(after: line, room: columns - Int(ct_width_with_prompt()) % columns - 1) { helper.hint(for: line) }
  }

  private func acceptHint() -> Bool {
    guard let text = hint.text, ct_line().map({ String(cString: $0) }) == hint.line else { return false }
    ct_insert(text)
    return true
  }

  // MARK: Editor

  private func openEditor() {
    hint.wipe()
    let line = ct_line().map { String(cString: $0) } ?? ""
    ct_hide_line()
    let edited = lendingTerminal { helper.edited(line) }
    if let edited { ct_replace_line(edited) }
    ct_show_line()
  }
}
