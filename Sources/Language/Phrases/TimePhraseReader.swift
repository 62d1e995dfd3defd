package import Times

/// Finds words of time in a line and says what they mean.
///
/// A word inside or beside a phrase that could change its meaning and was not understood makes the reading a question:
/// a date is never guessed. Item keys, versions, addresses, counts and words such as "may I" are no times.
package struct TimePhraseReader: Sendable {
  private let policy: TimePolicy

  package init(policy: TimePolicy = .standard) {
    self.policy = policy
  }

  /// A phrase found in a text.
  package struct Found: Hashable, Sendable {
    package var phrase: TimePhrase

    /// Where it stands, in UTF-8 bytes.
    package var span: Range<Int>

    /// The sentence before it speaks of the past.
    package var isPast: Bool

    /// Words of it that were taken for other ones.
    package var corrections: [TimeReading.Correction] = []
  }

  /// The phrases of time in a text, in order, each as long as it can be.
  ///
  /// - Complexity: O(*n*) in the bytes of the text, of which the first 4,096 are read.
  package func phrases(in text: String) -> [Found] {
    var text = text
    return text.withUTF8 { PhraseFinder(bytes: $0).found() }
  }

  /// What the phrases of time in a text mean, in order.
  package func read(
    _ text: String, now: Instant, zone: Zone, calendar: WorkCalendar = .standard
  ) -> [TimeReading] {
    var text = text
    let resolver = PhraseResolver(now: now, zone: zone, calendar: calendar, policy: policy)
    return text.withUTF8 { bytes in
      PhraseFinder(bytes: bytes, hasSprints: calendar.sprint != nil).found().map { found in
        resolver.reading(of: found, said: String(decoding: bytes[found.span], as: UTF8.self))
      }
    }
  }

  /// What a text means that is expected to say one time: with none it is of the kind `none`, with several it asks.
  package func readWhole(
    _ text: String, now: Instant, zone: Zone, calendar: WorkCalendar = .standard
  ) -> TimeReading {
    var text = text
    let resolver = PhraseResolver(now: now, zone: zone, calendar: calendar, policy: policy)
    return text.withUTF8 { bytes in
      let finder = PhraseFinder(bytes: bytes, hasSprints: calendar.sprint != nil, isWhole: true)
      var found = finder.found()
      if found.count == 2 { found = finder.joined(found) }
      guard let first = found.first, let last = found.last else {
        let span = 0..<min(bytes.count, TimeLexer.limit)
        let said = String(decoding: bytes[span], as: UTF8.self)
        if let phrase = finder.alone() { return resolver.resolve(phrase, said: said, span: span) }
        return TimeReading(said: said, span: span, kind: .none, ask: finder.stranded)
      }
      let span = first.span.lowerBound..<last.span.upperBound
      let said = String(decoding: bytes[span], as: UTF8.self)
      guard found.count == 1 else {
        if let open = found.first(where: { $0.isNotUnderstood }) { return resolver.reading(of: open, said: said) }
        let times = found.map { String(decoding: bytes[$0.span], as: UTF8.self) }
        return TimeReading(said: said, span: span, kind: .point, ask: .severalTimes(times))
      }
      if let unknown = finder.unknownWithin(first) {
        return TimeReading(said: said, span: span, kind: .point, ask: .notUnderstood(unknown))
      }
      return resolver.reading(of: first, said: said)
    }
  }
}

extension TimePhraseReader.Found {
  fileprivate var isNotUnderstood: Bool {
    if case .open(.notUnderstood) = phrase { return true }
    return false
  }
}

extension PhraseResolver {
  fileprivate func reading(of found: TimePhraseReader.Found, said: String) -> TimeReading {
    var reading = resolve(found.phrase, said: said, span: found.span, isPast: found.isPast)
    if !found.corrections.isEmpty { reading.corrections = found.corrections }
    return reading
  }
}
