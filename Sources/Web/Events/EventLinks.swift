import Domain

/// The pages of an event.
extension Link {
    static func editEvent(_ id: Event.ID) -> String { "\(event(id))/edit" }
    static func invitation(_ id: Event.ID) -> String { "\(event(id))/invitation" }
    static func publication(_ id: Event.ID) -> String { "\(event(id))/publication" }
    static func cancellation(_ id: Event.ID) -> String { "\(event(id))/cancellation" }
    static func deviation(_ id: Event.ID) -> String { "\(event(id))/deviation" }

    /// Where the host mends what the funding rule has found.
    static func mending(_ repair: Finding.Repair) -> String {
        switch repair {
        case .inviteAllOthers(let id, _), .bindInvitation(let id, _), .publishInvitation(let id, _): invitation(id)
        case .publishEvent(let id): event(id)
        case .nameStaff(let id, _), .closeRegistrationTogether(let id, _), .openRegistration(let id, _),
            .openSeats(let id, _):
            editEvent(id)
        }
    }
    /// Where the host of a funded event sees that a deviation was reported.
    static func reported(_ id: Event.ID) -> String { after(.deviation, at: event(id)) }
}
