import Domain
import Postgres
import SQL

/// The statements that hold rows still, without what holds them.
enum Unlocked {
    static func query(_ query: Query) -> Query {
        switch "\(query.name)" {
        case "Events.lock":
            let some = SQL.Events.some(ids: [Event.ID]())
            return Query(name: some.name, text: some.text, parameters: query.parameters)
        case "Calls.lock":
            return Query(
                name: "Unlocked.call", text: "SELECT id FROM calls WHERE id = $1", parameters: query.parameters)
        case "Grants.lock":
            return Query(
                name: "Unlocked.grant", text: "SELECT id FROM grants WHERE id = $1", parameters: query.parameters)
        case "GrantApplications.lock":
            let get = SQL.GrantApplications.get(id: GrantApplication.ID())
            return Query(name: get.name, text: get.text, parameters: query.parameters)
        default: return query
        }
    }
}
