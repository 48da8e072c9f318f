package import Domain
package import Postgres
import SQL

extension Querying {
    /// One application with its events and budget, whatever its status.
    package func grantApplication(_ id: GrantApplication.ID) async throws -> GrantApplication? {
        try await whole(all(SQL.GrantApplications.get(id: id))).first
    }

    /// A page of applications: those of `libraries`, and all that the region has received where `received`. To others
    /// than the region each stands in the list where, and as, they may know it.
    package func grantApplications(
        of libraries: [Library.ID], received: Bool, _ filter: ApplicationFilter = ApplicationFilter(), limit: Int,
        offset: Int
    ) async throws -> (applications: [GrantApplication], total: Int) {
        let status = filter.status?.rawValue
        let ofNobody = filter.officer == .nobody
        async let total: Int? = value(
            SQL.GrantApplications.count(
                libraries: libraries, received: received, status: status, callID: filter.call,
                officerID: filter.officerID, ofNobody: ofNobody, text: filter.text), column: "total")
        let rows: [ApplicationRow] = try await all(
            SQL.GrantApplications.list(
                libraries: libraries, received: received, status: status, callID: filter.call,
                officerID: filter.officerID, ofNobody: ofNobody, text: filter.text, orderBy: filter.order.rawValue,
                limit: limit, offset: offset))
        return (try await whole(rows), try await total ?? 0)
    }

    /// The applications that still count on an event, or of which nobody may know yet that they do not.
    package func liveApplications(of event: Event.ID) async throws -> [GrantApplication.ID] {
        try await values(SQL.GrantApplications.liveOfEvent(eventID: event), column: "id")
    }

    /// The events whose invitation is bound for nothing any more, as everybody may know.
    package func invitationsToRelease() async throws -> [Event.ID] {
        try await values(SQL.GrantApplications.invitationsToRelease(), column: "id")
    }

    /// Whether the region has received an application that counts on the event, and so may read it.
    package func isInReceivedApplication(_ event: Event.ID) async throws -> Bool {
        try await value(SQL.GrantApplications.isInReceivedApplication(eventID: event), column: "is_received") ?? false
    }

    /// Puts events, budget, texts, answers and partners to the rows, in five statements however many rows there are.
    private func whole(_ rows: [ApplicationRow]) async throws -> [GrantApplication] {
        guard !rows.isEmpty else { return [] }
        let ids = rows.map(\.id)
        let shares: [ShareRow] = try await all(SQL.GrantApplications.eventsOf(applications: ids))
        let lines: [BudgetRow] = try await all(SQL.GrantApplications.budgetOf(applications: ids))
        let texts: [TextRow] = try await all(SQL.GrantApplications.textsOf(applications: ids))
        let answers: [AnswerRow] = try await all(SQL.GrantApplications.answersOf(applications: ids))
        let sharesOf = Dictionary(grouping: shares, by: \.applicationID)
        let partners: [PartnerRow] = try await all(SQL.Partners.ofApplications(applications: ids))
        let partnersOf = Dictionary(grouping: partners, by: \.applicationID)
        let linesOf = Dictionary(grouping: lines, by: \.applicationID)
        let textsOf = Dictionary(grouping: texts, by: \.applicationID)
        let answersOf = Dictionary(grouping: answers, by: \.applicationID)
        return rows.map { row in
            row.application(
                events: sharesOf[row.id, default: []].map(\.share), budget: linesOf[row.id, default: []].map(\.line),
                texts: textsOf[row.id, default: []], answers: answersOf[row.id, default: []],
                partners: partnersOf[row.id, default: []].map(\.partner))
        }
    }
}

extension Transaction {
    /// The application, held until the transaction ends. Its events and budget are read after the lock.
    package func lockGrantApplication(_ id: GrantApplication.ID) async throws -> GrantApplication? {
        guard try await !rows(SQL.GrantApplications.lock(id: id)).isEmpty else { return nil }
        return try await grantApplication(id)
    }

