import Domain
import Operations
import Store
import TestDatabase

extension History {
    /// Who somebody is to the tables.
    static func actor(_ who: Step.Who, in scene: Scene) throws -> CaseActor {
        let person = try person(who, in: scene)
        let roles = person.roles.filter { $0.libraryID == nil || $0.libraryID == scene.karin.libraryID }.map(\.role)
        return .person(person.id, roles: Set(roles), isImpartial: person.libraryID == nil)
    }

    private static func person(_ who: Step.Who, in scene: Scene) throws -> Person {
        switch who {
        case .karin: scene.karin
        case .ulf: scene.ulf
        case .lena: scene.lena
        case .amira: scene.amira
        case .elias: scene.elias
        case .dag: scene.dag
        case .finn: scene.finn
        case .frida: try scene.frida
        }
    }

    /// Asks the service for the same.
    func perform(_ step: Step) async throws {
        let person = try Self.person(step.who, in: scene)
        switch step.action {
        case .command(let command): try await perform(command, person)
        case .reply(let index):
            let (grant, condition) = try await condition(of: index)
            _ = try await scene.operations.replyToBreach(of: condition, in: grant.id, saying: "Sjukdom.", by: person)
        case .confirmAccount:
            guard let account = PayeeAccount(.bankgiro, typed: "123-4566") else { throw Refusal.missing }
            try await scene.operations.confirmPayeeAccount(account, of: grant().id, by: person)
        case .export: _ = try await scene.operations.exportPayments(by: person)
        }
    }

    private func perform(_ command: CaseCommand, _ person: Person) async throws {
        switch command {
        case .application(let command): try await perform(command, person)
        case .recommend(let toApprove):
            _ = try await scene.operations.recommendDecision(
                on: application, toApprove ? .approve(.kronor(30_000)) : .reject, reasons: "Efter granskning.",
                by: person)
        case .change(let change, let index): try await perform(change, events[index], person)
        case .deviation(let change, let index):
            _ = try await scene.operations.reportDeviation(
                from: events[index], because: "Sjukdom.",
                change == .cancel ? .cancellation : .invitation(InvitationForm(scope: .own, state: .published)),
                by: person)
        case .grant(let command): try await perform(command, person)
        case .payment(let command, let number): try await perform(command, number, person)
        case .condition(let command, let index): try await perform(command, of: index, person)
        case .claim(let command, let number): try await perform(command, number, person)
        default: throw Refusal.conflict(.wrongState)
        }
    }

    private func perform(_ command: GrantApplication.Command, _ person: Person) async throws {
        let operations = scene.operations
        switch command {
        case .submit: _ = try await operations.submitApplication(application, attested: true, by: person)
        case .handle: _ = try await operations.handleApplication(application, by: person)
        case .approve, .approvePartially:
            _ = try await operations.approveApplication(
                application, amount: command == .approve ? .kronor(30_000) : .kronor(20_000), reasons: "Angeläget.",
                by: person)
        case .reject: _ = try await operations.rejectApplication(application, reasons: "Ryms inte.", by: person)
        case .dismiss: _ = try await operations.dismissApplication(application, ground: "För sent.", by: person)
        case .withdraw: _ = try await operations.withdrawApplication(application, because: "Ändrat.", by: person)
        default: throw Refusal.conflict(.wrongState)
        }
    }

    private func perform(_ change: CaseCommand.EventChange, _ id: Event.ID, _ person: Person) async throws {
        if change == .cancel {
            _ = try await scene.operations.cancelEvent(id, because: "Sjukdom.", by: person)
        } else {
            let isPublished = try await scene.event(id).invitation.state == .published
            try await scene.invite(
                id, change == .widen ? .all : .own, isPublished ? .published : .bound, by: person)
        }
    }
}

// MARK: The grant and its money

extension History {
    private func grant() async throws -> Grant {
        guard let grant = try await scene.grant(of: application) else { throw Refusal.missing }
        return grant
    }

    private func condition(of index: Int) async throws -> (Grant, Condition.ID) {
        let grant = try await grant()
        guard let condition = grant.conditions.first(where: { $0.eventID == events[index] }) else {
            throw Refusal.missing
        }
        return (grant, condition.id)
    }

