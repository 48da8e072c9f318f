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
        let lists = try Self.lists(in: sections, file: source.path)
        name = source.stem
        comment = sections.first?.leadingComment ?? []
        queries = try Self.queries(in: sections, with: lists, file: source.path)
    }

    private static func queries(
        in sections: [[Token]], with lists: [ColumnList], file: String
    ) throws(Fault) -> [NamedQuery] {
        var queries: [NamedQuery] = []
        for section in sections.dropFirst() where section.first?.header("columns") == nil {
            let query = try NamedQuery(ColumnList.expanding(section, with: lists, file: file), file: file)
            if let other = queries.first(where: { $0.name == query.name }) {
                let message = "the name \(query.name) is taken by the query in line \(other.line)"
                throw Fault(file: file, line: query.line, message: message)
            }
            queries.append(query)
        }
        return queries
    }

    private static func lists(in sections: [[Token]], file: String) throws(Fault) -> [ColumnList] {
        var lists: [ColumnList] = []
        for section in sections.dropFirst() where section.first?.header("columns") != nil {
            let list = try ColumnList(section, file: file)
            if let other = lists.first(where: { $0.name == list.name }) {
                let message = "the name \(list.name) is taken by the columns in line \(other.line)"
                throw Fault(file: file, line: list.line, message: message)
            }
            guard sections.joined().contains(where: { $0.kind == .parameter && $0.text == list.placeholder }) else {
                throw Fault(file: file, line: list.line, message: "no query reads \(list.placeholder)")
            }
            lists.append(list)
        }
        return lists
    }

    /// What stands before the first `-- name:` or `-- columns:`, and then each with its name first.
    private static func sections(of tokens: [Token]) -> [[Token]] {
        var sections: [[Token]] = [[]]
        var startsLine = true
        for token in tokens {
            if startsLine, token.header("name") ?? token.header("columns") != nil {
                sections.append([token])
            } else {
                sections[sections.count - 1].append(token)
            }
            startsLine = token.kind == .space && token.text.contains("\n")
        }
        return sections
    }
}
