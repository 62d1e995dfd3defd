import CTerminal

/// Ctrl-C while something long goes on that no editor looks after: noted once, and deadly the second time.
package struct Interrupt: Sendable {
  package init() { ct_await_interrupt() }

  /// Whether it was typed.
  package var hasCome: Bool { ct_is_interrupted() }
}
