import Testing

@testable import Assistant

@Suite struct `Bars of shares` {
  private let bars = Bars(
    "Chance by date", label: .init("done by", isNumber: true), value: .init("chance", isNumber: true),
    bars: [
      .init("13 Mar", "18 %", share: 0.18), .init("20 Mar", "52 %", share: 0.52, note: "half of the runs"),
      .init("2 Apr", "85 %", share: 0.85, note: "say this date"), .init("9 Apr", "93 %", share: 0.93),
    ])

  private func lines(_ bars: Bars, _ style: Style) -> [String] {
    TextRenderer(style: style).text(of: [.bars(bars)]).split(separator: "\n").map(String.init)
  }

  @Test func `stand below each other, with numbers and notes aligned`() {
    #expect(
      lines(bars, Style(width: 80)) == [
        "  done by  chance",
        "   13 Mar    18 %  ▇▇▇▇▇",
        "   20 Mar    52 %  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇                ← half of the runs",
        "    2 Apr    85 %  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇      ← say this date",
        "    9 Apr    93 %  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇",
      ])
  }

  @Test func `have their notes below them on a narrow terminal`() {
    #expect(
      lines(bars, Style(width: 40)).prefix(4) == [
        "  done by  chance", "   13 Mar    18 %  ▇▇▇▇", "   20 Mar    52 %  ▇▇▇▇▇▇▇▇▇▇▇",
        "           ← half of the runs",
      ])
  }

  @Test func `are one run of sentences when they are heard`() {
    #expect(
      lines(bars, Style(isPlain: true)).joined(separator: " ")
        == "Chance by date: 13 Mar, 18 percent. 20 Mar, 52 percent, half of the runs. 2 Apr, 85 percent, say this date. "
        + "9 Apr, 93 percent.")
  }

  @Test(arguments: [-1, 0, 0.001, 1, 7, .nan, .infinity, -.infinity]) func `fit whatever their share is`(share: Double)
  {
    for width in [40, 60, 80, 100] {
      for label in ["a", String(repeating: "long label ", count: 8)] {
        let shown = lines(
          Bars("", bars: [.init(label, "1 of 2", share: share, note: "a note on this bar")]), Style(width: width))
        for line in shown { #expect(DisplayWidth.of(line) <= width) }
        #expect(shown.contains { $0.contains("▇") } == (share > 0))
        #expect(shown.joined().contains("1 of 2"))
      }
    }
  }

  @Test func `are a line of blocks for a row of numbers`() {
    #expect(Sparkline.of([1, 3, 2, 8]) == "▁▃▂█")
    #expect(Sparkline.of([5, 5]) == "▄▄")
    #expect(Sparkline.of([]) == "")
    #expect(Sparkline.of([0, .nan, -.greatestFiniteMagnitude, .greatestFiniteMagnitude]) == "▅ ▁█")
  }
}

@Suite struct `The progress of an import` {
  private let progress = ImportProgress(records: 54_000, share: 0.549)

  @Test func `is a line with a bar that is shorter than the terminal`() {
    #expect(progress.bar(style: Style(width: 80)) == "importing  ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇                54 %  54,000 records")
    #expect(progress.bar(style: Style(width: 80, isASCII: true)).hasPrefix("importing  ######"))
    for width in 40...100 { #expect(DisplayWidth.of(progress.bar(style: Style(width: width))) < width) }
  }

  @Test func `is a line of words elsewhere`() {
    #expect(progress.line(style: Style()) == "importing: 54 %, 54,000 records")
  }

  @Test func `is never more than almost done, and tells how much may come`() {
    #expect(ImportProgress(records: 1_000, share: 1).percent == 99)
    #expect(ImportProgress(records: 1_000, share: .nan).percent == 0)
    #expect(progress.expected == 98_360)
    #expect(ImportProgress(records: 1_000, share: 0).expected == 0)
  }
}
