import Domain
import NIOCore
import Store

/// A batch as its reader's spreadsheet shows it, in their language (programs read the API's JSON): `;` between cells,
/// CRLF, UTF-8 with a mark.
enum PaymentCSV {
    static func file(_ batch: PaymentBatch, _ lines: [PaymentBatch.Line], _ phrases: Phrases) -> ByteBuffer {
        let head = [
            phrases.batchNumber, phrases.referenceOfPayment, phrases.payee, phrases.accountKind, phrases.accountNumber,
            phrases.amount, phrases.registryNumber,
        ]
        let rows = lines.map { line in
            [
                "\(batch.number)", line.reference, line.payee, phrases.name(line.account.kind),
                line.account.description,
                amount(line.amount), line.registryNumber,
            ]
        }
        return text([head] + rows)
    }

    /// All of a file's lines.
    static func text(_ rows: [[String]]) -> ByteBuffer {
        let lines = rows.map { $0.map(cell).joined(separator: ";") + "\r\n" }
        return ByteBuffer(string: "\u{FEFF}\(lines.joined())")
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
