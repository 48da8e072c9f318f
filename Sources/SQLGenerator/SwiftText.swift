/// The Swift for all queries: one enum a file, and the list of them all.
func swift(for files: [QueryFile]) -> String {
    let descriptions = files.map { "\($0.name).descriptions" }.joined(separator: ", ")
    return """
        \(importing(ifNeeded: files.contains { !$0.queries.isEmpty }))\(files.map(swift).joined())extension SQL {
            /// Every query there is, so that a test can prepare and describe them all.
            package static let queries: [QueryDescription] =
                ([\(descriptions)] as [[QueryDescription]]).flatMap { $0 }
        }

        """
}

/// The Swift for a list of numbered files.
func swift(for files: NumberedFiles, named property: String, comment: String) -> String {
    let entries = files.entries.map {
        "Migration(number: \($0.number), name: \"\($0.name)\", sql: \(literal($0.source.text)))"
    }
    return """
        package import Postgres

        extension SQL {
            /// \(comment)
            package static let \(property): [Migration] = [
        \(entries.joined(separator: ",\n"))
            ]
        }

        """
}

/// An import that nothing uses is a warning, and so would stop the build of a young project.
private func importing(ifNeeded isNeeded: Bool) -> String {
    isNeeded ? "package import Postgres\n\n" : ""
}

private func swift(for file: QueryFile) -> String {
    """
    extension SQL {
    \(documentation(file.comment, indent: "    "))    package enum \(file.name) {
    \(file.queries.map { function(for: $0, in: file) }.joined())
            fileprivate static let descriptions: [QueryDescription] = [
    \(file.queries.map { description(of: $0, in: file) }.joined())
            ]
        }

        private enum \(file.name)Text {
    \(file.queries.map { "static let \($0.name.asIdentifier): StaticString = \(literal($0.text))\n" }.joined())
        }
    }


    """
}

private func function(for query: NamedQuery, in file: QueryFile) -> String {
    let name = query.name.asIdentifier
    let parameters = query.labels.map { "\($0.asIdentifier): some PostgresEncodable" }.joined(separator: ", ")
    let values = query.labels.map { "\($0.asIdentifier).postgresValue" }.joined(separator: ", ")
    return documentation(query.comment, indent: "        ")
        + "        package static func \(name)(\(parameters)) -> Query {\n"
        + "            Query(name: \"\(file.name).\(query.name)\", text: \(file.name)Text.\(name), parameters: [\(values)])\n"
        + "        }\n\n"
}

private func description(of query: NamedQuery, in file: QueryFile) -> String {
    let names = query.parameters.map { "\"\($0)\"" }.joined(separator: ", ")
    return "            QueryDescription(name: \"\(file.name).\(query.name)\", "
        + "text: \(file.name)Text.\(query.name.asIdentifier), parameterNames: [\(names)]),\n"
}

private func documentation(_ lines: [String], indent: String) -> String {
    lines.map { "\(indent)/// \($0)\n" }.joined()
}

/// A raw literal with as many `#` as its text needs, so that nothing in the text can end it or be an escape.
func literal(_ text: String) -> String {
    var longest = 0
    var run: Int?
    for scalar in text.unicodeScalars {
        run = scalar == "\"" || scalar == "\\" ? 0 : scalar == "#" ? run.map { $0 + 1 } : nil
        longest = max(longest, run ?? 0)
    }
    let fence = String(repeating: "#", count: longest + 1)
    return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
}
