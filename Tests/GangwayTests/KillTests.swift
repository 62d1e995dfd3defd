import Foundation
import Interchange
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite struct `Processes on one store` {
  /// Items enough that an import is under way for a while.
  private static func workspace(items: Int) -> String {
    (0..<items).map { number in
      """
      {"kind":"item","key":"KIL-\(number)","title":"item \(number) of many","status":"To Do",\
      "created":"2024-05-01T09:00:00Z","history":[{"at":"2024-05-01T09:00:00Z","status":"To Do"}]}
      """
    }.joined(separator: "\n") + "\n"
  }

  private func size(_ path: String) -> Int {
    var facts = stat()
    return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
  }

  @Test func `are killed in the middle of an import and leave nothing of it`() throws {
    let place = try Place.withSample()
    let before = try place.run("export").output
    let file = try place.write(Self.workspace(items: 20_000), to: "many.jsonl")
    let process = try place.begin(["import", file]).process
    // The transaction has spilt into the log once the log has grown; the import is then neither begun nor done.
    let log = place.path("store.db-wal")
    while size(log) < 1 << 20, kill(process, 0) == 0 { sched_yield() }
    kill(process, SIGKILL)
    #expect(place.wait(for: process) == -SIGKILL)
    #expect(try place.run("export").output == before)
    let again = try place.run("import", file, "--json")
    #expect(try again.object()["created"]?.integer ?? 0 >= 20_000, "\(again.complaint)")
    #expect(try place.run("doctor").code == 0)
  }

  @Test func `stop an import at once when they are interrupted, say so and leave nothing of it`() throws {
    let place = try Place.withSample()
    let before = try place.run("export").output
    let file = try place.write(Self.workspace(items: 60_000), to: "many.jsonl")
    let run = try place.begin(["import", file])
    // A long import says how far it is, and has three quarters to go when it first does.
    while try place.complaint(of: run).isEmpty, kill(run.process, 0) == 0 { sched_yield() }
    kill(run.process, SIGINT)
    let ran = try place.end(run)
    #expect(ran.code == 130)
    #expect(ran.output.isEmpty)
    #expect(ran.complaint.hasSuffix("many.jsonl was not imported, and nothing was changed.\n"), "\(ran.complaint)")
    #expect(try place.run("export").output == before)
  }

  @Test func `lose no answered turn when they are killed between two lines`() throws {
    let place = try Place.withSample()
    #expect(try place.run("ask", "--as", "sam", "5 whys on the outage").code == 0)
    #expect(try place.run("ask", "--as", "sam", "exports stopped for three hours").code == 0)
    let answered = try place.run("export").output
    let file = try place.write(Self.workspace(items: 20_000), to: "many.jsonl")
    let process = try place.begin(["import", file]).process
    while size(place.path("store.db-wal")) < 1 << 20, kill(process, 0) == 0 { sched_yield() }
    kill(process, SIGKILL)
    _ = place.wait(for: process)
    #expect(try place.run("export").output == answered)
    let next = try place.run("ask", "--as", "sam", "--json", "a config change went out unchecked").object()
    #expect(next["outcome"]?.text == "changed")
  }

  @Test func `write at once, and every follow-up gets a number of its own`() throws {
    let place = try Place.withSample()
    let words = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet"]
    func lines(_ name: String) -> String {
      words.map { "remind me to call \(name) about \($0) tomorrow\n" }.joined()
    }
    let processes = try ["acme", "globex"].map {
      try place.begin(["chat", "--yes", "--as", "sam"], input: Array(lines($0).utf8))
    }
    for process in processes { #expect(try place.end(process).code == 0) }
    let added = try place.run("export").objects().filter { record in
      record["kind"]?.text == "followup" && record["text"]?.text?.hasPrefix("call ") == true
    }
    #expect(added.count == 2 * words.count)
    #expect(Set(added.compactMap { $0["number"]?.integer }).count == 2 * words.count)
  }
}
