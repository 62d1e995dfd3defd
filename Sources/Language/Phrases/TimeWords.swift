import Times

/// The words of time in English, each with what it is to the grammar.
enum TimeWords {
  struct Entry: Sendable {
    let kind: TimeToken.Kind
    let value: Int
    let extra: Int
  }

  /// Looks a word up by its bytes, folded to lower case, at most sixteen of them.
  static func entry(for key: UInt128) -> Entry? {
    table[key]
  }

  /// Packs a byte behind those packed before.
  static func pack(_ key: UInt128, _ byte: UInt8) -> UInt128 {
    key << 8 | UInt128(byte)
  }

  static func pack(_ bytes: some Sequence<UInt8>) -> UInt128 {
    bytes.reduce(0) { pack($0, $1) }
  }

  private static func keys(_ words: StaticString) -> Set<UInt128> {
    words.withUTF8Buffer { bytes in Set(bytes.split(separator: UInt8(ascii: " ")).map { pack($0) }) }
  }

  /// Verbs that put the day behind them into the past.
  static let pastVerbs = keys(
    """
    did was were had went happened changed shipped closed merged released failed missed broke finished joined came wrote \
    called said told sent asked met saw got made
    """)

  /// Words that end like a weekday or month and have a meaning of their own.
  static let ordinary = keys(
    """
    holiday holidays birthday birthdays heyday doomsday member remember dismember actuary estuary obituary mortuary \
    sanctuary
    """)

  /// Verbs that start the next thing to do, so that the name of an event ends before them.
  static let actions = keys(
    """
    remind call send tell ask ping email mail check make review prepare draft write chase nudge warn move push please \
    book let update talk speak follow confirm invite announce notify run start stop publish ship test
    """)

  /// Words for what takes place at a time that people agree on.
  static let events = keys(
    """
    launch release live deploy deployment demo review retro retrospective standup meeting kickoff offsite freeze migration \
    workshop conference renewal deadline rollout cutover announcement interview trip audit sprint handover beta event
    """)

  /// Ordinary words with which a phrase of time may start.
  static let starters = keys("new fiscal fy financial cw kw wc wb mother mothers go").union(events)

  /// What a thing does when it reaches a state, in the third person.
  static let happenings = keys(
    """
    ships lands launches merges closes finishes completes passes approves releases deploys answers replies responds \
    confirms agrees returns arrives opens starts ends happens fails breaks works resolves publishes expires renews \
    unblocks signs sign ship land pass finish close merge complete agree
    """)

  private static let table: [UInt128: Entry] = {
    var table: [UInt128: Entry] = [:]
    table.reserveCapacity(1_024)
    func add(_ words: StaticString, _ kind: TimeToken.Kind, _ value: Int = 0, _ extra: Int = 0) {
      words.withUTF8Buffer { bytes in
        for word in bytes.split(separator: UInt8(ascii: " ")) {
          table[pack(word)] = Entry(kind: kind, value: value, extra: extra)
        }
      }
    }
    addDays(add)
    addNumbers(add)
    addClocks(add)
    addHolidays(add)
    addPlain(add)
    addOrdinary(add)
    return table
  }()
}
