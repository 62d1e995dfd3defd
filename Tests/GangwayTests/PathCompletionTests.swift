import Foundation
import Testing

@testable import gangway

@Suite struct `The path of a file to import` {
  private let place: Place

  init() throws {
    place = try Place()
    for name in ["board.csv", "board 2.csv", "Łódź.json", ".hidden.csv"] { try place.write("x", to: name) }
    try FileManager.default.createDirectory(atPath: place.path("boards"), withIntermediateDirectories: true)
    try place.write("x", to: "boards/one.json")
  }

  private var paths: PathCompletion { PathCompletion(home: place.folder.path) }

  @Test(arguments: [
    ("~/boa", ["~/board 2.csv", "~/board.csv", "~/boards/"]), ("~/boards/", ["~/boards/one.json"]),
    ("~/Ł", ["~/Łódź.json"]), ("~/.h", ["~/.hidden.csv"]), ("~/none", []), ("~/missing/x", []),
    ("~/", ["~/board 2.csv", "~/board.csv", "~/boards/", "~/Łódź.json"]),
  ]) func `becomes what stands there`(typed: String, expected: [String]) {
    #expect(paths.paths(of: typed) == expected)
  }

  @Test func `is completed where a file is meant, and nowhere else`() {
    #expect(paths.lines(of: "import ~/board.") == ["import ~/board.csv"])
    #expect(paths.lines(of: "Import the file ~/board.") == ["Import the file ~/board.csv"])
    #expect(paths.lines(of: "import \(place.folder.path)/Ł") == ["import \(place.folder.path)/Łódź.json"])
    for line in ["who owns ~/b", "import", "importing ~/b", ""] { #expect(paths.lines(of: line).isEmpty) }
  }
}
