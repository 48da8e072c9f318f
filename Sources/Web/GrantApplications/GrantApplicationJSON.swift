import Domain
import Postgres
import Store

/// What happened to an application at the region, as far as somebody may see it.
struct Handling: Sendable {
    let caseOfficer: String?
    let recommendation: Recommendation?
    let decision: Decision?
    let names: [Person.ID: String]
}

extension PostgresClient {
    private func mayKnowRecommendation(of application: GrantApplication, _ person: Person) async throws -> Bool {
        guard person.isOfRegionalDesk else { return false }
        let hosts = try await events(application.request.events.map(\.eventID)).flatMap(\.details.hosts)
        return !person.belongs(to: application.parties(hosts: hosts))
    }

    /// The region sees its recommendation at once; the applicant when the case is decided, with the decision.
    func handling(of application: GrantApplication, seenBy person: Person) async throws -> Handling {
        guard application.receipt != nil else {
            return Handling(caseOfficer: nil, recommendation: nil, decision: nil, names: [:])
        }
        let isShown = try await mayKnowRecommendation(of: application, person) || application.status.isDecided
        let recommendation = isShown ? try await self.recommendation(on: application.id) : nil
        let decision = application.status.isDecided ? try await self.decision(on: application.id) : nil
        let people = [application.caseOfficerID, recommendation?.recommendedBy, decision?.decidedBy].compactMap(\.self)
        let names = try await names(of: people)
        return Handling(
            caseOfficer: application.caseOfficerID.flatMap { names[$0] }, recommendation: recommendation,
            decision: decision, names: names)
    }
}

extension JSONWriter {
    /// An application with its handling.
    mutating func write(_ application: GrantApplication, _ handling: Handling) {
        object {
            $0.writeMembers(of: application, caseOfficer: handling.caseOfficer)
            $0.write(handling.recommendation, of: application, handling.names)
            $0.write(handling.decision, handling.names)
        }
    }

    /// An application as lists have it.
    mutating func write(_ application: GrantApplication, caseOfficer: String?) {
        object { $0.writeMembers(of: application, caseOfficer: caseOfficer) }
    }

    private mutating func writeMembers(of application: GrantApplication, caseOfficer: String?) {
        member("id", application.id)
        member("state", application.status)
        member("callId", application.callID)
        member("libraryId", application.libraryID)
        write(application.request)
        member("questionVersion", application.questionVersion)
        member("roundId", application.roundID)
        array("partners", application.partners) { $0.write($1) }
        member("registryNumber", application.receipt?.registryNumber)
        member("receivedAt", application.receipt?.submittedAt)
        member("caseOfficer", actor: caseOfficer)
        member("version", application.version)
        member("changedAt", application.changedAt)
        object("links") {
            $0.member("self", Link.API.application(application.id))
            $0.member("rule", Link.API.rule(application.id))
            $0.member("caseEvents", Link.API.caseEvents(application.id))
            $0.member("attachments", Link.API.attachments(application.id))
            $0.member("partners", "\(Link.API.application(application.id))/partners")
            $0.member("similar", "\(Link.API.application(application.id))/similar")
            $0.member("receipt", application.receipt == nil ? nil : Link.API.receipt(application.id))
            $0.member("snapshot", application.receipt == nil ? nil : Link.API.snapshot(application.id))
            $0.member("changes", application.receipt == nil ? nil : Link.API.changes(application.id))
            $0.member("messages", application.receipt == nil ? nil : Link.API.messages(application.id))
            $0.member("call", Link.API.call(application.callID))
            $0.member("grants", application.status.isApproved ? Link.API.grants(of: application.id) : nil)
            $0.member("documents", application.receipt == nil ? nil : Link.API.documents(application.id))
            $0.member("page", Link.application(application.id))
        }
    }

    /// The members of what is asked for, within an object.
    mutating func write(_ request: GrantRequest) {
        member("title", request.title)
        member("purpose", request.purpose)
        array("events", request.events) { json, share in
            json.object {
                $0.member("eventId", share.eventID)
                $0.member("costShare", share.amount)
            }
        }
        array("budget", request.budget) { json, line in
            json.object {
                $0.member("kind", line.kind)
                $0.member("amount", line.amount)
            }
        }
        member("requestedAmount", request.requestedAmount)
        member("trackId", request.trackID)
        object("project") { $0.writeMembers(of: request.plan) }
        array("answers", request.answers.sorted { $0.key < $1.key }) { json, answer in
            json.object {
                $0.member("questionId", answer.key)
                $0.array("values", answer.value)
            }
        }
    }
}

extension JSONWriter {
    private mutating func write(
        _ recommendation: Recommendation?, of application: GrantApplication, _ names: [Person.ID: String]
    ) {
        guard let recommendation else { return member("recommendation", String?.none) }
        object("recommendation") {
            switch recommendation.outcome {
            case .approve(let amount):
                $0.member("outcome", "approve")
                $0.member("amount", amount)
            case .reject:
                $0.member("outcome", "reject")
                $0.member("amount", Money?.none)
            }
            $0.member("reasons", recommendation.reasons)
            $0.member("recommendedBy", actor: names[recommendation.recommendedBy])
            $0.member("recommendedAt", recommendation.recommendedAt)
            $0.member("applicationVersion", recommendation.applicationVersion)
            $0.member("isStale", application.isStale(recommendation))
        }
    }

    private mutating func write(_ decision: Decision?, _ names: [Person.ID: String]) {
        guard let decision else { return member("decision", String?.none) }
        object("decision") {
            $0.member("outcome", decision.outcome.status)
            $0.member("amount", decision.outcome.amount)
            $0.member("reasons", decision.reasons)
            $0.member("decidedBy", actor: names[decision.decidedBy])
            $0.member("decidedAt", decision.decidedAt)
            $0.member("number", decision.number)
            if let minutes = decision.authority.minutes {
                $0.object("board") { $0.writeMembers(of: minutes) }
            } else {
                $0.member("board", String?.none)
            }
            $0.member("conditions", decision.terms.conditions)
            $0.member("reclaimReservation", decision.terms.reclaimReservation)
            $0.member("appeal", decision.terms.appeal)
            $0.member("appealText", decision.terms.appealText)
        }
    }

    /// One thing that happened in a case.
    mutating func write(_ event: CaseEvent) {
        object {
            $0.member("number", event.number)
            $0.member("kind", event.kind)
            $0.member("detail", event.detail)
            $0.member("actor", actor: event.actorName)
            $0.member("happenedAt", event.happenedAt)
        }
    }
}