    private func perform(_ command: Grant.Command, _ person: Person) async throws {
        let id = try await grant().id
        switch command {
        case .accept: _ = try await scene.operations.acceptGrant(id, on: "Villkoren.", by: person)
        case .decline: _ = try await scene.operations.declineGrant(id, because: "Ändrat.", by: person)
        case .demandRepayment:
            _ = try await scene.operations.demandRepayment(of: id, dueOn: nil, because: "Inställt.", by: person)
        case .revoke: _ = try await scene.operations.revokeGrant(id, because: "Inställt.", by: person)
        default: try await perform(command, onChangesOf: id, person)
        }
    }

    private func perform(_ command: Grant.Command, onChangesOf id: Grant.ID, _ person: Person) async throws {
        let operations = scene.operations
        if command == .requestChange {
            _ = try await operations.requestChange(of: id, .scope("En kurs till."), because: "Behovet.", by: person)
            return
        }
        guard let latest = try await scene.database.changeRequests(of: id).last?.id else {
            throw Refusal.conflict(.wrongState)
        }
        switch command {
        case .approveChange:
            _ = try await operations.approveChange(latest, of: id, because: "Rimligt.", by: person)
        case .rejectChange:
            _ = try await operations.rejectChange(latest, of: id, because: "Inte i år.", by: person)
        case .withdrawChange: _ = try await operations.withdrawChange(latest, of: id, by: person)
        default: throw Refusal.conflict(.wrongState)
        }
    }

    private func perform(_ command: Condition.Command, of index: Int, _ person: Person) async throws {
        let (grant, condition) = try await condition(of: index)
        let given = grant.conditions.first { $0.id == condition }?.given ?? .zero
        let settlement: BreachSettlement =
            switch command {
            case .frustrate: .frustrated
            case .waive: .waived(accepted: given)
            case .waivePart: .waived(accepted: Money(ore: given.ore / 2))
            case .enforce: .enforced(dueOn: nil)
            default: throw Refusal.conflict(.wrongState)
            }
        _ = try await scene.operations.settleBreach(
            of: condition, in: grant.id, as: settlement, because: "Efter kommunicering.", by: person)
    }

    private func perform(_ command: Payment.Command, _ number: Int, _ person: Person) async throws {
        let grant = try await grant()
        guard grant.payments.indices.contains(number) else { throw Refusal.missing }
        let (id, payment, operations) = (grant.id, grant.payments[number].id, scene.operations)
        switch command {
        case .request: _ = try await operations.requestPayment(payment, of: id, by: person)
        case .attest: _ = try await operations.attestPayment(payment, of: id, by: person)
        case .pay:
            let today = Stockholm.day(try await scene.database.now())
            _ = try await operations.payPayment(payment, of: id, reference: "BG 1", on: today, by: person)
        case .fail: _ = try await operations.failPayment(payment, of: id, because: "Fel konto.", by: person)
        case .cancel: _ = try await operations.cancelPayment(payment, of: id, because: "Dubbelt.", by: person)
        case .export:
            // It takes out whatever may leave, also of the cases before this one.
            guard grant.payments[number].state == .attested else { throw Refusal.conflict(.wrongState) }
            _ = try await operations.exportPayments(by: person)
            let isOut = try await self.grant().payments[number].state == .exported
            guard isOut else { throw Refusal.conflict(.wrongState) }
        case .release: throw Refusal.conflict(.wrongState)
        }
    }

    private func perform(_ command: Claim.Command, _ number: Int, _ person: Person) async throws {
        let grant = try await grant()
        guard grant.claims.indices.contains(number) else { throw Refusal.missing }
        let claim = grant.claims[number]
        switch command {
        case .recordRepayment:
            _ = try await scene.operations.recordRepayment(
                of: max(claim.left, .kronor(1)), on: Stockholm.day(try await scene.database.now()), reference: "BG 2",
                to: claim.id, of: grant.id, by: person)
        case .writeOff:
            _ = try await scene.operations.writeOffClaim(
                claim.id, of: grant.id, because: "Inget att hämta.", by: person)
        // Nobody tries that there.
        case .reverseRepayment, .reverseWriteOff: throw Refusal.conflict(.wrongState)
        }
    }
}
