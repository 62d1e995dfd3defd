// swift-tools-version: 6.2

import PackageDescription

/// Strict settings that every target of ours shares.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let collections: Target.Dependency = .product(name: "Collections", package: "swift-collections")

let package = Package(
  name: "gangway",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "gangway", targets: ["gangway"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    // Civil dates, instants, zones, the work calendar, and the meaning of phrases of time.
    .target(name: "Times", swiftSettings: strict),
    .testTarget(name: "TimesTests", dependencies: ["Times"], swiftSettings: strict),

    // The domain as values: records, references and changes.
    .target(name: "Delivery", dependencies: ["Times"], swiftSettings: strict),

    // JSON read and written, and the line that each record has in the interchange.
    .target(name: "Interchange", dependencies: ["Delivery", "Times"], swiftSettings: strict),
    .testTarget(name: "InterchangeTests", dependencies: ["Delivery", "Interchange", "Times"], swiftSettings: strict),

    // The pure engine: graph of dependencies, root blockers, cycles.
    .target(name: "Planning", dependencies: ["Delivery", "Times"], swiftSettings: strict),
    .testTarget(name: "PlanningTests", dependencies: ["Delivery", "Planning", "Times"], swiftSettings: strict),

    // Lines to readings: the grammar's schema and lint, tokens, names, phrases of time, scoring, the trace.
    .target(name: "Language", dependencies: ["Times", yams], swiftSettings: strict),
    .testTarget(name: "LanguageTests", dependencies: ["Language", "Times"], swiftSettings: strict),

    // Every word, compiled into the binary by the plugin, whose tool checks it with Language.
    .executableTarget(name: "PromptCompiler", dependencies: ["Language", yams], swiftSettings: strict),
    .plugin(name: "CompilePrompts", capability: .buildTool(), dependencies: ["PromptCompiler"]),
    .target(
      name: "Prompts", dependencies: ["Language"], path: "prompts", swiftSettings: strict, plugins: ["CompilePrompts"]),
    .testTarget(
      name: "PromptsTests", dependencies: ["Language", "PromptCompiler", "Prompts"], swiftSettings: strict),

    // SQLite: schema, journal, undo, queries, full-text search.
    .target(name: "Store", dependencies: ["Delivery", "Interchange", "Times", grdb, sqlite], swiftSettings: strict),
    .testTarget(
      name: "StoreTests", dependencies: ["Delivery", "Interchange", "Store", "Times", grdb, sqlite],
      swiftSettings: strict),

    // Real tracker exports to records, with a report of what was kept, skipped and why.
    .target(name: "Trackers", dependencies: ["Delivery", "Interchange", "Times"], swiftSettings: strict),
    .testTarget(
      name: "TrackersTests", dependencies: ["Delivery", "Interchange", "Times", "Trackers"], swiftSettings: strict),

    // The conversation: intents, skills, focus, drills, rendering.
    .target(
      name: "Assistant",
      dependencies: [
        "Delivery", "Interchange", "Language", "Planning", "Prompts", "Store", "Times", "Trackers",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "AssistantTests",
      dependencies: ["Assistant", "Delivery", "Interchange", "Language", "Planning", "Prompts", "Store", "Times"],
      resources: [.copy("Transcripts"), .copy("Evaluation")],
      swiftSettings: strict),

    // A line at a terminal: GNU readline, signals, clipboard, other programs; the only C.
    .systemLibrary(
      name: "CReadline", providers: [.apt(["libreadline-dev"]), .brew(["readline"])]),
    .target(name: "CTerminal", dependencies: ["CReadline"], linkerSettings: [.linkedLibrary("readline")]),
    .target(name: "Terminal", dependencies: ["CTerminal"], swiftSettings: strict),

    // The commands: the only room that knows the process, the environment and the exit code.
    .executableTarget(
      name: "gangway",
      dependencies: [
        "Assistant", "Delivery", "Interchange", "Language", "Prompts", "Store", "Terminal", "Times", "Trackers",
        argumentParser,
      ],
      swiftSettings: strict),
    // The built program at a pseudo-terminal, whose opening Swift's view of the C library leaves out.
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .testTarget(
      name: "TerminalTests", dependencies: ["CPseudoTerminal", "gangway"], swiftSettings: strict),
    .testTarget(name: "GangwayTests", dependencies: ["Interchange", "gangway"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
