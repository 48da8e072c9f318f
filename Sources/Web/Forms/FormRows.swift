/// A list in a form that is as long as its writer needs: `budget.0.kind` and `budget.0.amount`, `budget.1.kind`, ….
/// Rows that are left empty are nothing, wherever they stand.
struct FormRows: Sendable {
    let name: String
    /// What each row has.
    let fields: [String]

    /// Most rows that we look at; a field beyond them is unknown.
    static let most = 200

    func field(_ field: String, _ row: Int) -> String { "\(name).\(row).\(field)" }

    /// The numbers of all rows of the form, in order.
    func numbers(in typed: [String: [String]]) -> [Int] {
        Set(typed.keys.compactMap(number)).sorted()
    }

    /// The numbers of those in which anything stands.
    func filled(in typed: [String: [String]]) -> [Int] {
        numbers(in: typed).filter { row in
            fields.contains { field in typed[self.field(field, row)]?.contains { !$0.trimmed.isEmpty } ?? false }
        }
    }

    /// The rows to show: all that there are, and at least `spare` empty ones.
    func shown(in typed: [String: [String]], spare: Int) -> [Int] {
        let rows = numbers(in: typed)
        let missing = max(0, spare - (rows.count - filled(in: typed).count))
        let next = (rows.last ?? -1) + 1
        return rows + (next..<(next + missing)).filter { $0 < Self.most }
    }

    /// Lets the form know that its empty rows are asked for too.
    func pass(_ form: FormReader, _ typed: [String: [String]]) {
        for row in numbers(in: typed) { for field in fields { _ = form.text(self.field(field, row)) } }
    }

    /// `budget.3.kind` is of row 3; what is no field of this list is of none.
    private func number(_ fieldName: String) -> Int? {
        let parts = fieldName.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == name, fields.contains(String(parts[2])), let row = Int(parts[1]),
            (0..<Self.most).contains(row), String(row) == parts[1]
        else { return nil }
        return row
    }
}
