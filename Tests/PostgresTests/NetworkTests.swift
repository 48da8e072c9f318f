import Foundation
import Glibc
import Testing

@testable import Postgres

/// Over TCP, as between two machines.
@Suite(.serialized) struct `Network` {
    @Test func `the kernel is told when to give a dead server up, and a restart is survived`() async throws {
        let port = try Port.free()
        try await TestServer.use(["listen_addresses=127.0.0.1", "port=\(port)"]) { server in
            let configuration = PostgresConfiguration(
                connectionString: "host=127.0.0.1 port=\(port) user=postgres dbname=postgres sslmode=disable")
            let connection = try Connection(configuration, configuration.readSettings)
            #expect(option(SOL_SOCKET, SO_KEEPALIVE, connection) == 1)
            #expect(option(Int32(IPPROTO_TCP), TCP_KEEPIDLE, connection) == 5)
            #expect(option(Int32(IPPROTO_TCP), TCP_KEEPINTVL, connection) == 2)
            #expect(option(Int32(IPPROTO_TCP), TCP_KEEPCNT, connection) == 3)
            #expect(option(Int32(IPPROTO_TCP), TCP_USER_TIMEOUT, connection) == 5000)
            try await withClient(configuration) { client in
                _ = try await client.write(Accounts.create)
                let first = await Acknowledgements.collect(client, writers: 64, each: 20)
                try await server.stop(.immediate)
                try await server.start()
                try await eventually { await client.isReady() }
                #expect(try await Accounts.keys(client) == first.kept)
                #expect(first.kept.count == 1280)
            }
        }
    }

    @Test func `what the server offers is encrypted, in lanes and in transactions`() async throws {
        let port = try Port.free()
        try await Certificate.use { certificate in
            let settings = ["listen_addresses=127.0.0.1", "port=\(port)"] + certificate.settings
            try await TestServer.use(settings) { server in
                let configuration = PostgresConfiguration(
                    connectionString: "host=127.0.0.1 port=\(port) user=postgres dbname=postgres sslmode=prefer")
                try await withClient(configuration) { client in
                    let inTransaction = try await client.transaction { try await isEncrypted($0) }
                    #expect(inTransaction == true)
                    #expect(try await isEncrypted(client) == true)
                    _ = try await client.write(Accounts.create)
                    let told = await Acknowledgements.collect(client, writers: 64, each: 20)
                    #expect(try await Accounts.keys(client) == told.kept)
                    #expect(told.kept.count == 1280)
                    try await readMuch(client)
                }
            }
        }
    }

    private func isEncrypted(_ database: some Querying) async throws -> Bool? {
        try await database.value(
            Query(name: "ssl", text: "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"), column: "ssl")
    }

    /// More than a TLS record holds (16 KiB, RFC 8446 section 5.1), so that some of it waits in libpq and not in the
    /// socket.
    private func readMuch(_ client: PostgresClient) async throws {
        let much = Query(name: "much", text: "SELECT repeat('x', 300000) AS text")
        try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<40 { group.addTask { try await client.value(much, column: "text") } }
            for try await text in group { #expect(text?.utf8.count == 300_000) }
        }
    }

    private func option(_ level: Int32, _ name: Int32, _ connection: Connection) -> Int32? {
        var value: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        // The kernel fills in one `Int32`.
        return unsafe getsockopt(connection.socket, level, name, &value, &size) == 0 ? value : nil
    }
}

/// A key and a certificate that nobody has signed but itself.
private struct Certificate {
    let folder: URL

    var settings: [String] {
        ["ssl=on", "ssl_cert_file=\(folder.path)/certificate", "ssl_key_file=\(folder.path)/key"]
    }

    static func use<Value>(_ body: (Certificate) async throws -> Value) async throws -> Value {
        let certificate = Certificate(folder: URL(filePath: "/tmp/samlyft-\(UUID().uuidString)"))
        let folder = certificate.folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let result = await Result {
            try await Command.run(
                "/usr/bin/openssl",
                [
                    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-keyout", "\(folder.path)/key", "-out", "\(folder.path)/certificate",
                ])
            // PostgreSQL wants a key that is its own.
            if getuid() == 0 { try await Command.run("/bin/chown", ["-R", "postgres", folder.path]) }
            return try await body(certificate)
        }
        try FileManager.default.removeItem(at: folder)
        return try result.get()
    }
}

private enum Port {
    /// A port of 127.0.0.1 that the kernel has just found free.
    static func free() throws -> UInt16 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(socket >= 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        // A `sockaddr_in` is what the kernel reads and writes behind the `sockaddr` of its family.
        let failure = unsafe withUnsafeMutablePointer(to: &address) { address in
            unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe bind(socket, address, size) + getsockname(socket, address, &size)
            }
        }
        try #require(failure == 0)
        return UInt16(bigEndian: address.sin_port)
    }
}
