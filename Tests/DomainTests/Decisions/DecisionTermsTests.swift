import Domain
import Testing

@Suite struct `The words of a decision` {
    private let all: [DecisionTexts.Kind: String] = [
        .legalityReview: "Överklaga.", .administrativeAppeal: "Besvär.", .reclaimReservation: "Återkrav.",
    ]

    @Test func `reserve reclaim in every approval, or there is none`() throws {
        var texts = all
        let terms = try Decision.Terms(
            of: .approved(.kronor(1)), conditions: ["Bjud in."], appeal: .legalityReview, texts: DecisionTexts(texts))
        #expect(terms.reclaimReservation == "Återkrav.")
        for missing in [nil, "", " \n"] {
            texts[.reclaimReservation] = missing
            #expect(throws: Refusal.conflict(.reclaimIsNotReserved)) {
                try Decision.Terms(
                    of: .approvedPartially(.kronor(1)), conditions: ["Bjud in."], appeal: .legalityReview,
                    texts: DecisionTexts(texts))
            }
            #expect(
                try Decision.Terms(
                    of: .rejected, conditions: [], appeal: .legalityReview, texts: DecisionTexts(texts)
                ).reclaimReservation == nil)
        }
    }

    @Test func `say how to appeal by the kind that the call names`() throws {
        func text(_ appeal: Appeal, _ texts: [DecisionTexts.Kind: String]) throws -> String {
            try Decision.Terms(of: .dismissed, conditions: [], appeal: appeal, texts: DecisionTexts(texts)).appealText
        }
        #expect(try text(.legalityReview, all) == "Överklaga.")
        #expect(try text(.administrativeAppeal, all) == "Besvär.")
        #expect(throws: Refusal.conflict(.appealTextIsMissing)) { try text(.legalityReview, [:]) }
    }

    @Test func `need the words of every condition`() {
        #expect(throws: Refusal.conflict(.conditionTextIsMissing)) {
            try Decision.Terms(
                of: .approved(.kronor(1)), conditions: ["Bjud in.", nil], appeal: .legalityReview,
                texts: DecisionTexts(all))
        }
    }

    @Test func `fill in what stands in braces once, whatever is filled in`() {
        let texts = DecisionTexts([.report: "{a} och {b}, {c} { {"])
        #expect(texts.text(.report, ["a": "{b}", "b": "x"]) == "{b} och x, {c} { {")
    }
}

@Suite struct `A delegation` {
    private let day = Day(daysSince1970: 20_000)
    private let dag = Person(id: Person.ID(), name: "D", email: "d@region.example", libraryID: nil, roles: [])

    private func line(
        _ number: String = "1", most: Money? = .kronor(100), person: Person.ID? = nil, to: Day? = nil
    ) -> Delegation {
        Delegation(
            id: Delegation.ID(), number: number, text: "t", personID: person, outcomes: [.approved],
            maximumAmount: most, validFrom: day, validTo: to)
    }

    @Test func `covers outcome, amount, person and day, each up to its border`() {
        #expect(line().covers(.approved(.kronor(100)), by: dag, on: day))
        #expect(!line().covers(.approved(Money(ore: 10_001)), by: dag, on: day))
        #expect(!line().covers(.approvedPartially(.kronor(1)), by: dag, on: day))
        #expect(!line().covers(.approved(.kronor(1)), by: dag, on: day.adding(days: -1)))
        #expect(!line(to: day.adding(days: 1)).covers(.approved(.kronor(1)), by: dag, on: day.adding(days: 1)))
        #expect(!line(person: Person.ID()).covers(.approved(.kronor(1)), by: dag, on: day))
        #expect(line(most: nil, person: dag.id).covers(.approved(.largest), by: dag, on: day))
    }

    @Test func `that is narrowest is named`() throws {
        let lines = [line("3", most: nil), line("2"), line("1", most: .kronor(10))]
        #expect(try lines.covering(.approved(.kronor(50)), by: dag, on: day).number == "2")
        #expect(try lines.covering(.approved(.kronor(101)), by: dag, on: day).number == "3")
        #expect(throws: Refusal.notAllowed(.delegationIsMissing)) {
            try [line()].covering(.approved(.kronor(101)), by: dag, on: day)
        }
    }
}
