/// Every phrase of a set of prompts in the form in which lines are matched; reads its compiled image in place.
package struct Grammar: Sendable {
  private enum Bytes: Sendable {
    case constant(StaticString)
    case owned([UInt8])
  }

  private let bytes: Bytes

  /// Takes an image that a build compiled into the program; nothing is decoded.
  ///
  /// - Returns: Nothing when the image is of another version or cut short.
  /// - Complexity: O(1).
  package init?(image: StaticString) {
    bytes = .constant(image)
    guard isWhole else { return nil }
  }

  /// Takes an image from memory.
  ///
  /// - Returns: Nothing when the image is of another version or cut short.
  package init?(image: [UInt8]) {
    bytes = .owned(image)
    guard isWhole else { return nil }
  }

  /// Compiles prompts; phrases that cannot be read are left out, as the lint reports them.
  package init(_ source: GrammarSource) {
    var compiler = GrammarCompiler(source)
    bytes = .owned(compiler.compile())
  }

  /// The image as text, for a raw string literal `#"…"#`.
  package var imageText: String {
    withBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// The names of all intents, in order.
  package var intentNames: [String] {
    withView { view in (0..<view.intentCount).map(view.intentName) }
  }

  /// The slots that an intent declares or uses in its phrases.
  package func slots(of intent: String) -> [GrammarSlot] {
    withView { view in view.intent(named: intent).map(view.slots(ofIntent:)) ?? [] }
  }

  /// What the grammar says of an intent besides its phrases.
  package func traits(of intent: String) -> IntentTraits? {
    withView { view in view.intent(named: intent).map(view.traits(ofIntent:)) }
  }

  private var isWhole: Bool {
    withBytes { bytes in
      guard bytes.count >= GrammarImage.headerLength, bytes.prefix(3).elementsEqual("GWG".utf8),
        bytes[3] == GrammarImage.version, let base = bytes.baseAddress
      else { return false }
      return Column(base: base + 4, count: 1)[0] == bytes.count
    }
  }

  private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch bytes {
    case .constant(let text): text.withUTF8Buffer(body)
    case .owned(let array): array.withUnsafeBufferPointer(body)
    }
  }

  func withView<Result>(_ body: (GrammarView) -> Result) -> Result {
    withBytes { bytes in body(GrammarView(bytes)) }
  }
}

/// A slot as the assistant needs to know it.
package struct GrammarSlot: Hashable, Sendable {
  package var name: String

  /// What may fill it, in the order of ``SlotKind``.
  package var kinds: [SlotKind]
  package var isRequired: Bool

  /// The question to put when it is missing.
  package var ask: String?
}

/// What an intent is like, apart from its phrases and slots.
package struct IntentTraits: Hashable, Sendable {
  package var changes: Bool
  package var unable: Bool
  package var several: Bool

  /// Slots of which at least one is needed.
  package var oneOf: [String]

  /// The question when none of these is there.
  package var ask: String?
}
