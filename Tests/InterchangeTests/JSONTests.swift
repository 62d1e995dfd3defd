import Interchange
import Testing

@Suite struct `JSON text` {
  @Test(arguments: [
    "null", "true", "false", "0", "-1", "12", "1.5", "\"\"", "\"a\"", "[]", "[1,2,[3]]", "{}",
    #"{"a":1,"b":{"c":[null,true]}}"#, #""tab \t quote \" back \\ line \n""#, #""é 山田 👩‍👩‍👧""#,
  ])
  func `is written as it was read`(text: String) throws {
    #expect(try JSONReader.value(of: text).description == text)
  }

  @Test(arguments: [
    (#""\u0041\u00e9""#, "Aé"), (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{FFFD}"), (#""\/""#, "/"),
    ("\"\\b\\f\"", "\u{8}\u{C}"),
  ])
  func `reads escapes`(text: String, meaning: String) throws {
    #expect(try JSONReader.value(of: text).text == meaning)
  }

  @Test(arguments: [
    "", " ", "nul", "tru", "01", "1.", "-", ".5", "1e", "\"", "\"\\x\"", "\"\\u12\"", "[", "[1", "[1,]", "{", "{\"a\"}",
    "{\"a\":}", "{a:1}", "{\"a\":1,}", "1 2", "\"line\nbreak\"", "]", "'a'", "NaN", "Infinity", "1e999",
  ])
  func `refuses what is not JSON`(text: String) {
    #expect(throws: JSONError.self) { try JSONReader.value(of: text) }
  }

  @Test func `refuses a string that is not UTF-8`() {
    let bytes: [UInt8] = [0x22, 0xC3, 0x28, 0x22]
    #expect(throws: JSONError(reason: .notUTF8, offset: 0)) {
      try bytes.withUnsafeBufferPointer { bytes in try JSONReader.value(of: bytes) }
    }
  }

  @Test func `refuses nesting that would exhaust the stack`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError(reason: .tooDeep, offset: 257)) { try JSONReader.value(of: deep) }
  }

  @Test func `skips a byte order mark`() throws {
    #expect(try JSONReader.value(of: "\u{FEFF}{}") == .object([:]))
  }

  @Test(arguments: [(9_007_199_254_740_993, "9007199254740993"), (Int.max, "9223372036854775807")])
  func `keeps whole numbers whole`(number: Int, text: String) throws {
    #expect(try JSONReader.value(of: text) == .integer(number))
    #expect(JSON.integer(number).description == text)
  }

  @Test func `keeps the order of members and lets the last of a name count`() throws {
    let value = try JSONReader.value(of: #"{"b":1,"a":2,"b":3}"#)
    #expect(value["b"] == .integer(3))
    #expect(value.description == #"{"b":1,"a":2,"b":3}"#)
  }

  @Test func `escapes control characters of both sets`() {
    #expect(JSON.string("\u{1B}[31m\u{9B}\u{7F}").description == #""\u001b[31m\u009b\u007f""#)
  }

  @Test func `survives every cut of a document`() throws {
    let text = #"{"a":[1,2.5,"x\u00e9\n",{"b":null}],"c":true}"#
    for length in 0..<text.utf8.count {
      let cut = Array(text.utf8.prefix(length))
      #expect(throws: JSONError.self) {
        try cut.withUnsafeBufferPointer { bytes in try JSONReader.value(of: bytes) }
      }
    }
  }

  @Test func `hands over elements one by one, read or skipped`() throws {
    let text = #"{"skip":{"deep":[1,{"x":"]"}]},"take":[10,20,30]}"#
    let bytes = Array(text.utf8)
    let taken = try bytes.withUnsafeBufferPointer { bytes in
      var taken: [Int] = []
      var reader = JSONReader(bytes)
      try reader.readObject { name, reader throws(JSONError) in
        guard name == "take" else { return try reader.skipValue() }
        try reader.readArray { reader throws(JSONError) in taken.append(try reader.readValue().integer ?? 0) }
      }
      try reader.readEnd()
      return taken
    }
    #expect(taken == [10, 20, 30])
  }
}
