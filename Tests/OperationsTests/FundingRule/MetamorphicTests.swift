import Domain
import RuleSnapshots
import Store
import TestDatabase
import Testing

/// What must follow in a changed case from what was found in the first (docs/rules.md, verification): of conditions
/// that bind, with their histories, and of applications; by the rule of the Domain and by the one in SQL. The seeds are
/// fixed.
@Suite struct `Of two cases that differ in one thing both rules find` {
    private static let cases = 400

    @Test func `no more broken where one more of the others is invited`() async throws {
        try await compare(seed: 31, Change.breaksNothingButEvidence) { given, random in
            [
                given.with { event in
                    let others = given.others(of: event)
                    guard event.invitation.scope == .list, !others.isEmpty else { return event }
                    return event.naming(event.invitation.libraries + [random.pick(others)], event.invitation.branches)
                }
            ]
        }
    }

    @Test func `no more broken where there is one more seat for others or anybody`() async throws {
        try await compare(seed: 32, Change.breaksNothing) { given, random in
            let forOthers = random.chance(50)
            return [given.with { $0.withOneMoreSeat(forOthers: forOthers) }]
        }
    }

    @Test func `no more broken where others could read of it earlier`() async throws {
        try await compare(seed: 33, Change.breaksNothingButEvidence) { given, random in
            let days = random.pick([1, 14])
            return [given.with { $0.published(daysEarlier: days) }]
        }
    }

    @Test func `the same where a branch of the host is invited too`() async throws {
        let branch = Branch.ID.numbered(50)
        try await compare(seed: 34, Change.changesNothing) { given, _ in
            guard let host = given.facts.events.first?.event.details.hostLibraryID,
                given.facts.hostsOfItsDay?.contains(host) ?? true
            else { return [] }
            let region = RegionFacts(
                members: given.facts.region.members, municipalityCodes: given.facts.region.municipalityCodes,
                libraryOfBranch: given.facts.region.libraryOfBranch.merging([branch: host]) { $1 },
                successions: given.facts.region.successions, boards: given.facts.region.boards)
            return [
                given.with(region: region) { event in
                    guard event.details.hostLibraryID == host, !event.invitation.libraries.isEmpty else { return event }
                    return event.naming(event.invitation.libraries, event.invitation.branches + [branch])
                }
            ]
        }
    }

    @Test func `the same where libraries that have nothing to do with it share a board`() async throws {
        try await compare(seed: 39, Change.changesNothing) { given, _ in
            let strangers = given.strangers
            guard strangers.count >= 2 else { return [] }
            let region = given.facts.region
            let seats = strangers.map {
                RegionFacts.BoardSeat(
                    boardID: LibraryBoard.ID.numbered(9), libraryID: $0, validFrom: Stockholm.day(given.instant))
            }
            return [
                given.with(
                    region: RegionFacts(
                        members: region.members, municipalityCodes: region.municipalityCodes,
                        libraryOfBranch: region.libraryOfBranch, successions: region.successions,
                        boards: region.boards + seats))
            ]
        }
    }

    @Test func `the same for all and for the list of all others`() async throws {
        try await compare(seed: 35, Change.allAreAlike) { given, _ in
            let now = given.now
            return [
                now.with { $0.naming([], as: .all) },
                now.with { event in
                    let others = now.others(of: event)
                    let hasGuests = !Set(others).isSubset(of: now.own(event.hosts, for: event))
                    return hasGuests ? event.naming(others) : event.naming([], as: .all)
                },
            ]
        }
    }

    @Test func `the same where lists are in another order`() async throws {
        try await compare(seed: 36, Change.changesNothing) { given, random in
            let region = RegionFacts(
                members: given.facts.region.members.shuffled(using: &random),
                municipalityCodes: given.facts.region.municipalityCodes,
                libraryOfBranch: given.facts.region.libraryOfBranch,
                successions: given.facts.region.successions.shuffled(using: &random),
                boards: given.facts.region.boards.shuffled(using: &random))
            return [given.with(region: region) { $0.shuffled(using: &random) }]
        }
    }

