import Domain
import NIOCore

/// A table as a spreadsheet of people here reads it: `;` between cells, CRLF, UTF-8 with a mark (RFC 4180 with the
/// separator of those who write a decimal comma).
enum Spreadsheet {
    /// All of a file's lines.
    static func file(_ rows: [[String]]) -> ByteBuffer {
        let lines = rows.map { $0.map(cell).joined(separator: ";") + "\r\n" }
        return ByteBuffer(string: "\u{FEFF}\(lines.joined())")
    }

    /// Kronor with a decimal comma and no groups.
    static func amount(_ money: Money) -> String { money.decimal.replacing(".", with: ",") }

    /// A cell that no spreadsheet takes for a formula (CWE-1236): one that begins as one is told as text.
    static func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r\n".contains($0) } ?? false
        let plain = isFormula ? "'\(text)" : text
        guard plain.contains(where: { ";\"\r\n".contains($0) || $0.isNewline }) else { return plain }
        return "\"\(plain.replacing("\"", with: "\"\""))\""
    }
}
