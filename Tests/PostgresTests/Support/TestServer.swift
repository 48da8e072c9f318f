import Foundation
import Glibc
import Postgres
import Testing

/// A PostgreSQL server of its own, for tests that stop and kill one. Durable: what it acknowledged must be there after a crash.
struct TestServer {
    private let folder: URL
    private let programs: URL
    private let isRoot = getuid() == 0

    var configuration: PostgresConfiguration {
        PostgresConfiguration(connectionString: "host=\(folder.path) port=5432 user=postgres dbname=postgres")
    }

    /// Starts a server, for as long as `body` lasts.
    static func use<Value>(_ body: (TestServer) async throws -> Value) async throws -> Value {
        let server = try await TestServer()
        let result: Result<Value, any Error>
        do {
            try await server.start()
            result = .success(try await body(server))
        } catch {
            result = .failure(error)
        }
        try await server.stop(.immediate)
        try FileManager.default.removeItem(at: server.folder)
        return try result.get()
    }

    private init() async throws {
        programs = try Self.findPrograms()
        // A socket's path must be short.
        folder = URL(filePath: "/tmp/samlyft-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if isRoot { try await Command.run("/bin/chown", ["postgres", folder.path]) }
        try await postgres("initdb", ["--pgdata", data, "--username", "postgres", "--auth", "trust", "--no-sync"])
    }

    private static func findPrograms() throws -> URL {
        let versions = URL(filePath: "/usr/lib/postgresql")
        let folders = try FileManager.default.contentsOfDirectory(at: versions, includingPropertiesForKeys: nil)
        let newest = try #require(folders.max { $0.path < $1.path }, "PostgreSQL is not installed")
        return newest.appending(path: "bin")
    }

    private var data: String { folder.appending(path: "data").path }

    /// How a server stops.
    enum Stop: String { case fast, immediate }

    func start() async throws {
        let settings = [
            "listen_addresses=''", "port=5432", "unix_socket_directories='\(folder.path)'", "fsync=on",
            "deadlock_timeout=200ms",
        ]
        let options = settings.map { "-c \($0)" }.joined(separator: " ")
        let log = folder.appending(path: "log").path
        try await postgres("pg_ctl", ["start", "--wait", "--pgdata", data, "--log", log, "--options", options])
    }

    /// Stops the server; `immediate` is what a crash does.
    func stop(_ how: Stop) async throws {
        try await postgres("pg_ctl", ["stop", "--wait", "--pgdata", data, "--mode", how.rawValue])
    }

    /// Kills a process of the server as the kernel would for want of memory.
    func kill(_ process: Int) throws { try signal(SIGKILL, process) }

    func signal(_ signal: Int32, _ process: Int) throws {
        try #require(Glibc.kill(pid_t(process), signal) == 0, "no right to signal \(process)")
    }

    /// PostgreSQL refuses to run as root.
    private func postgres(_ program: String, _ arguments: [String]) async throws {
        let path = programs.appending(path: program).path
        if isRoot {
            try await Command.run("/usr/sbin/runuser", ["-u", "postgres", "--", path] + arguments)
        } else {
            try await Command.run(path, arguments)
        }
    }
}