    /// Writes a new draft.
    package func insert(
        _ request: GrantRequest, as id: GrantApplication.ID, call: Call.ID, library: Library.ID, by person: Person.ID
    ) async throws {
        try await execute(
            SQL.GrantApplications.insert(
                id: id, callID: call, libraryID: library, title: request.title, purpose: request.purpose,
                requestedAmount: request.requestedAmount, trackID: request.trackID,
                areas: request.plan.areas.map(\.rawValue),
                priorityGroups: request.plan.priorityGroups.map(\.rawValue), ownHours: request.plan.ownHours,
                ownHourlyCost: request.plan.ownHourlyCost, otherFunding: request.plan.otherFunding,
                createdBy: person))
        try await setEvents(of: id, to: request)
        try await setBudget(of: id, to: request)
        try await setTexts(of: id, to: request.plan)
        try await setAnswers(of: id, to: request.answers)
    }

    /// Writes a locked draft.
    package func update(_ id: GrantApplication.ID, to request: GrantRequest) async throws {
        try await update(id, to: request, parts: GrantRequest.Part.allCases)
    }

    /// Writes a locked application; of its lists and texts those that are among `parts`.
    package func update(
        _ id: GrantApplication.ID, to request: GrantRequest, parts: [GrantRequest.Part]
    ) async throws {
        try await execute(
            SQL.GrantApplications.update(
                title: request.title, purpose: request.purpose, requestedAmount: request.requestedAmount,
                trackID: request.trackID, areas: request.plan.areas.map(\.rawValue),
                priorityGroups: request.plan.priorityGroups.map(\.rawValue), ownHours: request.plan.ownHours,
                ownHourlyCost: request.plan.ownHourlyCost, otherFunding: request.plan.otherFunding, id: id))
        if parts.contains(.events) {
            try await execute(SQL.GrantApplications.clearEvents(applicationID: id, kept: request.events.map(\.eventID)))
            try await setEvents(of: id, to: request)
        }
        if parts.contains(.budget) {
            try await execute(SQL.GrantApplications.clearBudget(applicationID: id))
            try await setBudget(of: id, to: request)
        }
        let texts = parts.flatMap(\.texts)
        if !texts.isEmpty {
            try await execute(SQL.GrantApplications.clearTexts(applicationID: id, fields: texts.map(\.rawValue)))
            try await setTexts(of: id, to: request.plan, fields: texts)
        }
        if parts.contains(.answers) {
            try await execute(SQL.GrantApplications.clearAnswers(applicationID: id))
            try await setAnswers(of: id, to: request.answers)
        }
    }

    /// Another event has the place of one in a locked application that is reopened, with its share.
    package func replace(_ event: Event.ID, by other: Event.ID, in id: GrantApplication.ID) async throws {
        try await execute(
            SQL.GrantApplications.insertSuccessor(successorID: other, applicationID: id, eventID: event))
        try await execute(SQL.GrantApplications.deleteReplaced(applicationID: id, eventID: event))
    }

    private func setEvents(of id: GrantApplication.ID, to request: GrantRequest) async throws {
        try await execute(
            SQL.GrantApplications.setEvents(
                applicationID: id, events: request.events.map(\.eventID),
                costShares: request.events.map(\.amount.ore)))
    }

    private func setBudget(of id: GrantApplication.ID, to request: GrantRequest) async throws {
        try await execute(
            SQL.GrantApplications.setBudget(
                applicationID: id, kinds: request.budget.map(\.kind.rawValue),
                amounts: request.budget.map(\.amount.ore)))
    }

    /// Marks a locked draft as received.
    package func submit(
        _ id: GrantApplication.ID, _ receipt: GrantApplication.Receipt, round: CallRound.ID? = nil
    ) async throws {
        try await execute(
            SQL.GrantApplications.submit(
                registryNumber: receipt.registryNumber, submittedBy: receipt.submittedBy,
                submittedAt: receipt.submittedAt, roundID: round, id: id))
    }

    /// Moves a locked application to `status`, keeping its case officer unless another is named.
    package func setStatus(
        of id: GrantApplication.ID, to status: GrantApplication.Status, caseOfficer: Person.ID? = nil,
        note: String? = nil
    ) async throws {
        try await execute(
            SQL.GrantApplications.setStatus(
                status: status.rawValue, caseOfficerID: caseOfficer, closingNote: note, id: id))
    }

    /// The next registry number of `year`. Nobody else gets one until the transaction ends, so that none is lost.
    package func nextRegistryNumber(year: Int) async throws -> String {
        let number: Int? = try await value(SQL.GrantApplications.nextRegistryNumber(year: year), column: "last_number")
        guard let number else { throw RowIsGone(table: "registry_series") }
        return RegistryNumber(year: year, number: number).description
    }
}
