import Domain
import Operations
import Store
import TestDatabase
import Testing

/// Two commands that meet after the decision, or while a library ends.
enum LaterMeeting: String, Encounter {
    case swapAndSilentNarrowing, paymentAndAppeal, approvalAndEndOfLibrary

    var testDescription: String { rawValue }

    /// Each of them asks much before it writes, and each order takes a case that people have made.
    var stride: Int { self == .approvalAndEndOfLibrary ? 20 : 14 }

    var ground: DatabaseToCopy<[Case]> {
        switch self {
        case .swapAndSilentNarrowing: LaterGround.swapping
        case .paymentAndAppeal: LaterGround.waitedForAppeals
        case .approvalAndEndOfLibrary: LaterGround.invitingOne
        }
    }

    func commands(in scene: Scene, on cases: [Case], round: Int) async throws -> [Command] {
        try #require(round < cases.count, "there are too few cases for all orders")
        let made = cases[round]
        switch self {
        case .swapAndSilentNarrowing:
            let (swap, event) = try await Self.swap(of: made, in: scene)
            return [swap, { try await scene.invite(event, .own, .published) }]
        case .paymentAndAppeal:
            let id = try await scene.grantID(of: made)
            let payment = try #require(try await scene.grant(id).payments.first?.id)
            return [
                { try await scene.pay(payment, of: id) },
                {
                    _ = try await scene.operations.recordAppeal(
                        on: made.application, scene.note(daysAgo: 10), by: scene.amira)
                },
            ]
        case .approvalAndEndOfLibrary:
            let library = try #require(try await scene.event(made.event).invitation.libraries.first)
            let end = try await scene.operations.closeLibrary(
                library, from: Stockholm.day(scene.now), because: "Läggs ned.", by: scene.amira)
            return [
                { try await scene.approve(made.application) },
                { _ = try await scene.operations.confirmLibraryChange(end, by: scene.elias) },
            ]
        }
    }

    private static func swap(of made: Case, in scene: Scene) async throws -> (command: Command, event: Event.ID) {
        let id = try await scene.grantID(of: made)
        let change = try #require(try await scene.database.changeRequests(of: id).last)
        guard case .eventSwap(_, let event) = change.change else { throw Refusal.missing }
        return ({ try await scene.approve(change.id, of: id) }, event)
    }
}

/// What later meetings begin with.
enum LaterGround {
    private static let count = Closeness.cases(30, atStride: 14)

    /// Accepted, with a swap asked for to an event that invites everybody already.
    static let swapping = DatabaseToCopy { scene in
        try await MoneyGround.exactly(count) {
            let accepted = try await scene.acceptedCase()
            _ = try await scene.askForSwap(of: accepted, for: scene.publishedEvent())
            return accepted.case
        }
    }

    /// Paid only once nobody can appeal any more, which is so: its payment is attested.
    static let waitedForAppeals = DatabaseToCopy { scene in
        let cases = try await MoneyGround.exactly(count) {
            try await scene.acceptedCase(GrantTerms(paysAfterAppeal: true)).case
        }
        try await scene.postLongAgo()
        _ = try await scene.operations.moveGrants()
        for made in cases { _ = try await scene.attestFirst(of: scene.grantID(of: made)) }
        return cases
    }

    /// Recommended, for an event that invites one library alone, each another one.
    static let invitingOne = DatabaseToCopy { scene in
        let hosts = [try scene.library(of: scene.karin), try scene.library(of: scene.lena)]
        var invited = try await scene.regionalLibraries().filter { !hosts.contains($0) }.sorted()
        let call = try await scene.openCall(rule: CallRule(invite: .atLeast(1))) { $0.budget = .largest }
        return try await MoneyGround.exactly(invited.count) {
            let event = try await scene.boundEvent()
            try await scene.invite(event, .list, .bound, [invited.removeLast()])
            return try await scene.case(.recommended, in: call, for: event)
        }
    }
}
