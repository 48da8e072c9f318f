package import Domain
package import HTTPTypes

/// The one command of the API that would mend what a finding says.
package struct RepairCommand: Sendable {
    /// What a button would say.
    package let label: String
    package let method: HTTPRequest.Method
    package let href: String
    private let repair: Finding.Repair

    package init?(_ finding: Finding, _ phrases: Phrases) {
        guard let repair = finding.repair else { return nil }
        self.repair = repair
        label = phrases.label(repair)
        switch repair {
        case .inviteAllOthers(let event, _), .bindInvitation(let event, _), .publishInvitation(let event, _):
            method = .put
            href = Link.API.invitation(event)
        case .publishEvent(let event):
            method = .post
            href = Link.API.publication(event)
        case .nameStaff(let event, _), .closeRegistrationTogether(let event, _), .openRegistration(let event, _),
            .openSeats(let event, _):
            method = .patch
            href = Link.API.event(event)
        }
    }

    /// The member `repair` of a finding.
    func write(to json: inout JSONWriter) {
        json.object("repair") {
            $0.member("label", label)
            $0.member("method", method.rawValue)
            $0.member("href", href)
            $0.object("body", writeBody)
        }
    }

    private func writeBody(_ json: inout JSONWriter) {
        switch repair {
        case .inviteAllOthers(_, let state):
            json.member("scope", Invitation.Scope.all)
            json.member("state", state)
        case .bindInvitation(_, let invitation): write(invitation, as: .bound, to: &json)
        case .publishInvitation(_, let invitation): write(invitation, as: .published, to: &json)
        case .publishEvent: break
        case .nameStaff(_, let audience): json.array("audience", audience)
        case .closeRegistrationTogether(_, let window):
            write(opens: window.opensAt, closes: window.closesAt, othersClose: nil, to: &json)
        case .openRegistration(_, let window):
            write(opens: window.opensAt, closes: window.closesAt, othersClose: window.othersCloseAt, to: &json)
        case .openSeats(_, let seats):
            json.array("seatPools", [seats.capacity ?? 0]) { json, count in
                json.object {
                    $0.member("audience", "any")
                    $0.member("seats", count)
                }
            }
        }
    }

    private func write(_ invitation: Invitation, as state: Invitation.State, to json: inout JSONWriter) {
        json.member("scope", invitation.scope)
        if invitation.scope == .list {
            json.array("invitees", invitation.libraries.map(\.description) + invitation.branches.map(\.description))
        }
        json.member("state", state)
    }

    /// Without an opening registration is open from publication, without a closing until the start.
    private func write(opens: Instant?, closes: Instant?, othersClose: Instant?, to json: inout JSONWriter) {
        json.object("registration") {
            $0.member("opensAt", opens)
            $0.member("closesAt", closes)
            $0.member("othersCloseAt", othersClose)
        }
    }
}
