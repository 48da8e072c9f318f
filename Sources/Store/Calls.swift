package import Domain
package import Postgres
import SQL

extension Querying {
    /// One call with the rule that it has now.
    package func call(_ id: Call.ID) async throws -> Call? {
        try await first(SQL.Calls.get(id: id))
    }

    /// A page of calls, the last to close first, and how many there are in all.
    package func calls(withDrafts: Bool, limit: Int, offset: Int) async throws -> (calls: [Call], total: Int) {
        async let total: Int? = value(SQL.Calls.count(withDrafts: withDrafts), column: "total")
        let calls: [Call] = try await all(SQL.Calls.list(withDrafts: withDrafts, limit: limit, offset: offset))
        return (calls, try await total ?? 0)
    }

    /// The rule of a call as it was in `version`.
    package func rule(_ version: Int, of call: Call.ID) async throws -> CallRule? {
        try await first(SQL.Calls.rule(callID: call, version: version))
    }
}

extension Transaction {
    /// The call, held with its money until the transaction ends.
    package func lockCall(_ id: Call.ID) async throws -> Call? {
        guard try await !rows(SQL.Calls.lock(id: id)).isEmpty else { return nil }
        return try await call(id)
    }

    /// Writes a new call with the first version of its rule.
    package func insert(_ call: Call, by person: Person.ID) async throws {
        let details = call.details
        try await execute(
            SQL.Calls.insert(
                id: call.id, title: details.title, description: details.description, opensAt: details.opensAt,
                closesAt: details.closesAt, projectStartsOn: details.projectStartsOn,
                projectEndsOn: details.projectEndsOn, budget: details.budget, maximumAmount: details.maximumAmount,
                paymentMode: details.terms.payment.rawValue, acceptanceNeeded: details.terms.needsAcceptance,
                reportDays: details.terms.reportDays, paymentAfterAppeal: details.terms.paysAfterAppeal,
                texts: details.textsText, isRolling: details.isRolling, ruleVersion: call.rule.version,
                createdBy: person))
        try await insert(call.rule, of: call.id)
        try await insertParts(of: call.id, details)
    }

    /// Writes a locked call.
    package func update(_ id: Call.ID, _ details: CallDetails, ruleVersion: Int) async throws {
        try await execute(
            SQL.Calls.update(
                title: details.title, description: details.description, opensAt: details.opensAt,
                closesAt: details.closesAt, projectStartsOn: details.projectStartsOn,
                projectEndsOn: details.projectEndsOn, budget: details.budget, maximumAmount: details.maximumAmount,
                paymentMode: details.terms.payment.rawValue, acceptanceNeeded: details.terms.needsAcceptance,
                reportDays: details.terms.reportDays, paymentAfterAppeal: details.terms.paysAfterAppeal,
                texts: details.textsText, isRolling: details.isRolling, ruleVersion: ruleVersion, id: id))
        try await execute(SQL.Calls.clearTracks(callID: id))
        try await execute(SQL.Calls.clearRounds(callID: id))
        try await insertParts(of: id, details)
    }

    /// Keeps a version of a call's rule for ever.
    package func insert(_ rule: CallRule, of call: Call.ID) async throws {
        try await execute(
            SQL.Calls.insertRule(
                callID: call, version: rule.version, invite: rule.invite.number, noticeDays: rule.noticeDays,
                minimumSeatsForOthers: rule.minimumSeatsForOthers, maximumOwnShare: rule.maximumOwnShare,
                othersPayNoMore: rule.othersPayNoMore, calendarIsChannel: rule.calendarIsChannel,
                oneGrantPerEvent: rule.oneGrantPerEvent, daysToReply: rule.daysToReply,
                costsWithoutEvent: rule.costsWithoutEvent.map(\.rawValue)))
    }

    /// Announces a locked call. False if it was so already.
    package func publishCall(_ id: Call.ID, at instant: Instant) async throws -> Bool {
        try await execute(SQL.Calls.publish(publishedAt: instant, id: id)) == 1
    }

    /// Takes money out of a locked call's budget.
    package func commitMoney(_ amount: Money, of call: Call.ID) async throws {
        try await execute(SQL.Calls.commitMoney(amount: amount, id: call))
    }

    /// Puts money that a grant does not take back into a locked call's budget.
    package func releaseMoney(_ amount: Money, of call: Call.ID) async throws {
        try await commitMoney(.zero - amount, of: call)
    }
}

extension Call: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            id: row["id"],
            details: CallDetails(
                title: row["title"], description: row["description"], opensAt: row["opens_at"],
                closesAt: row["closes_at"], projectStartsOn: row["project_starts_on"],
                projectEndsOn: row["project_ends_on"], budget: row["budget"], maximumAmount: row["maximum_amount"],
                terms: GrantTerms(row: row), texts: CallForms.texts(row["texts"]),
                tracks: CallForms.tracks(row["tracks"]), rounds: CallForms.rounds(row["rounds"]),
                isRolling: row["is_rolling"]),
            rule: CallRule(row),
            questions: CallForms.questions(row["questions"], version: row["question_version"]),
            committed: row["committed"], publishedAt: row["published_at"], version: row["version"],
            decisionTerms: DecisionTerms(
                outcomesToldAt: row["outcomes_told_at"], appeal: word(row["appeal"], "appeal"),
                reportDueOn: row["report_due_on"]),
            untold: row["untold"])
    }
}

extension GrantTerms {
    /// The terms of the call in a row.
    init(row: Row) throws {
        try self.init(
            payment: word(row["payment_mode"], "payment_mode"), needsAcceptance: row["acceptance_needed"],
            reportDays: row["report_days"], paysAfterAppeal: row["payment_after_appeal"])
    }
}

extension CallRule: PostgresRowDecodable {
    package init(_ row: Row) throws {
        let least: Int? = try row["invite"]
        let costs: [String] = try row["costs_without_event"]
        try self.init(
            version: row["rule_version"], invite: least.map(Breadth.atLeast) ?? .all, noticeDays: row["notice_days"],
            minimumSeatsForOthers: row["minimum_seats_for_others"], maximumOwnShare: row["maximum_own_share"],
            othersPayNoMore: row["others_pay_no_more"], calendarIsChannel: row["calendar_is_channel"],
            oneGrantPerEvent: row["one_grant_per_event"], daysToReply: row["days_to_reply"],
            costsWithoutEvent: costs.map { try word($0, "costs_without_event") })
    }
}

extension CallRule.Breadth {
    /// nil means all.
    fileprivate var number: Int? {
        switch self {
        case .all: nil
        case .atLeast(let least): least
        }
    }
}
