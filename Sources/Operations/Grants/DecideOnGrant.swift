import Domain
import Letters
import Postgres
import Store

extension Transaction {
    /// Writes a later decision on a locked grant: its numbered paper with the reasons, by whose power and how to
    /// appeal, and what it leaves of the amount. Whether it may be decided so the guards of its move have asked. Who may grant the sum may
    /// also change it, take it back and revoke it: it is decided under the line of the delegation order that covers the
    /// grant (ours), or by the board whose `minutes` are registered, as the first decision is. To say no to a change
    /// moves no money, so any line of the person's will do.
    func decide(
        _ subject: GrantDecisionContent.Subject, as paper: DecisionDocument.ID = DecisionDocument.ID(),
        on change: ChangeRequest.ID? = nil, leaving amount: Money? = nil, because reasons: String,
        in lock: LockedGrant, by person: Person, registering minutes: BoardMinutes? = nil
    ) async throws -> GrantDecision {
        let (application, call, decision) = try await caseOf(lock)
        let day = Stockholm.day(lock.instant)
        let authority =
            subject.kind == .changeRefusal
            ? try await authority(registering: minutes, on: day) { try $0.held(by: person, on: day) }
            : try await authority(over: lock, by: person, registering: minutes)
        let content = try await content(
            of: subject, by: authority, because: reasons, in: call, on: day, about: application)
        let locked = LockedApplication(
            application: application, call: call, events: lock.events, instant: lock.instant)
        let document = try await issue(
            .grant(content), as: paper, kind: subject.kind.document, about: decision, in: locked, by: person)
        let decided = GrantDecision(
            documentID: document.id, grantID: lock.grant.id, kind: subject.kind, changeID: change,
            amountBefore: lock.grant.amount, amountAfter: amount ?? lock.grant.amount, reasons: reasons,
            terms: content.terms, authority: authority, decidedBy: person.id, decidedAt: lock.instant)
        try await insert(decided)
        return decided
    }

    /// By whose power something is decided of a locked grant: the line of the delegation order that covers what was
    /// decided first, whatever a change has left of it, or the board's whose `minutes` are registered. Whether it takes
    /// something or gives it up (*ours*).
    func authority(
        over lock: LockedGrant, by person: Person, registering minutes: BoardMinutes?
    ) async throws -> Decision.Authority {
        guard let decision = try await decision(ofGrant: lock.grant.id) else { throw Refusal.missing }
        return try await authority(
            over: decision, by: person, registering: minutes, on: Stockholm.day(lock.instant))
    }

    /// The same of a decision that stands: who may decide so may also undo it.
    func authority(
        over decision: Decision, by person: Person, registering minutes: BoardMinutes?, on day: Day
    ) async throws -> Decision.Authority {
        try await authority(registering: minutes, on: day) {
            try $0.covering(decision.outcome, by: person, on: day)
        }
    }

    private func content(
        of subject: GrantDecisionContent.Subject, by authority: Decision.Authority, because reasons: String,
        in call: Call, on day: Day, about application: GrantApplication
    ) async throws -> GrantDecisionContent {
        let byBoard = authority.minutes != nil
        let texts = try await decisionTexts(on: day)
        let terms = try GrantDecision.Terms(appeal: call.decisionTerms.appeal, byBoard: byBoard, texts: texts)
        let english = try await decisionTexts(on: day, in: .english)
        return GrantDecisionContent(
            subject, reasons: reasons, terms: terms, power: try await power(of: authority),
            translatedAppeal: english.text(terms.appeal.text(byBoard: byBoard)),
            payment: try await payment(texts, english, about: application))
    }

    /// The region's words on how money is paid back, if it has any.
    private func payment(
        _ texts: DecisionTexts, _ english: DecisionTexts, about application: GrantApplication
    ) async throws -> GrantDecisionContent.HowToPay? {
        guard let record = texts.text(.repayment) else { return nil }
        return GrantDecisionContent.HowToPay(
            record: record, translation: english.text(.repayment),
            library: try await library(application.libraryID)?.name ?? "",
            registryNumber: application.receipt?.registryNumber ?? "")
    }

    private func caseOf(_ lock: LockedGrant) async throws -> (GrantApplication, Call, Decision) {
        guard let application = try await grantApplication(lock.grant.applicationID),
            let call = try await call(lock.grant.callID), let decision = try await decision(ofGrant: lock.grant.id)
        else { throw Refusal.missing }
        return (application, call, decision)
    }
}

extension LockedGrant {
    /// What an event of the case is called.
    func title(of event: Event.ID) -> String { events.first { $0.id == event }?.details.title ?? "–" }

    /// What the event of a condition is called.
    func title(of condition: Condition.ID) -> String {
        grant.conditions.first { $0.id == condition }.map { title(of: $0.eventID) } ?? "–"
    }
}
