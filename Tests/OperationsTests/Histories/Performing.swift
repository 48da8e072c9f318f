import Domain
import Operations
import Store
import TestDatabase

extension History {
    /// Who somebody is to the tables.
    static func actor(_ who: Step.Who, in scene: Scene) -> CaseActor {
        let person = person(who, in: scene)
        let roles = person.roles.filter { $0.libraryID == nil || $0.libraryID == scene.karin.libraryID }.map(\.role)
        return .person(person.id, roles: Set(roles), isImpartial: person.libraryID == nil)
    }

    private static func person(_ who: Step.Who, in scene: Scene) -> Person {
        switch who {
        case .karin: scene.karin
        case .ulf: scene.ulf
        case .lena: scene.lena
        case .amira: scene.amira
        case .elias: scene.elias
        case .dag: scene.dag
        }
    }

    /// Asks the service for the same.
    func perform(_ step: Step) async throws {
        let person = Self.person(step.who, in: scene)
        switch step.command {
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
