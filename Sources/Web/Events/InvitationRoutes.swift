import Domain
import Operations
import Store

extension Routes {
    /// An event's offer to staff of other libraries. It has the version of its event.
    mutating func addInvitations(_ service: Service) {
        get("\(Link.API.events)/:id/invitation", access: .everyone) { request, person in
            let event = try await service.event(request.id(Event.self), readBy: person)
            guard event.tellsOfInvitation(to: person) else { throw Refusal.missing }
            return .json(version: event.version) { $0.writeInvitation(of: event) }
        }
        put("\(Link.API.events)/:id/invitation", access: .role(.host)) { request, person in
            let version = try request.requiredVersion()
            let json = try request.json()
            let form = InvitationForm(json)
            try json.end()
            let event = try await service.operations.changeInvitation(
                of: request.id(Event.self), to: form, by: person, expecting: version)
            return .json(version: event.version) { $0.writeInvitation(of: event) }
        }
    }
}

/// What an invitation may be asked to become. That it is withdrawn follows from taking a published one back.
private enum AskedState: String, CaseIterable {
    case draft, bound, published
}

extension InvitationForm {
    /// Reads scope, state and invitees. Faults stay with the reader.
    init(_ json: ObjectReader) {
        let scope = json.requiredChoice("scope", Invitation.Scope.all)
        let state = json.requiredChoice("state", AskedState.draft)
        let invitees = json.given("invitees") { json.ids($0, Invitee.self) } ?? []
        let window = Invitation.Window(
            visibleFrom: json.moment("visibleFrom"), visibleUntil: json.moment("visibleUntil"),
            publishBy: json.moment("publishBy"))
        self.init(
            scope: scope, state: Invitation.State(rawValue: state.rawValue) ?? .draft, invitees: invitees,
            window: window)
    }
}

extension JSONWriter {
    fileprivate mutating func writeInvitation(of event: Event) {
        object {
            $0.writeMembers(of: event.invitation)
            $0.member("invitesRegion", event.invitesRegion)
        }
    }

    /// The members of an invitation. Libraries and branches stand in one list, as they are asked for.
    mutating func writeMembers(of invitation: Invitation) {
        member("scope", invitation.scope)
        member("state", invitation.state)
        array("invitees", invitation.libraries.map(\.rawValue) + invitation.branches.map(\.rawValue)) { json, id in
            json.value(Identifier<InvitationForm.Invitee>(rawValue: id))
        }
        member("publishedAt", invitation.publishedAt)
        member("visibleFrom", invitation.window.visibleFrom)
        member("visibleUntil", invitation.window.visibleUntil)
        member("publishBy", invitation.window.publishBy)
    }
}
