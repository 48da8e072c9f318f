import Domain
import HTTPTypes
import Operations
import Store

/// What the region may say of a breach.
enum SettlementChoice: String, CaseIterable {
    case frustrated, waived, enforced

    /// With what goes with it: an amount where something is accepted, a day where something is demanded.
    func settlement(accepted: Money?, dueOn: Day?) -> BreachSettlement {
        switch self {
        case .frustrated: .frustrated
        case .waived: .waived(accepted: accepted ?? .zero)
        case .enforced: .enforced(dueOn: dueOn)
        }
    }
}

extension Routes {
    /// How the region settles breaches, and what comes back of what it claims.
    mutating func addClaims(_ service: Service) {
        let path = "\(Link.API.grants)/:id/conditions/:conditionId/settlement"
        post(path, access: .role(.caseOfficer, .decisionMaker)) { request, person in
            let (grant, condition) = (try request.id(Grant.self), try request.id(Condition.self, "conditionId"))
            let json = try request.json()
            let choice = json.requiredChoice("outcome", SettlementChoice.frustrated)
            let reasons = json.requiredText("reasons")
            let (accepted, due) = (json.money("acceptedAmount"), json.day("dueOn"))
            let minutes = BoardFields.read(json)
            if choice == .waived, accepted == nil, json.has("outcome") { json.fault("acceptedAmount", .isMissing) }
            try json.end()
            _ = try await service.operations.settleBreach(
                of: condition, in: grant, as: choice.settlement(accepted: accepted, dueOn: due), because: reasons,
                by: person, registering: minutes, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await service.answer(grant, to: person)
        }
        addEntriesOfClaims(service)
        addEntryReversal(service)
        addBreachFinding(service)
        addSettlementPages(service)
        addClaimPages(service)
        addClaimList(service)
    }

    /// What comes back of a claim, and what is given up of it.
    private mutating func addEntriesOfClaims(_ service: Service) {
        post("\(Link.API.grants)/:id/claims/:claimId/repayments", access: .role(.finance)) { request, person in
            let (grant, claim) = (try request.id(Grant.self), try request.id(Claim.self, "claimId"))
            let json = try request.json()
            let amount = json.requiredMoney("amount")
            let (day, reference) = (json.requiredDay("paidOn"), json.requiredText("reference"))
            try json.end()
            _ = try await service.operations.recordRepayment(
                of: amount, on: day, reference: reference, to: claim, of: grant, by: person,
                expecting: request.expectedVersion(), request: request.repeatable(by: person))
            return try await service.answer(grant, to: person)
        }
        post("\(Link.API.grants)/:id/claims/:claimId/write-off", access: .role(.decisionMaker)) { request, person in
            let (grant, claim) = (try request.id(Grant.self), try request.id(Claim.self, "claimId"))
            let json = try request.json()
            let (reasons, minutes) = (json.requiredText("reasons"), BoardFields.read(json))
            try json.end()
            _ = try await service.operations.writeOffClaim(
                claim, of: grant, because: reasons, by: person, registering: minutes,
                expecting: request.expectedVersion(), request: request.repeatable(by: person))
            return try await service.answer(grant, to: person)
        }
    }
}
