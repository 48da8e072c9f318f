import Foundation
import Postgres

/// A database of a test.
struct TakenDatabase: Sendable {
    let name: String
    let configuration: PostgresConfiguration
}

/// Copies of the templates, made a little before they are asked for, and no more at a time than the server can bear.
actor DatabasePool {
    static let shared = DatabasePool()

    private var places = max(4, min(12, ProcessInfo.processInfo.activeProcessorCount * 3))
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var madeAhead: [TestContent: [Task<TakenDatabase, any Error>]] = [:]
    private var count = 0

    /// A database that nobody else has.
    func take(_ content: TestContent) async throws -> TakenDatabase {
        let server = try TestServer()
        await waitForPlace()
        do {
            let ahead = madeAhead[content, default: []]
            let mine = ahead.first ?? make(content, on: server)
            madeAhead[content] = ahead.dropFirst() + (ahead.count < 2 ? [make(content, on: server)] : [])
            return try await mine.value
        } catch {
            freePlace()
            throw error
        }
    }

    /// A copy of a database that nobody is in.
    func take(copying name: String) async throws -> TakenDatabase {
        let server = try TestServer()
        await waitForPlace()
        do {
            return try await copy(name, on: server)
        } catch {
            freePlace()
            throw error
        }
    }

    /// Gives the place of a database free, which stays: others will copy it. The next run drops it.
    func keep(_ database: TakenDatabase) { freePlace() }

    /// Drops a database that was taken.
    func giveBack(_ database: TakenDatabase) async throws {
        defer { freePlace() }
        try await Databases(on: try TestServer().configuration).drop(database.name)
    }

    private func make(_ content: TestContent, on server: TestServer) -> Task<TakenDatabase, any Error> {
        Task { try await copy(Templates.shared.name(of: content, on: server), on: server) }
    }

    private func copy(_ template: String, on server: TestServer) async throws -> TakenDatabase {
        count += 1
        let name = TestRun.current.databaseName(count)
        let configuration = try await Databases(on: server.configuration).create(name, copying: template)
        return TakenDatabase(name: name, configuration: configuration)
    }

    private func waitForPlace() async {
        if places > 0 {
            places -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func freePlace() {
        if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
    }
}
