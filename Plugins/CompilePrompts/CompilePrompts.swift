import Foundation
import PackagePlugin

/// Compiles the prompts of the target before the target itself, whenever one of them changed.
@main
struct CompilePrompts: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    guard let module = target.sourceModule else { return [] }
    let output = context.pluginWorkDirectoryURL
    let files = module.sourceFiles.map(\.url).filter { ["yaml", "jsonl"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
    return [
      .buildCommand(
        displayName: "Compiling \(files.count) prompts",
        executable: try context.tool(named: "PromptCompiler").url,
        arguments: [target.directoryURL.path, output.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: ["Examples.swift", "GrammarData.swift", "SampleWorkspace.swift", "Words.swift"].map {
          output.appending(path: $0)
        })
    ]
  }
}
