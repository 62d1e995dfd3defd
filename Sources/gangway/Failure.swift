/// Why a command ended without its result: the sentence for the person and the code for the shell.
struct Failure: Error, Equatable {
  let message: String
  let code: Int32

  /// The store, a file or the program failed.
  static func failed(_ message: String) -> Failure { Failure(message: message, code: 1) }

  /// Somebody stopped it with Ctrl-C; shells know a process that this signal ended by the same code.
  static func interrupted(_ message: String) -> Failure { Failure(message: message, code: 130) }

  /// The command was called in a way that it does not have.
  static func usage(_ message: String) -> Failure { Failure(message: message, code: 2) }
}
