import Domain
import RuleSnapshots
import Testing

extension `Funded event invites region` {
    /// Each property is asked of thousands of random cases (docs/rules.md, verification). The seeds are fixed.
    @Suite struct `In thousands of random cases` {
        private func cases(_ count: Int, seed: UInt64, _ check: (Snapshot, inout SeededGenerator) -> Bool) {
            var random = SeededGenerator(seed: seed)
            for index in 0..<count {
                let snapshot = Snapshot(using: &random)
                guard check(snapshot, &random) else {
                    Issue.record("case \(index) of seed \(seed): \(snapshot)")
                    return
                }
            }
        }

        @Test func `the words of the rule say the same as the rule`() {
            var verdicts: [Verdict: Int] = [:]
            cases(20_000, seed: 11) { given, _ in
                let evaluation = given.evaluation
                verdicts[evaluation.verdict, default: 0] += 1
                return evaluation.obstacles
                    == ReferenceRule(facts: given.facts, now: given.now, isDecided: false).obstacles()
            }
            #expect(Verdict.allCases.allSatisfy { verdicts[$0, default: 0] > 100 }, "\(verdicts)")
        }

        @Test func `the words of the rule say the same while a condition is held`() {
            cases(10_000, seed: 12) { given, random in
                var given = given
                given.hostsOfItsDay = Set(Snapshot.libraries.prefix(3).filter { _ in random.chance(40) })
                given.isLogged = random.pick([nil, true, true, false])
                given.promisedSeats = random.pick([nil, PromisedSeats(nil), PromisedSeats(6), PromisedSeats(10)])
                let facts = given.facts
                let held = facts.events.map { FundingRule.evaluateHeld($0.event, facts: facts, at: given.now) }
                return held.reduce(into: Set()) { $0.formUnion($1.obstacles) }
                    == ReferenceRule(facts: facts, now: given.now, isDecided: true).obstacles()
            }
        }

        @Test func `one more invited library breaks nothing`() {
            cases(4_000, seed: 13) { given, random in
                var more = given
                for index in more.events.indices where more.events[index].event.invitation.scope == .list {
                    let others = given.others(of: more.events[index].event)
                    guard !others.isEmpty else { continue }
                    let guest = random.pick(others)
                    more.events[index].event.invite([guest])
                    more.delivered[more.events[index].event.id, default: []].insert(guest)
                }
                return more.broken.isSubset(of: given.broken)
            }
        }

        @Test func `one more seat for others or anybody breaks nothing`() {
            cases(4_000, seed: 14) { given, random in
                var more = given
                for index in more.events.indices {
                    let seats = more.events[index].event.details.seats
                    guard let capacity = seats.capacity else { continue }
                    let (others, any) = random.pick([(1, 0), (0, 1)])
                    more.events[index].event.details.seats = Seats(
                        capacity: capacity + 1, own: seats.own, others: seats.others + others, any: seats.any + any)
                }
                return more.broken.isSubset(of: given.broken)
            }
        }

        @Test func `more notice breaks nothing`() {
            cases(4_000, seed: 15) { given, random in
                var more = given
                for index in more.events.indices {
                    more.events[index].event.advance(days: random.pick([1, 14]))
                }
                return more.broken.isSubset(of: given.broken)
            }
        }

        @Test func `all is the list of all others`() {
            cases(4_000, seed: 16) { given, _ in
                var (all, list) = (given, given)
                for index in given.events.indices {
                    all.events[index].event.invitation = given.events[index].event.invitation.naming(.all, [])
                    list.events[index].event.invitation = given.events[index].event.invitation.naming(
                        .list, given.others(of: given.events[index].event))
                }
                return all.evaluation.obstacles == list.evaluation.obstacles
            }
        }

        @Test func `a branch more of the host changes nothing`() {
            let branch = Branch.ID(number: 50)
            cases(4_000, seed: 17) { given, _ in
                guard let host = given.events.first?.event.details.hostLibraryID else { return true }
                var more = given
                more.branches[branch] = host
                guard more.evaluation == given.evaluation else { return false }
                more.events[0].event.invite(branches: [branch])
                let isOfNames = "\(Predicate.other.rawValue) of \(more.events[0].event.id)"
                return more.evaluation.verdict == given.evaluation.verdict
                    && more.broken.subtracting([isOfNames]) == given.broken.subtracting([isOfNames])
            }
        }

        @Test func `names and their order mean nothing`() {
            cases(4_000, seed: 18) { given, random in
                let renamed = Renaming(using: &random)
                return renamed.told(of: renamed.renamed(given, &random)) == renamed.told(ofUnchanged: given)
            }
        }

        @Test func `nothing changes between the declared instants`() {
            cases(3_000, seed: 19) { given, random in
                let instants = given.declaredInstants
                guard let index = instants.indices.dropLast().randomElement(using: &random) else { return true }
                let (first, last) = (instants[index].microseconds + 1, instants[index + 1].microseconds - 1)
                guard first <= last else { return true }
                var (early, middle, late) = (given, given, given)
                early.now = Instant(microseconds: first)
                middle.now = Instant(microseconds: Int.random(in: first...last, using: &random))
                late.now = Instant(microseconds: last)
                let found = middle.evaluation.findings
                return early.evaluation.findings == found && late.evaluation.findings == found
            }
        }
    }
}
