import Testing
import Trackers

@Suite struct `A file` {
  @Test(
    arguments: [
      (#"{"issues":[{"key":"A-1","fields":{}}]}"#, Format.jiraJSON),
      (#"{"expand":"x","startAt":0,"total":0,"issues":[]}"#, .jiraJSON),
      (#"{"id":"1","key":"A-1","fields":{}}"#, .jiraJSON),
      (#"[{"id":"1","key":"A-1","fields":{}}]"#, .jiraJSON),
      (#"{"kind":"team","key":"a"}"#, .gangway),
      ("\n{\"kind\":\"team\",\"key\":\"a\"}\n{\"kind\":", .gangway),
      (#"[{"assignees":[],"createdAt":"2024-01-01T00:00:00Z","number":1,"title":"x"}]"#, .githubCLI),
      (#"[{"number":1,"title":"x","url":"u"}]"#, .githubCLI),
      (#"[{"url":"u","repository_url":"r","html_url":"h","number":1,"title":"x"}]"#, .githubREST),
      // A cut file is still told by what it holds.
      (#"[{"number":1,"title":"x","createdAt":"#, nil),
    ] as [(String, Format?)])
  func `of JSON is recognised by its members`(text: String, format: Format?) {
    #expect((try? TrackerFile(text: text).recognise()) == format)
    let marked = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    #expect((try? TrackerFile(bytes: marked).recognise()) == format)
    let units: [[UInt8]] = text.utf16.map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let wide: [UInt8] = [0xFF, 0xFE] + units.joined()
    #expect((try? TrackerFile(bytes: wide).recognise()) == format)
  }

  @Test(arguments: [
    ("", "The file is empty"), (" \n\r\n", "The file is empty"), ("\u{FEFF}", "The file is empty"),
    ("PK\u{3}\u{4}rest", "This is a zip archive or a spreadsheet, not a text export."),
    ("GIF89a\u{0}\u{1}", "This file holds no text."),
    ("Copyright 2024, all rights reserved\n", "This is no export that I know."),
    ("A licence, with commas, and more\nlines", "This is "),
    ("<!doctype html>", "This is an HTML or XML page, which is not read yet."),
    (#"{"id":"1","key":"PAY","components":[],"issueTypes":[]}"#, "This describes a Jira project"),
    (#"{"name":"b","lists":[],"cards":[]}"#, "This is a Trello board, which is not read yet."),
    (#"{"id":"b-1","title":"t","status":"open","issue_type":"task"}"#, "This is a list of beads issues"),
    (#"[{"id":1,"iid":4,"title":"t"}]"#, "This is GitLab's JSON"),
    (#"{"items":[],"totalCount":0}"#, "This is a GitHub project's list of items"),
    ("[]", "The file is an empty list."), ("[1,2]", "This is no export that I know."),
    (#"{"issues":[{"key":"A-1","fields":{"summary":"x""#, "Line 1: the file ends in the middle of a value"),
    (#"[{"kind":"team","key":"a"}]"#, "This is a list of Gangway's records"),
  ])
  func `that cannot be read is refused with a reason`(text: String, start: String) throws {
    let error = try #require(refusal(of: text))
    #expect(error.description.hasPrefix(start), "\(error)")
  }

  @Test(arguments: [
    ("[]", "it is no JSON object"), (#"{"squads":{"a":"b"}}"#, "\"squads\" is none of teams"),
    (#"{"statuses":{"In QA":"busy"}}"#, "\"In QA\" is \"busy\", not waiting, active or done"),
    (#"{"teams":{"A":3}}"#, "\"A\" stands for no name"), ("{", "not JSON at byte 1"),
  ])
  func `of a mapping is refused with a reason`(text: String, reason: String) {
    #expect { _ = try Mapping(json: text) } throws: { error in "\(error)".contains(reason) }
  }
}
