import Domain

/// The pages of an event.
extension Link {
    static func editEvent(_ id: Event.ID) -> String { "\(event(id))/edit" }
    static func invitation(_ id: Event.ID) -> String { "\(event(id))/invitation" }
    static func publication(_ id: Event.ID) -> String { "\(event(id))/publication" }
    static func cancellation(_ id: Event.ID) -> String { "\(event(id))/cancellation" }
    static func deviation(_ id: Event.ID) -> String { "\(event(id))/deviation" }
}
