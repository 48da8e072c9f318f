import Foundation
import PackagePlugin

/// Runs AssetsGenerator over Assets/ of a target whenever a file in it is added, edited or removed.
@main struct AssetsPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let files = try FileManager.default
            .contentsOfDirectory(
                at: target.directoryURL.appending(path: "Assets"), includingPropertiesForKeys: nil,
                options: .skipsHiddenFiles
            )
            .sorted { $0.path() < $1.path() }
        let output = context.pluginWorkDirectoryURL.appending(path: "PackageResources.swift")
        return [
            .buildCommand(
                displayName: "Turn assets into Swift",
                executable: try context.tool(named: "AssetsGenerator").url,
                arguments: [output.path()] + files.map { $0.path() },
                inputFiles: files,
                outputFiles: [output])
        ]
    }
}
