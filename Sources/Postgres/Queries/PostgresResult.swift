import CLibPQ
import Glibc
import Synchronization

/// A result of libpq, freed with its last reader.
///
/// `@unchecked Sendable` holds because libpq never changes a `PGresult` after handing it over (its functions that read
/// one are thread safe, libpq "Behavior in Threaded Programs"), and all that is kept beside it is constant.
@safe final class PostgresResult: @unchecked Sendable {
    @safe struct Column {
        /// Points into the result, and so lives as long as this object.
        let name: UnsafeBufferPointer<CChar>
        let type: PostgresType

        func isNamed(_ other: StaticString) -> Bool {
            let length = other.utf8CodeUnitCount
            // Both are so long, so neither is read past its end.
            guard unsafe name.count == length, let start = unsafe name.baseAddress else { return false }
            return unsafe memcmp(start, other.utf8Start, length) == 0
        }

        var described: StatementDescription.Column {
            StatementDescription.Column(
                name: unsafe name.baseAddress.map { unsafe String(cString: $0) } ?? "", type: type)
        }
    }

    let query: StaticString
    let rowCount: Int
    /// The index of names to positions: one short scan over lengths and bytes costs less than hashing the name.
    let columns: [Column]
    private let handle: OpaquePointer
    /// Where the next name is looked for first: columns are mostly read in their order.
    private let hint = Atomic(0)

    /// Takes the result over.
    init(_ handle: OpaquePointer, query: StaticString) {
        unsafe self.handle = handle
        self.query = query
        rowCount = unsafe Int(PQntuples(handle))
        columns = unsafe (0..<PQnfields(handle)).map { column in
            let name = unsafe PQfname(handle, column)
            return unsafe Column(
                name: UnsafeBufferPointer(start: name, count: name.map { unsafe strlen($0) } ?? 0),
                type: PostgresType(rawValue: PQftype(handle, column)))
        }
    }

    deinit { unsafe PQclear(handle) }

    var status: ExecStatusType { unsafe PQresultStatus(handle) }

    var isFailure: Bool {
        switch status {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_PIPELINE_SYNC: false
        default: true
        }
    }

    /// The error of a failed result.
    var error: PostgresError { unsafe PostgresError(result: handle, query: query) }

    /// The first word or words of the command that was done, such as `COMMIT`.
    var command: String { unsafe PQcmdStatus(handle).map { unsafe String(cString: $0) } ?? "" }

    /// The types of the parameters, if this describes a statement.
    var parameterTypes: [PostgresType] {
        unsafe (0..<PQnparams(handle)).map { unsafe PostgresType(rawValue: PQparamtype(handle, $0)) }
    }

    var affected: Int {
        // PQcmdTuples answers with a constant text of the result, empty for statements that touch no rows.
        let text = unsafe PQcmdTuples(handle).map { unsafe String(cString: $0) }
        return text.flatMap(Int.init) ?? 0
    }

    func position(of name: StaticString) -> Int? {
        let hinted = hint.load(ordering: .relaxed)
        let found = hinted < columns.count && columns[hinted].isNamed(name) ? hinted : search(name)
        if let found { hint.store(found + 1, ordering: .relaxed) }
        return found
    }

    private func search(_ name: StaticString) -> Int? { columns.firstIndex { $0.isNamed(name) } }

    func isNull(row: Int, column: Int) -> Bool {
        unsafe PQgetisnull(handle, Int32(row), Int32(column)) == 1
    }

    func withBytes<Value>(row: Int, column: Int, _ body: (RawSpan) throws -> Value) rethrows -> Value {
        let length = unsafe Int(PQgetlength(handle, Int32(row), Int32(column)))
        // libpq answers with a pointer to so many bytes, inside the result, which this object keeps until after `body`.
        let bytes = unsafe UnsafeRawBufferPointer(start: PQgetvalue(handle, Int32(row), Int32(column)), count: length)
        return try unsafe body(bytes.bytes)
    }
}
