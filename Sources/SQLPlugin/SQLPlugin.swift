import Foundation
import PackagePlugin

/// Runs SQLGenerator over SQL/ whenever a file in it is added, edited or removed.
@main struct SQLPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let files = try ["Queries", "Migrations", "Seeds"].flatMap { folder in
            try sqlFiles(in: target.directoryURL.appending(path: folder))
        }
        let outputs = ["Queries.swift", "Migrations.swift", "Seeds.swift"].map {
            context.pluginWorkDirectoryURL.appending(path: $0)
        }
        return [
            .buildCommand(
                displayName: "Turn SQL into Swift",
                executable: try context.tool(named: "SQLGenerator").url,
                arguments: [context.pluginWorkDirectoryURL.path()] + files.map { $0.path() },
                inputFiles: files,
                outputFiles: outputs)
        ]
    }

    private func sqlFiles(in folder: URL) throws -> [URL] {
        guard FileManager.default.fileExists(atPath: folder.path()) else { return [] }
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "sql" }
            .sorted { $0.path() < $1.path() }
    }
}
