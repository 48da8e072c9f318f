/// The files of Migrations or Seeds, in the order of their numbers: `0042-what-becomes-true.sql`.
struct NumberedFiles {
    struct Entry {
        let number: Int
        let name: String
        let source: SourceFile
    }

    let entries: [Entry]

    /// Numbers run from 1 without gap or double, so that two people who add the same number meet in review.
    init(_ sources: [SourceFile]) throws(Fault) {
        var entries: [Entry] = []
        for source in sources { entries.append(try Entry(source)) }
        entries.sort { ($0.number, $0.name) < ($1.number, $1.name) }
        for (index, entry) in entries.enumerated() where entry.number != index + 1 {
            let isDouble = index > 0 && entries[index - 1].number == entry.number
            let message =
                isDouble
                ? "number \(entry.number) is taken by \(entries[index - 1].source.stem).sql"
                : "number \(index + 1) is missing before this file"
            throw Fault(file: entry.source.path, line: 1, message: message)
        }
        self.entries = entries
    }
}

extension NumberedFiles.Entry {
    fileprivate init(_ source: SourceFile) throws(Fault) {
        let digits = source.stem.prefix(4)
        let name = source.stem.dropFirst(5)
        guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits),
            source.stem.dropFirst(4).first == "-", !name.isEmpty,
            name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
        else {
            throw Fault(file: source.path, line: 1, message: "is to be named like 0042-what-becomes-true.sql")
        }
        guard source.text.contains(where: { !$0.isWhitespace }) else {
            throw Fault(file: source.path, line: 1, message: "is empty")
        }
        self.init(number: number, name: String(name), source: source)
    }
}
