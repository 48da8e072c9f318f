extension Condition {
    /// That a condition was broken: by a deviation of the host, or as the region has found. It is open until the region
    /// has settled it.
    package struct Breach: Sendable, Equatable {
        package typealias ID = Identifier<Breach>

        package let id: ID
        package let kind: Kind
        package let reason: String
        package let breachedAt: Instant
        package let replyDueAt: Instant
        package let closedAt: Instant?

        /// How it came to be known. The host tells of the first three (`Deviation.Kind`), the region finds the others.
        package enum Kind: String, Sendable, CaseIterable {
            case invitation, event, cancellation
            case notHeld = "not-held"
            case evidence, rule
            /// A library has closed or merged, or a joint board has changed, by no deed of the host.
            case orgChange = "org-change"

            /// A change of the event mends it: what was, or was not, on the day cannot be mended afterwards.
            package var canBeMended: Bool { self != .notHeld && self != .evidence }
        }

        /// What a case officer can find: the event was not held, its evidence is not good, or the funding rule does not
        /// hold for it.
        package enum Ground: String, Sendable, CaseIterable {
            case notHeld = "not-held"
            case evidence, rule

            package var kind: Kind {
                switch self {
                case .notHeld: .notHeld
                case .evidence: .evidence
                case .rule: .rule
                }
            }
        }

        package init(
            id: ID, kind: Kind, reason: String, breachedAt: Instant, replyDueAt: Instant, closedAt: Instant?
        ) {
            self.id = id
            self.kind = kind
            self.reason = reason
            self.breachedAt = breachedAt
            self.replyDueAt = replyDueAt
            self.closedAt = closedAt
        }
    }

    /// What a host says of the breaches of a condition. One that comes late is received all the same.
    package struct Reply: Sendable, Equatable {
        package typealias ID = Identifier<Reply>

        package let id: ID
        package let text: String
        package let repliedBy: Person.ID
        package let repliedAt: Instant

        package init(id: ID, text: String, repliedBy: Person.ID, repliedAt: Instant) {
            self.id = id
            self.text = text
            self.repliedBy = repliedBy
            self.repliedAt = repliedAt
        }
    }

    /// The breaches that the region has not settled.
    package var openBreaches: [Breach] { breaches.filter { $0.closedAt == nil } }

    /// Whether a reply came after the time that was given for every breach before it.
    package func isLate(_ reply: Reply) -> Bool {
        let answered = breaches.filter { $0.breachedAt <= reply.repliedAt }
        return !answered.isEmpty && answered.allSatisfy { $0.replyDueAt < reply.repliedAt }
    }

    /// When the last of the open breaches that nobody has answered is to be answered; nil: there is none.
    package var replyDueAt: Instant? {
        openBreaches.filter { breach in !replies.contains { $0.repliedAt >= breach.breachedAt } }
            .map(\.replyDueAt).max()
    }
}

extension Grant {
    /// Moves with everything that a reader of the grant can see, also with what hosts only add to its conditions.
    package var revision: Int {
        conditions.reduce(version) { $0 + $1.breaches.count + $1.replies.count + $1.settlements.count }
    }

    /// Whether `person` may speak for the library that got the money, or for a host of the event.
    package func mayAnswer(_ person: Person, for event: Event) -> Bool {
        event.mayBeEdited(by: person) || person.has(.applicant, at: libraryID) || person.has(.signatory, at: libraryID)
    }
}
