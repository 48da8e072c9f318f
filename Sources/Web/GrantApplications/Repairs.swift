import Domain
import HTML
import Operations
import Postgres
import Store

/// Makes the one change that would mend what the rule has found.
struct Repairs: Sendable {
    let service: Service

    /// Mends the finding that a button stands for. One that is no longer there has been mended already.
    func perform(_ button: String, in application: GrantApplication, by person: Person) async throws {
        // The versions are read before the rule is asked: a repair is for the event as it was judged, or for none.
        let events = try await service.database.events(application.request.events.map(\.eventID))
        let findings = try await service.operations.evaluateApplication(application, for: person).findings
        guard let finding = findings.first(where: { RepairButton.value(of: $0) == button }),
            let repair = finding.repair
        else { return }
        let version = events.first { $0.id == finding.eventID }?.version
        try await Repair(service: service, person: person, version: version).perform(repair)
    }
}

/// One repair of an event in the version that was judged.
private struct Repair {
    let service: Service
    let person: Person
    let version: Int?

    func perform(_ repair: Finding.Repair) async throws {
        switch repair {
        case .inviteAllOthers(let id, let state):
            try await invite(id, InvitationForm(scope: .all, state: state))
        case .bindInvitation(let id, let invitation): try await invite(id, invitation.asked(.bound))
        case .publishInvitation(let id, let invitation): try await invite(id, invitation.asked(.published))
        case .publishEvent(let id): _ = try await service.operations.publishEvent(id, by: person, expecting: version)
        case .nameStaff(let id, _), .closeRegistrationTogether(let id, _), .openRegistration(let id, _),
            .openSeats(let id, _):
            try await edit(id) { repair.mend(&$0) }
        }
    }

    private func invite(_ id: Event.ID, _ form: InvitationForm) async throws {
        _ = try await service.operations.changeInvitation(of: id, to: form, by: person, expecting: version)
    }

    private func edit(
        _ id: Event.ID, _ change: @escaping @Sendable (inout EventDetails) -> Void
    ) async throws {
        _ = try await service.operations.editEvent(id, by: person, expecting: version) { details in
            var changed = details
            change(&changed)
            return changed
        }
    }
}

extension Invitation {
    /// The same invitation asked to be in another state.
    fileprivate func asked(_ state: State) -> InvitationForm {
        InvitationForm(
            scope: scope, state: state,
            invitees: libraries.map { .init(rawValue: $0.rawValue) } + branches.map { .init(rawValue: $0.rawValue) })
    }
}

/// The button that mends one finding, told apart from the others by event, predicate and reason.
enum RepairButton {
    static let name = "repair"

    static func value(of finding: Finding) -> String {
        "\(finding.eventID?.description ?? "-") \(finding.predicate.rawValue) \(finding.reason.rawValue)"
    }

    /// What the button says: how many are invited, where that is what it does.
    static func label(_ repair: Finding.Repair, others: Int, _ phrases: Phrases) -> String {
        if case .inviteAllOthers = repair { return phrases.inviteAll(others) }
        return phrases.label(repair)
    }
}
