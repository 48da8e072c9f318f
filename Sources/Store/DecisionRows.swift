package import Domain
package import Postgres

extension Decision: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            id: row["id"], number: row["number"], outcome: Outcome(row: row), reasons: row["reasons"],
            terms: Terms(
                conditions: row["conditions"], reclaimReservation: row["reclaim_reservation"],
                appeal: word(row["appeal_kind"], "appeal_kind"), appealText: row["appeal"]),
            authority: Authority(row: row), decidedBy: row["decided_by"], decidedAt: row["decided_at"])
    }
}

extension Decision.Authority {
    fileprivate init(row: Row) throws {
        if let minutes = try BoardMinutes(row: row) {
            self = .board(minutes)
        } else {
            self = .delegation(try row["delegation_id"])
        }
    }

    /// nil of what wants no power of its own.
    init?(ifAnyIn row: Row) throws {
        let line: Delegation.ID? = try row["delegation_id"]
        guard try line != nil || BoardMinutes(row: row) != nil else { return nil }
        try self.init(row: row)
    }
}

extension BoardMinutes {
    /// nil where no board has decided.
    init?(row: Row) throws {
        guard let body: String = try row["decided_by_body"] else { return nil }
        self.init(
            body: body, meetingOn: try row["meeting_on"], paragraph: try row["minutes_paragraph"],
            reference: try row["minutes_reference"])
    }
}

extension Decision.Outcome {
    fileprivate init(row: Row) throws {
        let text: String = try row["outcome"]
        switch try word(text, "outcome") as GrantApplication.Status {
        case .approved: self = .approved(try row["amount"])
        case .approvedPartially: self = .approvedPartially(try row["amount"])
        case .rejected: self = .rejected
        case .dismissed: self = .dismissed
        default: throw UnknownWord(column: "outcome", word: text)
        }
    }
}

extension Delegation: PostgresRowDecodable {
    package init(_ row: Row) throws {
        let outcomes: [String] = try row["outcomes"]
        try self.init(
            id: row["id"], number: row["number"], text: row["text"], personID: row["person_id"],
            outcomes: Set(outcomes.map { try word($0, "outcomes") }), maximumAmount: row["maximum_amount"],
            validFrom: row["valid_from"], validTo: row["valid_to"])
    }
}

extension DecisionText: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            kind: word(row["kind"], "kind"), language: word(row["language"], "language"),
            validFrom: row["valid_from"], text: row["text"])
    }
}

extension DecisionDocument {
    init(row: Row) throws {
        try self.init(
            id: row["id"], applicationID: row["application_id"], decisionID: row["decision_id"],
            kind: word(row["kind"], "kind"), number: row["number"], issuedBy: row["issued_by"],
            issuedAt: row["issued_at"])
    }
}

/// A paper of a case with what is kept of it.
package struct KeptDocument: Sendable, PostgresRowDecodable {
    package let document: DecisionDocument
    /// SHA-256 of the record, which is HTML in UTF-8.
    package let hash: [UInt8]
    /// The same as PDF/A, once it is printed.
    package let print: Print?
    /// How a later decision on the grant is appealed; nil of every other paper.
    package let appeal: Appeal?
    /// Where a board has made it.
    package let minutes: BoardMinutes?
    /// When the decision was posted on the notice board.
    package let notice: Notice?
    /// How the decision that it is of, or is about, is appealed.
    package let appealKind: Appeal
    /// When the parties had got it, where that is noted.
    package let service: Service?
    /// From when it is final and binding; nil while nobody can say.
    package let finalOn: Day?
    /// It is a later decision, and stands no longer.
    package let isReopened: Bool

    /// The last day to appeal it, once its time runs.
    package var appealEndsOn: Day? {
        appealKind == .administrativeAppeal ? service?.appealEndsOn : notice?.appealEndsOn
    }

    /// When the parties had got it, how that is known, and until when it can be appealed.
    package struct Service: Sendable {
        package let servedOn: Day
        package let manner: DecisionService.Manner
        package let appealEndsOn: Day
    }

    /// When a decision was posted, and until when it can be appealed by that.
    package struct Notice: Sendable {
        package let postedOn: Day
        package let appealEndsOn: Day
    }

    /// A print, by its hash and its size in bytes.
    package struct Print: Sendable {
        package let hash: [UInt8]
        package let size: Int
    }

    package init(_ row: Row) throws {
        document = try DecisionDocument(row: row)
        hash = try row["content_hash"]
        let printHash: [UInt8]? = try row["pdf_hash"]
        let size: Int? = try row["pdf_size"]
        print = printHash.map { Print(hash: $0, size: size ?? 0) }
        let laterAppeal: String? = try row["later_appeal"]
        appeal = try laterAppeal.map { try word($0, "later_appeal") }
        minutes = try BoardMinutes(row: row)
        isReopened = try row["is_reopened"]
        let (postedOn, endsOn): (Day?, Day?) = (try row["posted_on"], try row["appeal_ends_on"])
        var notice: Notice?
        if let postedOn, let endsOn { notice = Notice(postedOn: postedOn, appealEndsOn: endsOn) }
        self.notice = notice
        appealKind = try word(row["appeal_kind"], "appeal_kind")
        finalOn = try row["final_on"]
        service = try Service(row: row)
    }
}

extension KeptDocument.Service {
    fileprivate init?(row: Row) throws {
        let (servedOn, endsOn): (Day?, Day?) = (try row["served_on"], try row["service_ends_on"])
        let manner: String? = try row["service_manner"]
        guard let servedOn, let endsOn, let manner else { return nil }
        try self.init(servedOn: servedOn, manner: word(manner, "service_manner"), appealEndsOn: endsOn)
    }
}
