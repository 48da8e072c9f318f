/// Columns that several queries of a file read, written once: what stands under `-- columns: event` is put in wherever
/// a query says `:event_columns`. A view could do the same, but would have to be made anew by each migration of its
/// table.
struct ColumnList {
    let name: String
    let line: Int
    let tokens: [Token]

    /// As a query names it.
    var placeholder: String { ":\(name)\(Self.ending)" }

    private static let ending = "_columns"

    /// - Parameter section: the comment with the name, and all up to the next name.
    init(_ section: [Token], file: String) throws(Fault) {
        let line = section.first?.line ?? 1
        guard let name = section.first?.header("columns"), name.isSnakeCased else {
            throw Fault(file: file, line: line, message: "columns have a name in snake_case: -- columns: event")
        }
        var columns = section.dropFirst().drop { !$0.isSQL }
        while columns.last?.isSQL == false { columns.removeLast() }
        guard !columns.isEmpty else { throw Fault(file: file, line: line, message: "\(name) has no columns") }
        if let stray = columns.first(where: { [.semicolon, .parameter, .positional].contains($0.kind) }) {
            throw Fault(file: file, line: stray.line, message: "\(stray.text) has no place in a list of columns")
        }
        self.name = name
        self.line = line
        tokens = Array(columns)
    }

    /// The section of a query with its columns put in.
    static func expanding(_ section: [Token], with lists: [ColumnList], file: String) throws(Fault) -> [Token] {
        var expanded: [Token] = []
        for token in section {
            if token.kind == .parameter, let list = lists.first(where: { $0.placeholder == token.text }) {
                expanded += list.tokens
            } else if token.kind == .parameter, token.text.hasSuffix(ending) {
                throw Fault(file: file, line: token.line, message: "\(token.text) is no list of this file")
            } else {
                expanded.append(token)
            }
        }
        return expanded
    }
}
