import Crypto

/// One step forward of the database, which never changes once it was applied anywhere.
package struct Migration: Sendable, Hashable {
    /// Its place; the first is 1.
    package let number: Int
    /// What becomes true by it.
    package let name: String
    /// One or more statements.
    package let sql: String
    /// SHA-256 of `sql` in hexadecimal, by which a change is noticed.
    package let checksum: String

    /// A step with this text.
    package init(number: Int, name: String, sql: String) {
        self.number = number
        self.name = name
        self.sql = sql
        let digits = Array("0123456789abcdef")
        checksum = String(SHA256.hash(data: Array(sql.utf8)).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}

/// Why no migration was applied.
package enum MigrationRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The wanted numbers are not 1, 2, 3 and so on; the first that is not in its place.
    case gap(at: Int)
    /// An applied migration has another text now.
    case changed(number: Int, name: String)
    /// The database has one that this program does not know, or has another in its place.
    case unknown(number: Int, name: String)
    /// A migration ended the transaction that it runs in.
    case endedItsTransaction(number: Int, name: String)
    /// A migration failed, and with it nothing of it was kept.
    case failed(number: Int, name: String, PostgresError)

    /// One line for the log.
    package var description: String {
        switch self {
        case .gap(let number): "migrations must be numbered without gaps or doubles: \(number) is not in its place"
        case .changed(let number, let name): "migration \(number) \(name) was changed after it was applied"
        case .unknown(let number, let name): "the database has migration \(number) \(name), which is not known here"
        case .endedItsTransaction(let number, let name):
            "migration \(number) \(name) must not begin or end transactions"
        case .failed(let number, let name, let error): "migration \(number) \(name) failed: \(error)"
        }
    }
}
