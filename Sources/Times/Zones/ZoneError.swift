/// Why a zone could not be had.
package enum ZoneError: Error, Hashable, Sendable {
  /// No zone of that name is in the directories searched.
  case unknown(String)
  /// The text cannot be the name of a zone: it is empty, too long, or would leave the directory of zones.
  case notAName(String)
  /// The file of that zone is not one that can be read.
  case damaged(String)
}

extension ZoneError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknown(let name): "No time zone “\(name)”. Use a name such as Europe/London or UTC."
    case .notAName(let name): "“\(name)” is not the name of a time zone. Use a name such as Europe/London or UTC."
    case .damaged(let name): "The system's file for the time zone “\(name)” cannot be read. Reinstall tzdata."
    }
  }
}
