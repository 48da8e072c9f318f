/// The names and values behind the question mark, decoded.
package struct Query: Sendable {
    package let all: [(name: String, value: String)]
    /// Whether some of it was no UTF-8, or percent signs led nowhere.
    package let isFaulty: Bool

    init(_ text: String) {
        guard !text.isEmpty else {
            all = []
            isFaulty = false
            return
        }
        var faulty = false
        all = text.utf8.split(separator: UInt8(ascii: "&")).compactMap { pair in
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(parts[0], plusIsSpace: true),
                let value = parts.count == 1 ? "" : PercentEncoding.decode(parts[1], plusIsSpace: true)
            else {
                faulty = true
                return nil
            }
            return (name, value)
        }
        isFaulty = faulty
    }

    /// The first value of that name that is not empty.
    package subscript(_ name: String) -> String? { all.first { $0.name == name && !$0.value.isEmpty }?.value }

    /// All values of that name that are not empty: `?kind=lecture&kind=webinar`.
    package func values(_ name: String) -> [String] {
        all.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    /// The value of a name that may stand once.
    package func single(_ name: String) throws(RequestFault) -> String? {
        let found = values(name)
        guard found.count <= 1 else { throw RequestFault(.badParameter, field: name) }
        return found.first
    }

    /// A whole number within `range`.
    package func integer(_ name: String, in range: ClosedRange<Int>) throws(RequestFault) -> Int? {
        guard let text = try single(name) else { return nil }
        guard text.utf8.allSatisfy({ (0x30...0x39) ~= $0 }), let value = Int(text), range ~= value else {
            throw RequestFault(
                .badParameter, field: name, range: .numbers(range.lowerBound, range.upperBound))
        }
        return value
    }

    /// The same query with `name` as `value`, encoded: for links to other pages of a list.
    package func with(_ name: String, _ value: String) -> String {
        Self.encoded(all.filter { $0.name != name } + [(name, value)])
    }

    /// The same query without a name, encoded anew.
    func without(_ name: String) -> String { Self.encoded(all.filter { $0.name != name }) }

    /// The same query, encoded anew.
    var text: String { Self.encoded(all) }

    private static func encoded(_ pairs: [(name: String, value: String)]) -> String {
        pairs.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
    }
}

/// Which part of a list is asked for. The first page is page 1.
package struct PageWindow: Sendable, Equatable {
    package let limit: Int
    package let page: Int

    package init(limit: Int = 20, page: Int = 1) {
        self.limit = limit
        self.page = page
    }

    init(_ query: Query) throws(RequestFault) {
        limit = try query.integer("limit", in: 1...100) ?? 20
        page = try query.integer("page", in: 1...1_000_000) ?? 1
    }

    /// How many items stand before it.
    package var offset: Int { (page - 1) * limit }
}