    @Test func `the same under other names`() async throws {
        var random = SeededGenerator(seed: 37)
        let renaming = Renaming(using: &random)
        try await withDatabase { database in
            var source = RandomInputs(seed: 37)
            let texts = (0..<Self.cases).map { _ in source.next().canonicalText }
            let renamed = texts.map(renaming.renamed)
            let here = try texts.map(Self.told)
            #expect(try renamed.map(Self.told) == here.map { Set($0.map(renaming.renamed)) })
            let there = try await TwoRules.toldInSQL(texts, in: database)
            #expect(
                try await TwoRules.toldInSQL(renamed, in: database) == there.map { Set($0.map(renaming.renamed)) })
            #expect(texts != renamed)
        }
    }

    /// At an instant that is declared each predicate says what it said a microsecond before, or what it says one after.
    /// Between two such instants nothing changes, in the nights of the clock change neither.
    @Test func `nothing new but at the declared instants`() async throws {
        let nights = ["2027-03-28T03:00", "2027-10-31T02:00", "2027-10-31T03:00"].compactMap {
            LocalDateTime($0).flatMap(Stockholm.instant)
        }
        #expect(nights.count == 3)
        try await compare(seed: 38, Change.changesOnlyAtTheSecond) { given, random in
            let declared = given.declaredInstants
            let asked = random.chance(30) ? random.pick(nights) : random.pick(declared.sorted())
            let around = [-1, 0, 1].map { asked.adding(microseconds: $0) }
            let isAlone = declared.isDisjoint(with: [around[0], around[2]])
            guard isAlone, !given.opensAsItCloses else { return [] }
            let neighbours = declared.filter { $0 < asked }.max().map { last in
                Instant(microseconds: Int.random(in: last.microseconds + 1...around[0].microseconds, using: &random))
            }
            return ([neighbours ?? around[0]] + around).map { given.with(at: $0) }
        }
    }

    /// The control: what is no consequence is found not to be one.
    @Test func `that one library less does break something`() async throws {
        let found = try await violations(seed: 31, Change.breaksNothing) { given, _ in
            [
                given.with { event in
                    guard event.invitation.scope == .list else { return event }
                    return event.naming(Array(event.invitation.libraries.dropFirst()), event.invitation.branches)
                }
            ]
        }
        #expect(found.inDomain > 0 && found.inSQL > 0)
    }
}

extension `Of two cases that differ in one thing both rules find` {
    typealias Relation = @Sendable (_ given: Set<String>, _ changed: [Set<String>]) -> Bool
    typealias Making = (RuleInputs, inout SeededGenerator) -> [RuleInputs]

    private func compare(seed: UInt64, _ holds: Relation, _ make: Making) async throws {
        let found = try await violations(seed: seed, holds, make)
        #expect(found.first == nil)
        #expect(found.asked > Self.cases / 3)
        #expect(found.held > Self.cases / 10, "conditions that bind")
    }

    private struct Violations {
        var asked = 0
        var held = 0
        var inDomain = 0
        var inSQL = 0
        var first: String?
    }

    private func violations(seed: UInt64, _ holds: Relation, _ make: Making) async throws -> Violations {
        try await withDatabase { database in
            var found = Violations()
            var source = RandomInputs(seed: seed)
            var random = SeededGenerator(seed: seed)
            var families: [[RuleInputs]] = []
            for _ in 0..<Self.cases {
                let given = source.next()
                let changed = make(given, &random)
                guard !changed.isEmpty else { continue }
                families.append([given] + changed)
                if given.standing == .actual { found.held += 1 }
            }
            found.asked = families.count
            let there = try await TwoRules.toldInSQL(families.flatMap { $0.map(\.canonicalText) }, in: database)
            var next = 0
            for family in families {
                let here = family.map { TwoRules.told($0.evaluation) }
                let inSQL = Array(there[next..<next + family.count])
                next += family.count
                if !holds(here[0], Array(here.dropFirst())) { found.inDomain += 1 }
                if !holds(inSQL[0], Array(inSQL.dropFirst())) { found.inSQL += 1 }
                if found.first == nil, found.inDomain + found.inSQL > 0 {
                    found.first = "\(family.map(\.canonicalText).joined(separator: "\n"))\n\(here)\n\(inSQL)"
                }
            }
            return found
        }
    }

    private static func told(_ text: String) throws -> Set<String> {
        TwoRules.told(try #require(try RuleInputs(canonicalText: text)).evaluation)
    }
}
