import Domain
import Operations
import Store
import TestDatabase

/// Cases of which money is on its way, brought there by people. Each takes longer to make than an order to try.
enum MoneyGround {
    /// Approved, with the account confirmed, and not accepted yet.
    static let approved = DatabaseToCopy { scene in
        try await many(44) {
            let made = try await scene.case(.approved, in: scene.openCall())
            try await scene.confirmAccount(of: scene.grantID(of: made))
            return made
        }
    }

    /// Accepted, and its payment requested.
    static let requested = DatabaseToCopy { scene in try await many(34) { try await scene.acceptedCase().case } }

    /// Its payment attested.
    static let attested = DatabaseToCopy { scene in
        try await many(34) {
            let accepted = try await scene.acceptedCase()
            _ = try await scene.attestFirst(of: accepted.grant.id)
            return accepted.case
        }
    }

    /// As many as all orders of a stride of eleven take.
    private static func many(_ count: Int, _ make: () async throws -> Case) async throws -> [Case] {
        try await exactly(Closeness.cases(count, atStride: 11), make)
    }

    static func exactly(_ count: Int, _ make: () async throws -> Case) async throws -> [Case] {
        var cases: [Case] = []
        for _ in 0..<count { cases.append(try await make()) }
        return cases
    }
}
