import Domain
import NIOCore
import Store

/// A batch as its reader's spreadsheet shows it, in their language (programs read the API's JSON).
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
                Spreadsheet.amount(line.amount), line.registryNumber,
            ]
        }
        return Spreadsheet.file([head] + rows)
    }
}
