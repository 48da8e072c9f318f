/// How far an application has come, step by step, before it is sent in.
package struct ApplicationProgress: Sendable, Equatable {
    package let steps: [(step: Step, state: State)]

    /// A page of the form.
    package enum Step: Hashable, Sendable {
        case section(ApplicationSection)
        case attachments

        /// The steps of an application to a call that asks these questions.
        package static func all(asking questions: QuestionSet) -> [Step] {
            ApplicationSection.allCases.filter { $0 != .questions || !questions.questions.isEmpty }.map(Step.section)
                + [.attachments]
        }
    }

    package enum State: String, Sendable, CaseIterable {
        case notBegun, begun, complete, faulty
    }

    /// `isRefused`: whether the funding rule would refuse the events as they are. `areHarmful`: whether a file is
    /// infected.
    package init(of application: GrantApplication, to call: Call, files: Int, areHarmful: Bool, isRefused: Bool) {
        var errors = FieldErrors()
        application.request.validateForSubmission(&errors, to: call)
        let request = application.request
        steps = Step.all(asking: call.questions).map { step in
            guard case .section(let section) = step else {
                return (step, areHarmful ? .faulty : files == 0 ? .notBegun : .complete)
            }
            let faults = errors.all.filter { ApplicationSection(field: $0.field) == section }
            switch section {
            case .cooperation where !application.partners.isEmpty:
                return (step, application.partners.allSatisfy(\.isConfirmedOrNeedsNot) ? .complete : .begun)
            case .activities where request.events.isEmpty:
                return (step, request.isEmpty(section) ? .notBegun : .begun)
            case .activities where isRefused: return (step, .faulty)
            default: return (step, Self.state(isEmpty: request.isEmpty(section), faults))
            }
        }
    }

    /// What is only missing yet is no fault: it is still to be written.
    private static func state(isEmpty: Bool, _ faults: [FieldError]) -> State {
        if isEmpty { return .notBegun }
        if faults.contains(where: { $0.fault != .isMissing }) { return .faulty }
        return faults.isEmpty ? .complete : .begun
    }

    package subscript(_ step: Step) -> State? { steps.first { $0.step == step }?.state }

    /// The step after `step`; nil after the last, where the answers are checked.
    package static func step(after step: Step, asking questions: QuestionSet) -> Step? {
        let all = Step.all(asking: questions)
        return all.firstIndex(of: step).flatMap { $0 + 1 < all.count ? all[$0 + 1] : nil }
    }

    /// The step before `step`; nil before the first.
    package static func step(before step: Step, asking questions: QuestionSet) -> Step? {
        let all = Step.all(asking: questions)
        return all.firstIndex(of: step).flatMap { $0 > 0 ? all[$0 - 1] : nil }
    }

    package static func == (one: ApplicationProgress, other: ApplicationProgress) -> Bool {
        one.steps.elementsEqual(other.steps) { $0 == $1 }
    }
}
