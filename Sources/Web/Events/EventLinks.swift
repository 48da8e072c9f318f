import Domain

/// The pages of an event.
extension Link {
    static func editEvent(_ id: Event.ID) -> String { "\(event(id))/edit" }
    static func invitation(_ id: Event.ID) -> String { "\(event(id))/invitation" }
    static func publication(_ id: Event.ID) -> String { "\(event(id))/publication" }
    static func cancellation(_ id: Event.ID) -> String { "\(event(id))/cancellation" }
    static func deviation(_ id: Event.ID) -> String { "\(event(id))/deviation" }
    /// Where the host of a funded event sees that a deviation was reported.
    static func reported(_ id: Event.ID) -> String { "\(after(.deviation, at: event(id)))#deviation" }
}
