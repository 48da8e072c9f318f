import Domain
import Testing

@Suite struct `Who sees an application` {
    @Test(arguments: Role.allCases.filter { !$0.belongsToLibrary })
    func `in the region sees no draft`(_ role: Role) {
        #expect(!Case.application(.draft).maySee(Case.person(role)))
        #expect(!Case.application(.lapsed).maySee(Case.person(role)))
    }

    @Test(arguments: GrantApplication.Status.allCases.filter { ![.draft, .lapsed].contains($0) })
    func `at the regional desk sees what was received`(_ status: GrantApplication.Status) {
        for role in Role.allCases where !role.belongsToLibrary {
            let isOfDesk = [.caseOfficer, .decisionMaker, .finance, .auditor].contains(role)
            #expect(Case.application(status).maySee(Case.person(role)) == isOfDesk, "\(role)")
        }
    }

    @Test(arguments: GrantApplication.Status.allCases)
    func `at the library sees its own, and nobody else's`(_ status: GrantApplication.Status) {
        for role in Role.allCases where role.belongsToLibrary {
            let isOwn = [.applicant, .signatory, .head, .host].contains(role)
            #expect(Case.application(status).maySee(Case.person(role)) == isOwn, "\(role)")
            #expect(!Case.application(status).maySee(Case.person(role, at: Skane.malmo)), "\(role)")
        }
        #expect(!Case.application(status).maySee(Case.nobody))
    }

    @Test(arguments: Role.allCases)
    func `writes in it only as its applicant or signatory`(_ role: Role) {
        let mayWrite = [.applicant, .signatory].contains(role)
        #expect(Case.application(.draft).mayBeEdited(by: Case.person(role)) == mayWrite)
        #expect(!Case.application(.draft).mayBeEdited(by: Case.person(role, at: Skane.malmo)))
    }
}

@Suite struct `What is applied for` {
    private func request(_ change: (inout GrantRequest) -> Void = { _ in }) -> GrantRequest {
        var request = GrantRequest(
            title: "Källkritik", purpose: "Alla ska kunna mer.",
            events: [GrantRequest.CostShare(eventID: Event.ID(number: 1), amount: .kronor(20_000))],
            budget: [GrantRequest.BudgetLine(kind: .fee, amount: .kronor(25_000))], requestedAmount: .kronor(20_000))
        change(&request)
        return request
    }

    private func lacking(_ maximum: Money? = nil, _ change: (inout GrantRequest) -> Void) -> [FieldError] {
        faults { request(change).validateForSubmission(&$0, maximum: maximum) }
    }

    @Test func `can be kept as a draft with little more than a title`() {
        #expect(faults { GrantRequest(title: "Idé").validate(&$0) }.isEmpty)
        #expect(
            faults { GrantRequest(title: " ").validate(&$0) } == [FieldError(field: "title", fault: .isMissing)])
        let twice = request { $0.events += $0.events }
        #expect(faults { twice.validate(&$0) } == [FieldError(field: "events", fault: .isTwice)])
    }

    @Test func `is whole when it is submitted`() {
        #expect(lacking { _ in }.isEmpty)
        #expect(lacking { $0.purpose = " " } == [FieldError(field: "purpose", fault: .isMissing)])
        #expect(lacking { $0.requestedAmount = .zero } == [FieldError(field: "requestedAmount", fault: .isMissing)])
        #expect(
            lacking { $0.budget = [] } == [
                FieldError(field: "budget", fault: .isMissing),
                FieldError(field: "budget", fault: .doesNotAddUp(to: .kronor(20_000))),
            ])
    }

    @Test func `is within the call and covered by its budget, to the öre`() {
        #expect(lacking(.kronor(20_000)) { _ in }.isEmpty)
        let less = Money(ore: 1_999_999)
        #expect(lacking(less) { _ in } == [FieldError(field: "requestedAmount", fault: .isMoreThan(less))])
        #expect(lacking { $0.budget = [GrantRequest.BudgetLine(kind: .fee, amount: .kronor(20_000))] }.isEmpty)
        #expect(
            lacking { $0.budget = [GrantRequest.BudgetLine(kind: .fee, amount: less)] }
                == [FieldError(field: "budget", fault: .doesNotAddUp(to: .kronor(20_000)))])
    }
}
