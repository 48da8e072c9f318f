import Domain
import Foundation
import Testing

/// Walks every state that a case can come to, and asks the invariants of each state and step (docs/rules.md, "Model
/// check").
@Suite struct `Every life of a case` {
    private static let whole = ProcessInfo.processInfo.environment["SAMLYFT_MODEL_CHECK"] == "whole"
    /// All worlds are walked once, for both tests, beside each other.
    private static let walks = Task {
        let worlds = World.ordinary + (whole ? [World.twoEventsWithEverybody] : [])
        return await withTaskGroup { group in
            for world in worlds { group.addTask { (world: world, walk: Walk(CaseModel(world))) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test func `keeps every invariant, and can always come to an end`() async {
        let walks = await Self.walks.value
        for (world, walk) in walks {
            #expect(walk.broken.isEmpty, "\(walk.broken)")
            #expect(walk.deadEnds == 0)
            print("model check, \(world.name): \(walk.description)")
        }
        #expect(walks.contains { $0.walk.states > 10_000 })
    }

    /// A row that nobody ever takes is no rule but a word; so is a guard that lets everybody pass, or nobody.
    @Test func `takes every row of the tables, and sees every guard refuse and let pass`() async {
        let coverage = await Self.walks.value.reduce(into: Coverage()) { $0.add($1.walk.coverage) }
        let dead = Rows(CaseState.Tables()).all.subtracting(coverage.taken).map(\.description)
        #expect(dead.sorted() == [])
        #expect(Set(Guard.allCases).subtracting(coverage.passed) == [], "guards that let nobody pass")
        // Whatever settles or demands settles all conditions with it: the guard of the closing is a second net.
        #expect(Set(Guard.allCases).subtracting(coverage.refused) == [.conditionsAreSettled])
    }

    /// A fault that was not waived is one to find at once; what was waived is none.
    @Test func `finds a breach of what was waived before its event has ended`() {
        let walk = Walk(CaseModel(.waiverBeforeTheEvent))
        let rows = ["breach from waived by case_officer", "breach from waived by clock"]
        let taken = Set(walk.coverage.taken.map(\.description))
        #expect(rows.filter { !taken.contains("condition \($0)") } == [])
        var waived = CaseState.EventStanding(holdsRule: false, condition: .waived, bindsOn: true, isForgiven: true)
        let state = CaseState(call: .closed, events: [waived])
        #expect(!state.holds(.breachHasItsGround, for: .clock, event: waived))
        waived.isForgiven = false
        #expect(state.holds(.breachHasItsGround, for: .clock, event: waived))
    }

    @Test func `would tell a row that nobody can take`() {
        var tables = CaseState.Tables()
        tables.applications.append(
            Move(.withdraw, .draft, .withdrawn, by: .person(.signatory), provided: [.callIsOpen, .callHasClosed]))
        let walk = Walk(CaseModel(.terms, tables: tables))
        let dead = Rows(tables).all.subtracting(walk.coverage.taken).filter { $0.table == "application" }
        #expect(dead.map(\.description) == ["application withdraw from draft by signatory"])
    }
}

/// Faults that are planted in the tables, each of which the walk is to find.
@Suite struct `A fault in the tables` {
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let breaks: CaseInvariant
        var world = World.oneEvent
        let plant: @Sendable (inout CaseState.Tables) -> Void
    }

    static let all: [Fault] = [
        Fault(testDescription: "the rule is asked at the submission only", breaks: .approvedOnlyWhileTheRuleHolds) {
            $0.applications = $0.applications.dropping(.fundedEventInvitesRegion, .recommendationIsForThisVersion)
        },
        Fault(
            testDescription: "an invitation is withdrawn in silence", breaks: .fundedEventIsNeverClosedUnnoticed
        ) { $0.refusesSilence = false },
        Fault(testDescription: "one person recommends and decides", breaks: .twoPersonsDecideAndTwoPay) {
            $0.applications = $0.applications.dropping(.fourEyesDecide)
        },
        Fault(testDescription: "one person attests and pays", breaks: .twoPersonsDecideAndTwoPay) {
            $0.payments = $0.payments.dropping(.twoPersonsPay)
        },
        Fault(testDescription: "money is demanded back while the bank has it", breaks: .exportedPaymentEndsAtTheBank) {
            $0.grants = $0.grants.dropping(.bankHasAnswered)
        },
        Fault(testDescription: "payments do not look for a breach", breaks: .nothingIsPaidDuringABreach) {
            $0.payments = $0.payments.dropping(.noBreachStands, .fundedEventInvitesRegion)
        },
        Fault(
            testDescription: "payments do not look for a report", breaks: .nothingIsPaidDuringABreach, world: .report
        ) { $0.payments = $0.payments.dropping(.noBreachStands) },
        Fault(
            testDescription: "more is granted than the call has", breaks: .approvedOnlyWithMoneyLeft, world: .terms
        ) { $0.applications = $0.applications.dropping(.callHasMoneyLeft) },
        Fault(
            testDescription: "nobody waits for the reviews", breaks: .approvedOnlyWithMoneyLeft, world: .terms
        ) { $0.applications = $0.applications.dropping(.reviewsAreDone) },
        Fault(
            testDescription: "money does not wait for appeals", breaks: .nothingIsPaidBeforeItIsFinal, world: .money
        ) { $0.payments = $0.payments.dropping(.decisionIsFinal) },
        Fault(
            testDescription: "money goes to nobody's account", breaks: .nothingIsPaidBeforeItIsFinal, world: .money
        ) { $0.payments = $0.payments.dropping(.payeeIsConfirmed) },
        Fault(
            testDescription: "a grant is in force that nobody accepted",
            breaks: .nobodyIsPassedOverForAnAcceptance
        ) { $0.grants = $0.grants.dropping(.acceptanceIsNotNeeded) },
    ]

    @Test(arguments: all) func `is found`(_ fault: Fault) {
        var tables = CaseState.Tables()
        fault.plant(&tables)
        let walk = Walk(CaseModel(fault.world, tables: tables), stopsAtABreach: true)
        let way = walk.broken[fault.breaks]
        #expect(way != nil)
        print("planted fault, \(fault.testDescription): found after \(walk.states) states, \(way?.count ?? 0) steps")
    }
}

extension Array {
    /// The same rows without some of their guards.
    fileprivate func dropping<Command, State>(_ guards: Guard...) -> [Element] where Element == Move<Command, State> {
        map { move in
            Move(
                move.command, move.from, move.to, by: move.actor, provided: move.guards.filter { !guards.contains($0) })
        }
    }
}
