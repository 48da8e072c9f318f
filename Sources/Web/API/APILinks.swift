import Domain

extension Link.API {
    static let information = "\(root)/api-info"
    static let municipalities = "\(root)/municipalities"
    static let libraries = "\(root)/libraries"
    static let me = "\(root)/me"
    static let people = "\(root)/people"
    static let earlierAwards = "\(root)/earlier-awards"

    static func cancellation(_ event: Event.ID) -> String { "\(events)/\(event)/cancellation" }
    static func deviations(_ event: Event.ID) -> String { "\(events)/\(event)/deviations" }
    static func deviation(_ id: Deviation.ID, of event: Event.ID) -> String { "\(deviations(event))/\(id)" }
    static func budget(_ call: Call.ID) -> String { "\(calls)/\(call)/budget" }
    static func rule(_ application: GrantApplication.ID) -> String { "\(applications)/\(application)/rule" }
    static func caseEvents(_ application: GrantApplication.ID) -> String {
        "\(applications)/\(application)/case-events"
    }
    static func grants(of application: GrantApplication.ID) -> String { "\(grants)?applicationId=\(application)" }
}
