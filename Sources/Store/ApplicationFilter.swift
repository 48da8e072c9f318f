package import Domain

/// Which applications a list shows, and in which order.
package struct ApplicationFilter: Sendable, Equatable {
    package var status: GrantApplication.Status?
    package var call: Call.ID?
    /// Text that the title, the registry number or the applicant's name contains.
    package var text: String?
    /// Who handles the case; only the region knows.
    package var officer: Officer?
    package var order = Order.changed

    package enum Officer: Sendable, Equatable {
        case person(Person.ID), nobody
    }

    package enum Order: String, Sendable, CaseIterable {
        /// The latest change first.
        case changed
        /// What has waited longest first.
        case received
        /// The largest amount first.
        case amount
    }

    package init(status: GrantApplication.Status? = nil, call: Call.ID? = nil) {
        self.status = status
        self.call = call
    }

    var officerID: Person.ID? {
        if case .person(let id) = officer { id } else { nil }
    }
}
