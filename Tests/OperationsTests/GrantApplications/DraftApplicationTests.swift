import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `To draft an application` {
    @Test func `keeps what was typed, in the order in which it was typed`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            let event = try await scene.draftEvent()
            var request = scene.request(for: [event])
            request.budget = [
                .init(kind: .travel, amount: .kronor(10_000)), .init(kind: .fee, amount: .kronor(15_000)),
                .init(kind: .travel, amount: .kronor(5_000)),
            ]
            let id = try await scene.operations.draftApplication(
                request, to: call, from: scene.library(of: scene.karin), by: scene.karin)
            let application = try await scene.application(id)
            #expect(application.request == request)
            #expect(application.status == .draft)
            #expect(application.receipt == nil)
        }
    }

    @Test func `is the applicant's own room, which the region cannot enter`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            let application = try await scene.application(made.application)
            for person in [scene.amira, scene.elias, scene.dag, scene.finn, scene.lena] {
                #expect(!application.maySee(person))
                await #expect(throws: Refusal.missing) {
                    try await scene.operations.handleApplication(made.application, by: person)
                }
            }
            #expect(application.maySee(scene.karin))
            let received = try await scene.database.grantApplications(
                of: [], received: true, limit: 9, offset: 0)
            #expect(received.total == 0)
        }
    }

    @Test func `is refused to those who do not apply for the library`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            let klippan = try scene.library(of: scene.karin)
            for person in [scene.lena, scene.amira, scene.dag] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.operations.draftApplication(
                        scene.request(for: []), to: call, from: klippan, by: person)
                }
            }
        }
    }

    @Test func `is refused for calls that are secret, closed or not there`() async throws {
        try await withScene { scene in
            let klippan = try scene.library(of: scene.karin)
            let draft = { (call: Call.ID) in
                _ = try await scene.operations.draftApplication(
                    scene.request(for: []), to: call, from: klippan, by: scene.karin)
            }
            let secret = try await scene.operations.draftCall(scene.callDetails, rule: CallRule(), by: scene.amira)
            let closed = try await scene.openCall { $0.closesAt = scene.now.adding(seconds: -1) }
            let announced = try await scene.openCall { $0.opensAt = scene.now.adding(days: 5) }
            #expect(try await refusal { try await draft(secret) }.fields == ["callId"])
            #expect(try await refusal { try await draft(Call.ID()) }.fields == ["callId"])
            await #expect(throws: Refusal.conflict(.callIsClosed)) { try await draft(closed) }
            try await draft(announced)
        }
    }

    @Test func `names events that are not there just as those that one may not see`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            let secret = try await scene.draftEvent(by: scene.lena)
            let request = scene.request(for: [secret, Event.ID()])
            let refused = try await refusal {
                try await scene.operations.draftApplication(
                    request, to: call, from: scene.library(of: scene.karin), by: scene.karin)
            }
            #expect(refused.fields == ["events[0].eventId", "events[1].eventId"])
        }
    }

    @Test func `can be edited as long as it is a draft, one version after another`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            let edited = try await scene.operations.editApplication(made.application, by: scene.ulf, expecting: 1) {
                var request = $0
                request.title = "Nytt namn"
                request.events = []
                return request
            }
            #expect(edited.request.title == "Nytt namn")
            #expect(edited.request.events.isEmpty)
            #expect(edited.version == 2)
            await #expect(throws: Refusal.stale) {
                try await scene.operations.editApplication(made.application, by: scene.karin, expecting: 1) { $0 }
            }
            for person in [scene.lena, scene.amira] {
                await #expect(throws: Refusal.missing) {
                    try await scene.operations.editApplication(made.application, by: person, expecting: nil) { $0 }
                }
            }
            let received = try await scene.case(.submitted)
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.operations.editApplication(received.application, by: scene.karin, expecting: nil) { $0 }
            }
        }
    }
}
