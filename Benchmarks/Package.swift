// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// A package of its own, so that nobody who builds Gangway builds its benchmark tool. Answers measures the installed
// binary as people run it, one process a question; measure-planning the pure engine alone, whose rooms are linked here.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: [])],
  targets: [
    // A large made-up workspace, the same for the same size and seed.
    .target(name: "Workspace", swiftSettings: strict),
    .testTarget(name: "WorkspaceTests", dependencies: ["Workspace"], swiftSettings: strict),
    .executableTarget(name: "generate-workspace", dependencies: ["Workspace"], swiftSettings: strict),

    // The pure rooms of Gangway, by symbolic links.
    .target(name: "Times", swiftSettings: strict),
    .target(name: "Delivery", dependencies: ["Times"], swiftSettings: strict),
    .target(name: "Planning", dependencies: ["Delivery", "Times"], swiftSettings: strict),
    .executableTarget(name: "measure-planning", dependencies: ["Planning", "Workspace"], swiftSettings: strict),

    .executableTarget(
      name: "Answers",
      dependencies: ["Workspace", .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/Answers",
      swiftSettings: strict,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
