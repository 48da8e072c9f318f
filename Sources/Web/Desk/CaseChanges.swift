import Domain

/// What is another now than when the application was received, field by field and event by event.
struct CaseChanges {
    /// One difference.
    struct Change {
        let what: String
        let then: String
        let now: String
        /// Whether the case officer had not seen it when they recommended.
        let isSinceRecommendation: Bool
    }

    private let file: CaseFile
    private let phrases: Phrases

    init(_ file: CaseFile, _ phrases: Phrases) {
        self.file = file
        self.phrases = phrases
    }

    var all: [Change] {
        guard let received = file.received?.contents else { return [] }
        return fields(received)
            + file.events.flatMap { event in
                received.events.first { $0.eventID == event.id }.map { changes($0, event) } ?? []
            }
    }

    private func fields(_ received: ReceivedApplication.Contents) -> [Change] {
        let now = file.application.request
        return [
            change("title", received.title, now.title), change("purpose", received.purpose, now.purpose),
            change(
                "requestedAmount", received.requestedAmount.money.map { phrases.money($0) } ?? "",
                phrases.money(now.requestedAmount)),
            change("budget", budget(received), budget(now)),
        ].compactMap { $0 }
    }

    private func budget(_ received: ReceivedApplication.Contents) -> String {
        received.budget.map { line in
            let kind = GrantRequest.BudgetLine.Kind(rawValue: line.kind).map { phrases.name($0) } ?? line.kind
            return "\(kind) \(line.amount.money.map { phrases.money($0) } ?? "")"
        }.joined(separator: ", ")
    }

    private func budget(_ now: GrantRequest) -> String {
        now.budget.map { "\(phrases.name($0.kind)) \(phrases.money($0.amount))" }.joined(separator: ", ")
    }

    private func change(_ field: String, _ then: String, _ now: String) -> Change? {
        then == now
            ? nil
            : Change(what: phrases.applicationField(field), then: then, now: now, isSinceRecommendation: false)
    }

    private func changes(_ received: ReceivedApplication.FundedEvent, _ event: Event) -> [Change] {
        var changes: [Change] = []
        let isApproved = file.application.status.isApproved
        let seen = file.recommendation?.eventVersions[event.id]
        let isNew = seen.map { $0 != event.version } ?? false
        func add(_ what: String, _ then: String?, _ now: String) {
            guard let then, then != now else { return }
            changes.append(
                Change(what: "\(event.details.title): \(what)", then: then, now: now, isSinceRecommendation: isNew))
        }
        add(phrases.eventField("title"), received.title, event.details.title)
        add(phrases.whenHeading, span(received.startsAt, received.endsAt), span(event))
        // That a bound invitation has gone out is what the decision did.
        let hasGoneOut = isApproved && received.invitationScope == event.invitation.scope.rawValue
        if !hasGoneOut {
            add(
                phrases.invitationHeading, invitation(received.invitationScope, received.invitationState),
                invitation(event.invitation.scope.rawValue, event.invitation.state.rawValue) ?? "")
        }
        if event.isCancelled { add(phrases.status, phrases.notCancelled, phrases.name(event.status)) }
        if changes.isEmpty, !isApproved, received.version != event.version {
            add(phrases.versionOfEvent, "\(received.version)", "\(event.version)")
        }
        return changes
    }

    private func span(_ event: Event) -> String {
        phrases.span(from: event.details.startsAt, to: event.details.endsAt)
    }

    private func span(_ starts: String, _ ends: String) -> String? {
        guard let start = Instant(rfc3339: starts), let end = Instant(rfc3339: ends) else {
            return nil
        }
        return phrases.span(from: start, to: end)
    }

    private func invitation(_ scope: String, _ state: String) -> String? {
        guard let scope = Invitation.Scope(rawValue: scope), let state = Invitation.State(rawValue: state) else {
            return nil
        }
        return "\(phrases.name(scope)), \(phrases.name(state))"
    }
}
