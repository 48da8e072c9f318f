import Domain
import Store

extension [CaseEvent] {
    /// What `person` may read of a case: its own side all of it, the region what happened since it was received. How a
    /// draft came to be is of the applicant's own room.
    func read(by person: Person, of application: GrantApplication) -> [CaseEvent] {
        application.mayBeEdited(by: person) ? self : sinceReceipt
    }

    /// From the submission on, but for the writing of a completion, which is the applicant's own room too.
    var sinceReceipt: [CaseEvent] { drop { $0.kind != "submit" }.filter { $0.kind != "edit-completion" } }
}
