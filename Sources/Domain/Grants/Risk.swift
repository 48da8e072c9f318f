extension Condition {
    /// That a condition which holds may soon hold no longer. It is no breach and holds no payment: somebody should
    /// look.
    package struct Risk: Sendable, Equatable {
        package let reason: Reason
        /// The libraries that it is about.
        package let libraries: [Library.ID]

        package enum Reason: String, Sendable, CaseIterable {
            /// Mail has come back, and the calendar is no channel of the call (P9).
            case dispatchBounced = "dispatch-bounced"
            /// The last day of notice is tomorrow or has passed, and mail has not reached everybody (P8, P9).
            case noticeIsNear = "notice-near"
            /// Registration opens within a day of when it has to at the latest (P5).
            case registrationOpensLate = "registration-opens-late"
            /// Others can reach hardly more seats than the call wants (P6).
            case seatsAreNearlyGone = "seats-nearly-gone"
        }

        package init(reason: Reason, libraries: [Library.ID]) {
            self.reason = reason
            self.libraries = libraries
        }
    }
}
