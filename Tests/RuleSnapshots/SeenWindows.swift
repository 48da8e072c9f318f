import Domain

extension Snapshot {
    /// A window that opens about now, closes about the end of the event and wants to be published about now or later.
    static func window(
        of details: EventDetails, now: Instant, _ random: inout SeededGenerator
    ) -> Invitation.Window {
        let declared = [now, now, now.adding(days: 10), details.startsAt, now.adding(days: -20)]
        let ends = [details.endsAt, details.endsAt, details.startsAt, details.endsAt.adding(days: 1)]
        return Invitation.Window(
            visibleFrom: random.chance(50) ? near(random.pick(declared), &random) : nil,
            visibleUntil: random.chance(40) ? near(random.pick(ends), &random) : nil,
            publishBy: random.chance(60) ? near(random.pick(declared), &random) : nil)
    }

    /// When a new day was said: about as late as the notice allows, or now.
    static func said(
        _ details: EventDetails, now: Instant, days: Int, _ random: inout SeededGenerator
    ) -> Instant {
        min(now, random.pick([near(details.startsAt.adding(days: -days), &random), now, now.adding(days: -20)]))
    }

    /// One that is open now and until the event has ended.
    static func openWindow(
        of details: EventDetails, now: Instant, _ random: inout SeededGenerator
    ) -> Invitation.Window {
        Invitation.Window(
            visibleFrom: random.pick([nil, now, now.adding(days: -3)]),
            visibleUntil: random.pick([nil, details.endsAt, details.endsAt.adding(days: 1)]),
            publishBy: random.pick([nil, now, now.adding(days: 2), now.adding(days: -2)]))
    }
}
