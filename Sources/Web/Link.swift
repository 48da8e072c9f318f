package import Operations
package import Domain

/// Every address of the service is made here, or by a feature in an extension of this.
package enum Link {
    package static let home = "/"
    package static let calendar = "/calendar"
    package static let calls = "/calls"
    /// What a library's people have to do.
    package static let workbench = "/workbench"
    /// What the region's people have to do.
    package static let desk = "/desk"
    package static let login = "/login"
    package static let logout = "/logout"
    package static let newEvent = "/events/new"
    /// The region's calendar, for calendar programs.
    package static let calendarFeed = "/kalender.ics"
    package static let icon = "/favicon.svg"

    /// The login page that leads back to `path`.
    package static func login(then path: String) -> String { "\(login)?then=\(PercentEncoding.encode(path))" }
    package static func event(_ id: Event.ID) -> String { "/events/\(id)" }
    package static func call(_ id: Call.ID) -> String { "/calls/\(id)" }
    package static func application(_ id: GrantApplication.ID) -> String { "/applications/\(id)" }
    package static func newApplication(_ call: Call.ID) -> String { "/calls/\(call)/applications/new" }
    /// Words about a problem code.
    package static func problem(_ code: String) -> String { "/problems/\(code)" }
    /// A feed with a secret in its address.
    package static func feed(_ token: Secret) -> String { "/kalender/f/\(token.text).ics" }

    /// `path` if it is one of our own to come back to, else the first page. Never another site (CWE-601).
    package static func back(to path: String?) -> String {
        guard let path, path.hasPrefix("/"), !path.hasPrefix("//"),
            path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return home }
        return path
    }

    /// Where a person's own work waits.
    static func firstPage(of person: Person) -> String {
        if person.isOfRegionalDesk { return desk }
        return person.isOutsideReviewer && person.workplaces.isEmpty ? assignments : workbench
    }
}

extension Link {
    /// Addresses of the API.
    package enum API {
        package static let root = "/api/v1"
        package static let events = "\(root)/events"
        package static let calls = "\(root)/calls"
        package static let applications = "\(root)/grant-applications"
        package static let grants = "\(root)/grants"
        package static let openAPI = "\(root)/openapi.json"

        package static func event(_ id: Event.ID) -> String { "\(events)/\(id)" }
        package static func invitation(_ event: Event.ID) -> String { "\(events)/\(event)/invitation" }
        package static func publication(_ event: Event.ID) -> String { "\(events)/\(event)/publication" }
        package static func call(_ id: Call.ID) -> String { "\(calls)/\(id)" }
        package static func application(_ id: GrantApplication.ID) -> String { "\(applications)/\(id)" }
        package static func grant(_ id: Grant.ID) -> String { "\(grants)/\(id)" }
    }
}
