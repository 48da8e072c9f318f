/// When the parties had got a decision that is appealed administratively: from that day the time to appeal runs
/// (FL 44 §). Where nothing is noted nobody is presumed to have got it: it is for the authority to show.
package struct DecisionService: Sendable, Equatable {
    /// The later decision on the grant that it is of; nil: the decision that stands.
    package let documentID: DecisionDocument.ID?
    /// Of several parties the day of the last.
    package let servedOn: Day
    package let manner: Manner
    /// Where the receipt is kept, or why they are presumed to have got it.
    package let shownBy: String

    package enum Manner: String, Sendable, CaseIterable {
        /// They have acknowledged it.
        case receipt
        /// They are presumed to have got it, such as two weeks after simplified service (delgivningslagen 26 §, from
        /// memory).
        case presumed
    }

    package init(of documentID: DecisionDocument.ID? = nil, servedOn: Day, manner: Manner, shownBy: String) {
        self.documentID = documentID
        self.servedOn = servedOn
        self.manner = manner
        self.shownBy = shownBy
    }

    /// Adds what is missing, and a day that is yet to come or before the decision.
    package func validate(_ errors: inout FieldErrors, decidedOn: Day, today: Day) {
        errors.text(shownBy, "shownBy", limit: 500, required: true)
        errors.require(servedOn <= today, "servedOn", .isTooLate(than: "today"))
        errors.require(servedOn >= decidedOn, "servedOn", .isTooEarly(than: "decidedAt"))
    }
}
