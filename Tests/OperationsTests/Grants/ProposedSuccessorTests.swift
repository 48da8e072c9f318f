import Domain
import Operations
import Store
import TestDatabase
import Testing

/// Klippan has the grant, and Lund leads the event: Lund knows what can be given instead, and Klippan answers for the
/// grant.
@Suite struct `A new date of an event that another library leads` {
    private func sharedEvent(_ scene: Scene) async throws -> Event.ID {
        let klippan = try scene.library(of: scene.karin)
        let event = try await scene.boundEvent(by: scene.lena) { $0.coHostLibraryIDs = [klippan] }
        _ = try await scene.operations.confirmCoHosting(of: event, for: klippan, by: scene.karin)
        return event
    }

    private func cancelled(_ scene: Scene) async throws -> Grant {
        let made = try await scene.case(.approved, for: sharedEvent(scene))
        let id = try await scene.grantID(of: made)
        _ = try await scene.operations.acceptGrant(id, on: "Villkoren.", by: scene.ulf)
        _ = try await scene.operations.reportDeviation(
            from: made.event, because: "Sjukdom.", .cancellation, by: scene.lena)
        return try await scene.grant(id)
    }

    @Test func `is proposed by its host, and taken up by the signatory of the grant`() async throws {
        try await withScene { scene in
            let grant = try await cancelled(scene)
            let (id, condition) = (grant.id, grant.conditions[0].id)
            let successor = try await sharedEvent(scene)
            func propose() async throws {
                _ = try await scene.operations.proposeSuccessor(successor, for: condition, of: id, by: scene.lena)
            }
            await #expect(throws: Refusal.conflict(.newDateIsNotOffered)) { try await propose() }
            try await scene.offerNewDate(of: grant)
            let day = Stockholm.day(scene.now)
            for (person, count) in [(scene.lena, 1), (scene.karin, 1), (scene.pontus, 0)] {
                let offers = try await scene.database.standingOffers(for: [scene.library(of: person)], on: day)
                #expect(offers.map(\.conditionID) == (count == 1 ? [condition] : []))
            }
            try await propose()
            #expect(try await scene.database.successorProposals(of: id).map(\.eventID) == [successor])
            #expect(try await scene.grant(id).conditions.map(\.state) == [.breached], "it is no more than a proposal")
            await #expect(throws: Refusal.missing) {
                _ = try await scene.operations.nameSuccessor(successor, for: condition, of: id, by: scene.lena)
            }
            // One who signs, and edits no event.
            let signatory = try await scene.newcomer(.signatory)
            _ = try await scene.operations.nameSuccessor(successor, for: condition, of: id, by: signatory)
            let taken = try await scene.grant(id)
            #expect(taken.conditions.first { $0.eventID == successor }?.state == .held && !taken.paymentHold)
            #expect(try await scene.database.standingOffers(for: [scene.library(of: scene.lena)], on: day).isEmpty)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `is proposed by nobody who does not host it, and is one that the grant's library hosts`() async throws {
        try await withScene { scene in
            let grant = try await cancelled(scene)
            let (id, condition) = (grant.id, grant.conditions[0].id)
            try await scene.offerNewDate(of: grant)
            let successor = try await sharedEvent(scene)
            for person in [scene.pontus, scene.amira, try await scene.newcomer(.signatory)] {
                await #expect(throws: Refusal.missing) {
                    _ = try await scene.operations.proposeSuccessor(successor, for: condition, of: id, by: person)
                }
            }
            let own = try await scene.boundEvent(by: scene.lena)
            let strange = try await refusal {
                _ = try await scene.operations.proposeSuccessor(own, for: condition, of: id, by: scene.lena)
            }
            #expect(strange.fields == ["eventId"])
            let foreign = try await refusal {
                _ = try await scene.operations.nameSuccessor(own, for: condition, of: id, by: scene.ulf)
            }
            #expect(foreign.fields == ["eventId"])
        }
    }

    @Test func `is chosen among events that are free and hold the rule`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let free = try await scene.boundEvent()
            let narrow = try await scene.boundEvent()
            try await scene.invite(narrow, .own, .bound)
            let taken = try await scene.boundEvent()
            _ = try await scene.case(.submitted, for: taken)
            let cancelled = try await scene.publishedEvent()
            _ = try await scene.operations.cancelEvent(cancelled, because: "Sjukdom.", by: scene.karin)
            let events = try await scene.database.events(
                [free, narrow, taken, cancelled, accepted.case.event])
            #expect(events.count == 5)
            let possible = try await scene.operations.possibleSuccessors(
                of: accepted.grant.conditions[0], in: accepted.grant, among: events)
            #expect(possible.map(\.id) == [free])
        }
    }
}
