package import Domain
package import Postgres
import SQL

extension Querying {
    /// A page of what was said in a case, the first first, and how much there is in all. Notes count for nothing where
    /// they are not shown.
    package func messages(
        in id: GrantApplication.ID, withNotes: Bool, limit: Int, offset: Int
    ) async throws -> (messages: [CaseMessage], total: Int) {
        let total: Int? = try await value(
            SQL.CaseMessages.count(applicationID: id, withNotes: withNotes), column: "total")
        let messages: [CaseMessage] = try await all(
            SQL.CaseMessages.ofApplication(applicationID: id, withNotes: withNotes, limit: limit, offset: offset))
        return (messages, total ?? 0)
    }

    /// One message, whoever may read it.
    package func message(_ id: CaseMessage.ID) async throws -> CaseMessage? {
        try await first(SQL.CaseMessages.get(id: id))
    }
}

extension Transaction {
    /// Keeps what `person` says.
    package func insert(_ message: CaseMessage, in id: GrantApplication.ID, by person: Person.ID) async throws {
        try await execute(
            SQL.CaseMessages.insert(
                id: message.id, applicationID: id, visibility: message.visibility.rawValue,
                side: message.side.rawValue, text: message.text, sentBy: person, sentAt: message.sentAt))
    }
}

extension CaseMessage: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            id: row["id"], visibility: word(row["visibility"], "visibility"), side: word(row["side"], "side"),
            text: row["text"], senderName: row["sender_name"], sentAt: row["sent_at"])
    }
}
