import Domain
import NIOCore
import Store

/// A batch as spreadsheets and the region's system of accounts read it: `;` between cells, CRLF, UTF-8 with a mark.
enum PaymentCSV {
    static func file(_ batch: PaymentBatch, _ lines: [PaymentBatch.Line]) -> ByteBuffer {
        let head = ["batch", "reference", "payee", "account kind", "account number", "amount", "registry number"]
        let rows = lines.map { line in
            [
                "\(batch.number)", line.reference, line.payee, line.account.kind.rawValue, line.account.description,
                amount(line.amount), line.registryNumber,
            ]
        }
        let text = ([head] + rows).map { $0.map(cell).joined(separator: ";") + "\r\n" }.joined()
        return ByteBuffer(string: "\u{FEFF}\(text)")
    }

    /// Kronor with a decimal comma and no groups.
    private static func amount(_ money: Money) -> String { money.decimal.replacing(".", with: ",") }

    /// A cell that no spreadsheet takes for a formula (CWE-1236): one that begins as one is told as text.
    static func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r\n".contains($0) } ?? false
        let plain = isFormula ? "'\(text)" : text
        guard plain.contains(where: { ";\"\r\n".contains($0) || $0.isNewline }) else { return plain }
        return "\"\(plain.replacing("\"", with: "\"\""))\""
    }
}
