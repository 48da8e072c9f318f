import Foundation
import Glibc
import Postgres
import Testing

/// A PostgreSQL server of its own, for tests that stop and kill one. Durable: what it acknowledged must be there after
/// a crash.
struct TestServer {
    private let folder: URL
    private let programs: URL
    private let settings: [String]
    private let isRoot = getuid() == 0

    /// The folder of its socket, which is its host.
    var host: String { folder.path }

    var configuration: PostgresConfiguration { Self.configuration([self]) }

    /// The servers as libpq's several hosts, to be tried in this order.
    static func configuration(_ servers: [TestServer]) -> PostgresConfiguration {
        let hosts = servers.map(\.host).joined(separator: ",")
        return PostgresConfiguration(connectionString: "host=\(hosts) port=5432 user=postgres dbname=postgres")
    }

    /// Starts a server with these settings beside the usual ones, for as long as `body` lasts.
    static func use<Value>(
        _ settings: [String] = [], _ body: (TestServer) async throws -> Value
    ) async throws -> Value {
        try await use(TestServer(settings)) { server in
            try await server.postgres(
                "initdb", ["--pgdata", server.data, "--username", "postgres", "--auth", "trust", "--no-sync"])
        } _: { server in
            try await body(server)
        }
    }

    /// Starts a standby of this server, for as long as `body` lasts.
    func withStandby<Value>(_ body: (TestServer) async throws -> Value) async throws -> Value {
        try await Self.use(TestServer([])) { standby in
            let source = "host=\(host) port=5432 user=postgres application_name=standby"
            try await postgres(
                "pg_basebackup",
                ["--dbname", source, "--pgdata", standby.data, "--checkpoint", "fast", "--write-recovery-conf"])
        } _: { standby in
            try await body(standby)
        }
    }

    private static func use<Value>(
        _ server: TestServer, made make: (TestServer) async throws -> Void,
        _ body: (TestServer) async throws -> Value
    ) async throws -> Value {
        let result = await Result {
            try await server.makeFolder()
            try await make(server)
            try await server.start()
            return try await body(server)
        }
        try await server.stopForGood()
        try FileManager.default.removeItem(at: server.folder)
        return try result.get()
    }

    private init(_ settings: [String]) throws {
        programs = try Self.findPrograms()
        // A socket's path must be short.
        folder = URL(filePath: "/tmp/samlyft-\(UUID().uuidString.prefix(8))")
        self.settings = settings
    }

    private static func findPrograms() throws -> URL {
        let versions = URL(filePath: "/usr/lib/postgresql")
        let folders = try FileManager.default.contentsOfDirectory(at: versions, includingPropertiesForKeys: nil)
        let newest = try #require(folders.max { $0.path < $1.path }, "PostgreSQL is not installed")
        return newest.appending(path: "bin")
    }

    private func makeFolder() async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if isRoot { try await Command.run("/bin/chown", ["postgres", folder.path]) }
    }

    private var data: String { folder.appending(path: "data").path }
}

/// What befalls it.
extension TestServer {
    /// How a server stops.
    enum Stop: String { case fast, immediate }

    func start() async throws {
        let usual = [
            "listen_addresses=''", "port=5432", "unix_socket_directories='\(folder.path)'", "fsync=on",
            "deadlock_timeout=200ms",
        ]
        let options = (usual + settings).map { "-c \($0)" }.joined(separator: " ")
        let log = folder.appending(path: "log").path
        try await postgres("pg_ctl", ["start", "--wait", "--pgdata", data, "--log", log, "--options", options])
    }

    /// Stops the server; `immediate` is what a crash does.
    func stop(_ how: Stop) async throws {
        try await postgres("pg_ctl", ["stop", "--wait", "--pgdata", data, "--mode", how.rawValue])
    }

    /// Makes a standby a server that takes changes; ends when it does.
    func promote() async throws { try await postgres("pg_ctl", ["promote", "--wait", "--pgdata", data]) }

    private func stopForGood() async throws {
        let lock = folder.appending(path: "data/postmaster.pid").path
        if FileManager.default.fileExists(atPath: lock) { try await stop(.immediate) }
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
