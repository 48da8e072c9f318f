package import Domain
import Postgres
import SQL

extension Transaction {
    /// Writes the partners of a locked draft, in place of those that it had.
    package func setPartners(of id: GrantApplication.ID, to partners: [ApplicationPartner]) async throws {
        try await execute(SQL.Partners.clear(applicationID: id))
        for partner in partners {
            try await execute(
                SQL.Partners.insert(
                    applicationID: id, libraryID: partner.libraryID, role: partner.role.rawValue,
                    contribution: partner.contribution, confirmedAt: partner.confirmation?.confirmedAt,
                    confirmedBy: partner.confirmation?.confirmedBy))
        }
    }

    /// Moves the version of a locked application of which another part has changed.
    package func touch(_ id: GrantApplication.ID) async throws {
        try await execute(SQL.Partners.touch(id: id))
    }
}

/// One partner of an application.
struct PartnerRow: PostgresRowDecodable {
    let applicationID: GrantApplication.ID
    let partner: ApplicationPartner

    init(_ row: Row) throws {
        applicationID = try row["application_id"]
        let confirmedBy: Person.ID? = try row["confirmed_by"]
        let confirmedAt: Instant? = try row["confirmed_at"]
        let confirmation = confirmedBy.flatMap { by in
            confirmedAt.map { ApplicationPartner.Confirmation(confirmedBy: by, confirmedAt: $0) }
        }
        partner = try ApplicationPartner(
            libraryID: row["library_id"], role: word(row["role"], "role"), contribution: row["contribution"],
            confirmation: confirmation)
    }
}
