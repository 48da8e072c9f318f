/// What a connection has prepared. Owned by the connection, and so used by one thread at a time.
final class PreparedStatements {
    struct Statement: Equatable {
        let name: String
        let types: [PostgresType]
        let number: Int
    }

    /// By the address of the text, which is a constant of the program; types tell apart two uses of one text.
    private var statements: [UInt: [Statement]] = [:]
    private var usesOfName: [String: Int] = [:]
    private var count = 0

    func prepared(_ query: Query) -> Statement? {
        statements[Self.key(query)]?.first { statement in
            statement.types.elementsEqual(query.parameters.lazy.map(\.type))
        }
    }

    /// Notes a statement that is about to be prepared. Its name is the query's, unless that was used up before.
    func add(_ query: Query) -> Statement {
        let name = "\(query.name)"
        usesOfName[name, default: 0] += 1
        let uses = usesOfName[name, default: 1]
        count += 1
        let statement = Statement(
            name: uses == 1 ? name : "\(name)#\(uses)", types: query.parameters.map(\.type), number: count)
        statements[Self.key(query), default: []].append(statement)
        return statement
    }

    /// Forgets a statement that could not be prepared, or that no longer fits: the next use prepares it under a new
    /// name.
    func remove(_ statement: Statement, of query: Query) {
        statements[Self.key(query)]?.removeAll { $0 == statement }
    }

    private static func key(_ query: Query) -> UInt {
        // Only the address counts; nothing is read through it.
        unsafe UInt(bitPattern: query.text.utf8Start)
    }
}
