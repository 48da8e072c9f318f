/// One statement, its parameters in the order in which they are first used.
struct NamedQuery {
    let name: String
    let line: Int
    let comment: [String]
    let text: String
    let parameters: [String]

    /// The parameters' names in Swift.
    var labels: [String] { parameters.map(\.camelCased) }

    /// - Parameter section: the comment with the name, and all up to the next name.
    init(_ section: [Token], file: String) throws(Fault) {
        let line = section.first?.line ?? 1
        guard let name = section.first?.header("name"), name.isMemberName else {
            throw Fault(file: file, line: line, message: "a query's name is one word like a function's: -- name: lock")
        }
        let body = section.dropFirst()
        let statement = body.drop(while: \.isSpaceOrLineComment).prefix { $0.kind != .semicolon }
        guard statement.contains(where: \.isSQL) else {
            throw Fault(file: file, line: line, message: "\(name) has no SQL")
        }
        if let second = body[statement.endIndex...].dropFirst().first(where: \.isSQL) {
            throw Fault(file: file, line: second.line, message: "\(name) holds a second statement: a query is one")
        }
        let (text, parameters) = try Self.numbering(statement, file: file)
        guard Set(parameters.map(\.camelCased)).count == parameters.count else {
            throw Fault(file: file, line: line, message: "two parameters of \(name) have the same name in Swift")
        }
        self.name = name
        self.line = line
        self.comment = body.leadingComment
        self.text = text
        self.parameters = parameters
    }

    /// The statement with `$1`…`$n` for its `:names`.
    private static func numbering(
        _ statement: ArraySlice<Token>, file: String
    ) throws(Fault) -> (text: String, parameters: [String]) {
        var text = ""
        var parameters: [String] = []
        for token in statement {
            switch token.kind {
            case .positional:
                throw Fault(file: file, line: token.line, message: "\(token.text): parameters have names, as :id")
            case .parameter:
                let name = String(token.text.dropFirst())
                guard name.isSnakeCased else {
                    throw Fault(file: file, line: token.line, message: ":\(name) is not in snake_case")
                }
                let index = parameters.firstIndex(of: name) ?? parameters.endIndex
                if index == parameters.endIndex { parameters.append(name) }
                text += "$\(index + 1)"
            default: text += token.text
            }
        }
        return (text.trimmed, parameters)
    }
}

extension Token {
    /// The name given by `-- name: lock` or `-- columns: event`.
    func header(_ word: String) -> String? {
        isLineComment && remark.hasPrefix("\(word):") ? remark.dropFirst(word.count + 1).trimmed : nil
    }

    var isSQL: Bool { kind != .space && kind != .comment }

    fileprivate var isSpaceOrLineComment: Bool { kind == .space || isLineComment }
    fileprivate var isLineComment: Bool { kind == .comment && text.hasPrefix("--") }

    /// What a comment says after its dashes.
    fileprivate var remark: String { text.drop { $0 == "-" }.trimmed }
}

extension Collection<Token> {
    var leadingComment: [String] { prefix(while: \.isSpaceOrLineComment).filter(\.isLineComment).map(\.remark) }
}
