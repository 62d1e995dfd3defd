/// The short names of months in the languages that exports come in.
enum MonthNames {
  enum Language: String, CaseIterable, Sendable {
    case english, spanish, polish, german, french, portuguese, italian, dutch
  }

  /// The number of a month by its short or full name, read in a language first and then in any.
  static func number(of name: String, in language: Language) -> Int? {
    let name = name.lowercased().trimming(".")
    return number(name, language) ?? Language.allCases.lazy.compactMap { number(name, $0) }.first
  }

  private static func number(_ name: String, _ language: Language) -> Int? {
    guard name.count >= 3, let months = short[language] else { return nil }
    // "sept" and "september" both begin with what stands here.
    return months.firstIndex { $0.split(separator: "|").contains { name.hasPrefix($0) } }.map { $0 + 1 }
  }

  private static let short: [Language: [String]] = [
    .english: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
    .spanish: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep|set", "oct", "nov", "dic"],
    .polish: ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź|paz", "lis", "gru"],
    .german: ["jan|jän", "feb", "mär|mrz|mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"],
    .french: [
      "janv|jan", "févr|fév|fev", "mars|mar", "avr", "mai", "juin", "juil", "août|aou", "sep", "oct", "nov",
      "déc|dec",
    ],
    .portuguese: ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"],
    .italian: ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
    .dutch: ["jan", "feb", "mrt|maa|mar", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
  ]
}
