package import Domain
package import Postgres

extension ReportSettlement: PostgresRowDecodable {
    package init(_ row: Row) throws {
        let person: Person.ID? = try row["confirmed_by"]
        let confirmation = try person.map {
            try Confirmation(
                by: $0, at: row["confirmed_at"], in: row["document_id"], isReopened: row["is_reopened"])
        }
        let returner: Person.ID? = try row["returned_by"]
        let returned = try returner.map {
            try Return(reasons: row["returned_because"], by: $0, at: row["returned_at"])
        }
        try self.init(
            id: row["id"], reportID: row["report_id"], payable: row["payable"], entitled: row["entitled"],
            claimed: row["claimed"], dueOn: row["due_on"], reasons: row["reasons"], proposedBy: row["proposed_by"],
            proposedAt: row["proposed_at"], confirmation: confirmation, returned: returned)
    }
}
