import Testing

@Suite struct `Transcripts through a pipe` {
  @Test(
    .disabled(if: Transcript.isRecording, "the transcripts are being rewritten meanwhile; never so in a normal run"),
    arguments: Transcript.names)
  func `are answered as recorded`(name: String) throws {
    let transcript = try Transcript.named(name)
    let now = transcript.scenes.first?.now
    let place = try transcript.beginning == .sample ? Place.withSample(now: now) : Place()
    for scene in transcript.scenes {
      var words = ["chat", "--now", scene.now]
      if let person = scene.person { words += ["--as", person] }
      let said = scene.turns.map { $0.said + "\n" }.joined()
      let ran = try place.run(words, input: Array(said.utf8), with: ["TZ": Self.zone(of: scene.now)])
      #expect(ran.code == 0)
      #expect(ran.complaint.isEmpty)
      #expect(ran.output == scene.turns.map { $0.reply + "\n" }.joined())
    }
  }

  /// The variable `TZ` as POSIX has it, for the offset at the end of a time.
  private static func zone(of now: String) -> String {
    guard let sign = now.last(where: { $0 == "+" || $0 == "-" }), now.count > 6 else { return "UTC0" }
    let offset = now.suffix(5)
    return "<x\(offset.prefix(2))>\(sign == "+" ? "-" : "+")\(offset)"
  }
}
