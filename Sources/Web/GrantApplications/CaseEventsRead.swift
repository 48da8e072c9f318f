import Domain
import Store

extension [CaseEvent] {
    /// What `person` may read of a case: its own side all of it, the region what happened since it was received. How a
    /// draft came to be is of the applicant's own room.
    func read(by person: Person, of application: GrantApplication) -> [CaseEvent] {
        application.mayBeEdited(by: person) ? self : sinceReceipt
    }

    /// From the submission on.
    var sinceReceipt: [CaseEvent] { Array(drop { $0.kind != "submit" }) }
}
