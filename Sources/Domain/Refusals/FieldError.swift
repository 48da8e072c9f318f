/// One fault in what was typed, beside the field where it stands.
package struct FieldError: Sendable, Equatable {
    /// The name of the field as the API has it (`registration.closesAt`, `events[0].costShare`).
    package let field: String
    package let fault: Fault

    package init(field: String, fault: Fault) {
        self.field = field
        self.fault = fault
    }

    /// What is wrong, without words: Web says it in the reader's language.
    package enum Fault: Sendable, Equatable {
        case isMissing
        case isUnknownField
        case isNot(Form)
        case isTooLong(limit: Int)
        case hasTooManyWords(limit: Int)
        case isTooSmall(least: Int)
        case isTooLarge(most: Int)
        case isNotOneOf([String])
        case doesNotExist
        case isTwice
        case isNotAfter(String)
        case isTooLate(than: String)
        /// On the day itself it is still right.
        case isTooEarly(than: String)
        /// The time is to come, and has been.
        case hasPassed
        case isInTheHourThatSpringLeavesOut
        case doesNotAddUp(to: Money)
        case seatsDoNotAddUp(to: Int)
        case isMoreThan(Money)
        case isNotAttested
        case hasControlCharacters
        /// The field is not among those that the region has asked to have completed.
        case isLocked
        case weightsDoNotAddUp(to: Int)
        case isTooLargeAFile(most: Int)
        case areTooLargeFiles(most: Int)
        case areTooManyFiles(most: Int)
        case isNoFileName
        case isNotAFile(of: [String])
        case endsOtherwise(than: [String])
        case isInfected
        case isNotConfirmed
        /// What came in on that day under that reference of the bank is booked.
        case isBooked
    }

    /// The forms that a value can fail to have.
    package enum Form: String, Sendable {
        case text, number, truth, time, day, money, list, object, address, webAddress, identifier, account
    }
}

/// Gathers faults while a form is read, so that all of them are told at once.
package struct FieldErrors: Sendable {
    package private(set) var all: [FieldError] = []

    package init() {}

    package mutating func add(_ field: String, _ fault: FieldError.Fault) {
        all.append(FieldError(field: field, fault: fault))
    }

    package mutating func require(_ holds: Bool, _ field: String, _ fault: @autoclosure () -> FieldError.Fault) {
        if !holds { add(field, fault()) }
    }

    /// Throws what was gathered, if anything was.
    package func check() throws(Refusal) {
        guard all.isEmpty else { throw .invalid(all) }
    }
}
