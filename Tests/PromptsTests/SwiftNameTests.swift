import Testing

@testable import PromptCompiler

@Suite struct `A name in Swift` {
  @Test(arguments: [("headline", "headline"), ("not_found", "notFound"), ("default", "`default`"), ("day2", "day2")])
  func `is made from a key`(key: String, name: String) {
    #expect(SwiftName.isKey(key))
    #expect(SwiftName.member(key) == name)
  }

  @Test(arguments: [("blocked.list", "BlockedList"), ("near-miss", "NearMiss"), ("not_found", "NotFound")])
  func `of a type is made from a file or key`(key: String, name: String) {
    #expect(SwiftName.type(key) == name)
  }

  @Test(arguments: ["", "Key", "two words", "a-b", "1st", "_a", "a_", "é", "a.b"])
  func `is not made from anything else`(key: String) {
    #expect(!SwiftName.isKey(key))
  }
}
