/// A part of a call with a budget of its own, such as a track for small experiments.
package struct CallTrack: Sendable, Equatable {
    package typealias ID = Identifier<CallTrack>

    package let id: ID
    package var name: BilingualText
    package var budget: Money
    package var maximumAmount: Money?
    /// What has been granted in it.
    package let committed: Money

    package init(
        id: ID = ID(), name: BilingualText, budget: Money, maximumAmount: Money? = nil, committed: Money = .zero
    ) {
        self.id = id
        self.name = name
        self.budget = budget
        self.maximumAmount = maximumAmount
        self.committed = committed
    }

    package var free: Money { budget - committed }
}

extension [CallTrack] {
    /// Most tracks of one call.
    package static let most = 20

    /// Adds what is wrong with the tracks of a call that has `budget`.
    package func validate(_ errors: inout FieldErrors, budget: Money) {
        errors.require(count <= Self.most, "tracks", .isTooLong(limit: Self.most))
        errors.require(Set(map(\.id)).count == count, "tracks", .isTwice)
        errors.require(map(\.budget).sum <= budget, "tracks", .isMoreThan(budget))
        for (index, track) in enumerated() {
            let field = "tracks[\(index)]"
            track.name.validate(&errors, "\(field).name", limit: 100, required: true)
            errors.require(track.budget > .zero, "\(field).budget", .isTooSmall(least: 1))
            guard let maximum = track.maximumAmount else { continue }
            errors.require(maximum > .zero, "\(field).maximumAmount", .isTooSmall(least: 1))
            errors.require(maximum <= track.budget, "\(field).maximumAmount", .isMoreThan(track.budget))
        }
    }

    package subscript(id id: CallTrack.ID?) -> CallTrack? { first { $0.id == id } }
}
