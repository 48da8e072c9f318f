/// A value of JSON that is kept for the archive, whatever it says.
package enum ArchivedValue: Sendable, Equatable, Decodable {
    case nothing
    case truth(Bool)
    case whole(Int)
    case number(Double)
    case text(String)
    case list([ArchivedValue])
    case record([String: ArchivedValue])

    package init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .nothing
        } else if let truth = Self.read(Bool.self, in: value) {
            self = .truth(truth)
        } else if let whole = Self.read(Int.self, in: value) {
            self = .whole(whole)
        } else if let number = Self.read(Double.self, in: value) {
            self = .number(number)
        } else if let text = Self.read(String.self, in: value) {
            self = .text(text)
        } else if let list = Self.read([ArchivedValue].self, in: value) {
            self = .list(list)
        } else {
            self = .record(try value.decode([String: ArchivedValue].self))
        }
    }

    /// What it is can only be found by asking whether it is this: that it is not is no fault.
    private static func read<Value: Decodable>(
        _ type: Value.Type, in container: any SingleValueDecodingContainer
    ) -> Value? {
        do {
            return try container.decode(type)
        } catch {
            return nil
        }
    }

    /// A member of a record.
    package subscript(name: String) -> ArchivedValue? {
        guard case .record(let members) = self else { return nil }
        return members[name]
    }

    /// The words, of a text.
    package var words: String? {
        guard case .text(let words) = self else { return nil }
        return words
    }

    /// A record without some of its members.
    package func without(_ names: String...) -> ArchivedValue {
        guard case .record(let members) = self else { return self }
        return .record(members.filter { !names.contains($0.key) })
    }

    /// Everything that has the form of an identifier in it.
    package var identifiers: Set<String> {
        switch self {
        case .text(let words): words.count == 36 && words.filter { $0 == "-" }.count == 4 ? [words] : []
        case .list(let items): items.reduce(into: []) { $0.formUnion($1.identifiers) }
        case .record(let members): members.values.reduce(into: []) { $0.formUnion($1.identifiers) }
        case .nothing, .truth, .whole, .number: []
        }
    }
}
