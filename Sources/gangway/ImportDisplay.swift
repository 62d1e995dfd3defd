import Assistant

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Shows on standard error how far an import has come: a line drawn over and over on a terminal, a few lines elsewhere.
final class ImportDisplay {
  private let style: Style
  private let isDrawn: Bool
  private var drawn: ContinuousClock.Instant?
  private var lastQuarter = 0

  /// The line is not drawn more often than this.
  private static let pause = Duration.milliseconds(100)
  /// Shorter imports are over before anybody reads a line about them.
  private static let leastRecords = 20_000

  /// - Returns: Nothing where only the report is wanted.
  init?(session: Session) {
    guard !session.settings.isJSON, !session.settings.isQuiet, !session.style.isPlain else { return nil }
    let isTerminal = isatty(STDERR_FILENO) == 1
    isDrawn = isTerminal && session.surroundings["TERM"] != "dumb"
    var style = session.style(onTerminal: isTerminal)
    style.width = isTerminal ? session.surroundings.columns(of: STDERR_FILENO) : 80
    self.style = style
  }

  func show(_ progress: ImportProgress) {
    isDrawn ? draw(progress) : tell(progress)
  }

  /// Takes the line away again.
  func end() {
    guard drawn != nil else { return }
    Streams.hint(ImportDisplay.erasing)
    drawn = nil
  }

  private static let erasing = "\r\u{1B}[K"

  private func draw(_ progress: ImportProgress) {
    let now = ContinuousClock.now
    if let drawn, now - drawn < ImportDisplay.pause { return }
    drawn = now
    Streams.hint("\r" + progress.bar(style: style) + "\u{1B}[K")
  }

  private func tell(_ progress: ImportProgress) {
    let quarter = progress.percent / 25
    guard quarter > lastQuarter, progress.expected >= ImportDisplay.leastRecords else { return }
    lastQuarter = quarter
    Streams.complain(progress.line(style: style))
  }
}
