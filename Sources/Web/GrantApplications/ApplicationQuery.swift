import Domain
import Store

extension ApplicationFilter {
    /// What a list of applications is asked for: the state under the name that the page or the API gives it, `callId`,
    /// `q`, `officer` (`me` or `nobody`) and `order`.
    init(_ query: Query, status: String, for person: Person) throws(RequestFault) {
        self.init(
            status: try query.oneOf(status, GrantApplication.Status.self),
            call: try query.identity("callId", Call.self))
        text = try query.words("q")
        order = try query.oneOf("order", Order.self) ?? .changed
        officer = try query.oneOf("officer", AskedOfficer.self).map { $0 == .me ? .person(person.id) : .nobody }
    }
}

/// Whose cases are asked for.
enum AskedOfficer: String, CaseIterable {
    case me, nobody
}
