import HTML

/// A column of a table.
struct Column {
    let title: String
    let isNumber: Bool

    init(_ title: String, isNumber: Bool = false) {
        self.title = title
        self.isNumber = isNumber
    }
}

/// A row of a table: its cells in the order of the columns. The first says what the row is about.
struct TableRow {
    let cells: [HTML]
    let isSum: Bool

    init(_ cells: [HTML], isSum: Bool = false) {
        self.cells = cells
        self.isSum = isSum
    }
}

/// A table that is read in a narrow window without moving sideways: there each row stands by itself, and each cell
/// under the name of its column. The roles say what the elements are, since that style sheet takes it from them.
func listing(caption: String, _ columns: [Column], _ rows: [TableRow]) -> HTML {
    div(.class("listing")) {
        table(caption: caption, .role(.table)) {
            thead(.role(.rowGroup)) {
                tr(.role(.row)) {
                    for column in columns {
                        th(
                            column.title, scope: .column, .class(column.isNumber ? "number" : "text"),
                            .role(.columnHeading))
                    }
                }
            }
            tbody(.role(.rowGroup)) {
                for row in rows {
                    tr(.role(.row), .class(row.isSum ? "sum" : "entry")) { cells(of: row, columns) }
                }
            }
        }
    }
}

@HTMLBuilder private func cells(of row: TableRow, _ columns: [Column]) -> HTML {
    for (index, (column, cell)) in zip(columns, row.cells).enumerated() {
        let kind = column.isNumber ? "number" : "text"
        if index == 0 {
            th(scope: .row, .class(kind), .role(.rowHeading), .data("label", column.title)) { span { cell } }
        } else {
            td(.class(kind), .role(.cell), .data("label", column.title)) { span { cell } }
        }
    }
}
