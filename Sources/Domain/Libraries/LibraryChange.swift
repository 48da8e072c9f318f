/// That a library is no more from a day on: it closes, or becomes a part of another. What was its own follows to that
/// one. One person of the region registers it, and it is so once a second has confirmed it.
package struct LibraryChange: Sendable, Equatable {
    package typealias ID = Identifier<LibraryChange>

    package let id: ID
    package let libraryID: Library.ID
    /// nil: it closes.
    package let successorID: Library.ID?
    package let effectiveOn: Day
    package let reason: String
    /// The minutes or the decision that a day which has passed rests on.
    package let restsOn: String?
    package let registered: Step
    /// nil: nobody has confirmed it, and the library goes on.
    package let confirmed: Step?
    package let takenBack: TakingBack?

    /// Who did something with it, and when.
    package struct Step: Sendable, Equatable {
        package let by: Person.ID
        package let at: Instant

        package init(by person: Person.ID, at instant: Instant) {
            by = person
            at = instant
        }
    }

    /// That it is not to be after all, and why.
    package struct TakingBack: Sendable, Equatable {
        package let step: Step
        package let reason: String

        package init(_ step: Step, because reason: String) {
            self.step = step
            self.reason = reason
        }
    }

    /// How far it has come.
    package enum State: String, Sendable, CaseIterable {
        case registered, confirmed
        case takenBack = "taken-back"
    }

    package init(
        id: ID = ID(), libraryID: Library.ID, successorID: Library.ID?, effectiveOn: Day, reason: String,
        restsOn: String? = nil, registered: Step, confirmed: Step? = nil, takenBack: TakingBack? = nil
    ) {
        self.id = id
        self.libraryID = libraryID
        self.successorID = successorID
        self.effectiveOn = effectiveOn
        self.reason = reason
        self.restsOn = restsOn
        self.registered = registered
        self.confirmed = confirmed
        self.takenBack = takenBack
    }

    /// Who says in the region that a library ends.
    package static let deciders: [Role] = [.caseOfficer, .developer, .administrator]
}

extension LibraryChange {
    package var state: State {
        if takenBack != nil { return .takenBack }
        return confirmed == nil ? .registered : .confirmed
    }

    /// The library, and whose part it becomes: whoever belongs to one of them has no say in it.
    package var libraries: [Library.ID] { [libraryID] + [successorID].compactMap(\.self) }

    /// Refuses a day that has passed, unless it rests on a decision that was made elsewhere.
    package func checkDay(on today: Day) throws(Refusal) {
        guard restsOn == nil, effectiveOn < today else { return }
        throw .invalid("restsOn", .isMissing)
    }

    /// Refuses whoever has registered it to confirm it, and anybody once its day has passed.
    package func checkConfirming(by person: Person, on today: Day) throws(Refusal) {
        guard state == .registered else { throw .conflict(.wrongState) }
        guard registered.by != person.id else { throw .notAllowed(.twoPersonsEndALibrary) }
        guard restsOn != nil || effectiveOn >= today else { throw .conflict(.libraryChangeIsLate) }
    }

    /// What is only registered can always be taken back; what is confirmed before its day.
    package func checkTakingBack(on today: Day) throws(Refusal) {
        switch state {
        case .registered: return
        case .takenBack: throw .conflict(.wrongState)
        case .confirmed: guard today < effectiveOn else { throw .conflict(.libraryChangeIsDone) }
        }
    }
}
