import CLibPQ

/// One libpq connection, used by one thread at a time and closed with its last owner.
///
/// `@unchecked Sendable` holds because each connection has one owner, which hands it on as a whole: the dispatch queue
/// that opened it, then the reactor's thread, or a transaction connection's or a listener's own.
@safe final class Connection: @unchecked Sendable {
    let handle: OpaquePointer
    let settings: SessionSettings
    let statements = PreparedStatements()

    /// Connects and waits for it; for a thread that may block.
    init(_ configuration: PostgresConfiguration, _ settings: SessionSettings) throws(PostgresError) {
        let string = try ConnectionString(configuration.connectionString)
            .withDefaults(applicationName: configuration.applicationName)
        guard let handle = unsafe PQconnectdb(string.text) else {
            throw PostgresError(.unavailable, "there is no memory for a connection")
        }
        unsafe self.handle = handle
        self.settings = settings
        guard unsafe PQstatus(handle) == CONNECTION_OK else {
            throw PostgresError(.unavailable, "cannot connect: \(fault)")
        }
        // Notices are for people at a terminal, and may quote values.
        unsafe PQsetNoticeReceiver(handle, { _, _ in }, nil)
        guard unsafe PQsetnonblocking(handle, 1) == 0 else {
            throw PostgresError(.unavailable, "cannot make the connection nonblocking")
        }
        try run(script: settings.script)
    }

    deinit { unsafe PQfinish(handle) }

    var socket: Int32 { unsafe PQsocket(handle) }
    var isBroken: Bool { unsafe PQstatus(handle) != CONNECTION_OK }

    /// libpq's words for what went wrong with the connection; it has none of a query's values.
    var fault: String {
        let text = unsafe PQerrorMessage(handle).map { unsafe String(cString: $0) } ?? ""
        return text.split(separator: "\n").joined(separator: "; ")
    }

    /// Sends what libpq holds back. True when all is sent, false when the socket is full.
    func flush() throws(PostgresError) -> Bool {
        switch unsafe PQflush(handle) {
        case 0: true
        case 1: false
        default: throw PostgresError(.connectionLost, fault)
        }
    }

    /// Takes in what the socket has.
    func consume() throws(PostgresError) {
        guard unsafe PQconsumeInput(handle) == 1 else { throw PostgresError(.connectionLost, fault) }
    }
}

extension Connection {
    /// From now on statements are sent without waiting for the answers.
    func enterPipeline() throws(PostgresError) {
        guard unsafe PQenterPipelineMode(handle) == 1 else { throw PostgresError(.unavailable, fault) }
    }

    /// Asks for a statement to be prepared.
    func sendPrepare(_ statement: PreparedStatements.Statement, _ query: Query) throws(PostgresError) {
        let types = query.parameters.map(\.type.rawValue)
        // The text is a literal, which a NUL ends, and libpq copies all that it is given.
        let sent = unsafe query.text.utf8Start.withMemoryRebound(to: CChar.self, capacity: 1) { text in
            unsafe PQsendPrepare(handle, statement.name, text, Int32(types.count), types)
        }
        guard sent == 1 else { throw PostgresError(.notSent, fault, query: query.name) }
    }

    /// Asks for a prepared statement to be run. The answer comes in the binary format.
    func sendRun(_ statement: PreparedStatements.Statement, _ query: Query) throws(PostgresError) {
        let parameters = ParameterBytes(query.parameters)
        let sent = unsafe parameters.withPointers { pointers, lengths, formats in
            unsafe PQsendQueryPrepared(
                handle, statement.name, Int32(query.parameters.count), pointers, lengths, formats, 1)
        }
        guard sent == 1 else { throw PostgresError(.notSent, fault, query: query.name) }
    }

    /// Ends a batch: what was sent since the last one is committed, or none of it.
    func sendSync() throws(PostgresError) {
        guard unsafe PQpipelineSync(handle) == 1 else { throw PostgresError(.connectionLost, fault) }
    }
}

/// The parameters of a query in one block, as libpq wants them.
private struct ParameterBytes {
    private var block: [UInt8] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ parameters: [PostgresValue]) {
        guard !parameters.isEmpty else { return }
        block.reserveCapacity(parameters.reduce(1) { $0 + ($1.bytes?.count ?? 0) })
        for parameter in parameters {
            offsets.append(parameter.bytes == nil ? nil : block.count)
            lengths.append(Int32(parameter.bytes?.count ?? 0))
            formats.append(1)
            block.append(contentsOf: parameter.bytes ?? [])
        }
        // So that the block has an address even if every value is empty: a null pointer would be NULL.
        block.append(0)
    }

    /// The pointers go into the block, and both live until the end of `body`, by when libpq has copied them.
    func withPointers<Value>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) throws -> Value
    ) rethrows -> Value {
        guard !offsets.isEmpty else { return try body(nil, nil, nil) }
        return try unsafe block.withUnsafeBytes { bytes in
            let base = unsafe bytes.bindMemory(to: CChar.self).baseAddress
            var pointers: [UnsafePointer<CChar>?] = unsafe []
            for offset in offsets {
                if let offset {
                    unsafe pointers.append(base?.advanced(by: offset))
                } else {
                    unsafe pointers.append(nil)
                }
            }
            return try unsafe body(pointers, lengths, formats)
        }
    }
}
