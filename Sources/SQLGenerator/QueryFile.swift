/// One file of SQL/Queries: the named statements of one feature.
struct QueryFile {
    /// The file's name, and so the name of the enum.
    let name: String
    /// What stands before the first query.
    let comment: [String]
    let queries: [NamedQuery]

    init(_ source: SourceFile) throws(Fault) {
        guard source.stem.isTypeName else {
            throw Fault(
                file: source.path, line: 1, message: "a file of queries is named like a type: GrantApplications.sql")
        }
        let sections = try Self.sections(of: Lexer.tokens(of: source))
        if let stray = sections.first?.first(where: \.isSQL) {
            throw Fault(file: source.path, line: stray.line, message: "a query needs a name: -- name: lock")
        }
        var queries: [NamedQuery] = []
        for section in sections.dropFirst() {
            let query = try NamedQuery(section, file: source.path)
            if let other = queries.first(where: { $0.name == query.name }) {
                let message = "the name \(query.name) is taken by the query in line \(other.line)"
                throw Fault(file: source.path, line: query.line, message: message)
            }
            queries.append(query)
        }
        self.name = source.stem
        self.comment = sections.first?.leadingComment ?? []
        self.queries = queries
    }

    /// What stands before the first `-- name:`, and then each query with its name first.
    private static func sections(of tokens: [Token]) -> [[Token]] {
        var sections: [[Token]] = [[]]
        var startsLine = true
        for token in tokens {
            if startsLine, token.header != nil {
                sections.append([token])
            } else {
                sections[sections.count - 1].append(token)
            }
            startsLine = token.kind == .space && token.text.contains("\n")
        }
        return sections
    }
}
