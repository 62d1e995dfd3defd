import Workspace

// generate-workspace ITEMS [SEED] > workspace.jsonl
let numbers = CommandLine.arguments.dropFirst().map { UInt64($0) }
guard (1...2).contains(numbers.count), let items = numbers.first ?? nil, let seed = numbers.count == 2 ? numbers[1] : 1
else { fatalError("usage: generate-workspace ITEMS [SEED]") }
Workspace(itemCount: Int(items), seed: seed).forEachLine { print($0) }
