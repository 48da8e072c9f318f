/// What a case keeps of an application and its events, fact by fact. The raw value is the fact's name in the API.
package enum CaseField: String, Sendable, CaseIterable {
    // Of the application.
    case title, purpose, applicant, requestedAmount, budget, costShares, partners, attachments, rule, projectPeriod
    case track, plan, answers
    // Of an event.
    case eventTitle, kind, summary, description, time, place, audience, seats, registration, prices, host, coHosts
    case confirmedCoHosts, invitationScope, invitees, invitationState, invitationWindow, readableSince, daySaidAt
    case status

    /// Whether the funding rule reads it: a change of it may change the verdict. A test asks the rule itself.
    package var isReadByRule: Bool {
        switch self {
        case .applicant, .requestedAmount, .costShares, .rule, .projectPeriod: true
        case .time, .place, .audience, .seats, .registration, .prices, .host, .confirmedCoHosts: true
        case .invitationScope, .invitees, .invitationState, .invitationWindow, .readableSince, .daySaidAt,
            .status:
            true
        case .title, .purpose, .budget, .partners, .attachments, .track, .plan, .answers, .eventTitle, .kind, .summary,
            .description, .coHosts:
            false
        }
    }

    /// What the decision itself does: it publishes the event and its invitation.
    package var isSetByDecision: Bool {
        switch self {
        case .invitationState, .readableSince, .status: true
        default: false
        }
    }
}

/// One fact with its value.
package struct CaseFact: Sendable, Equatable {
    package let field: CaseField
    package let value: CaseValue

    package init(_ field: CaseField, _ value: CaseValue) {
        self.field = field
        self.value = value
    }
}

/// The values that facts have, as the Domain types them.
package enum CaseValue: Sendable, Equatable {
    case text(String)
    case kind(EventKind)
    case time(EventTime)
    case place(EventPlace)
    case audience([Audience])
    case seats(Seats)
    case registration(RegistrationWindow)
    case prices(Prices)
    case units([NamedUnit])
    case scope(Invitation.Scope)
    case invitationState(Invitation.State)
    case window(Invitation.Window)
    case instant(Instant?)
    case status(EventStanding)
    case money(Money)
    case budget([GrantRequest.BudgetLine])
    case shares([NamedShare])
    case partners([NamedPartner])
    case attachments([KeptAttachment])
    case rule(CallRule)
    case period(from: Day?, to: Day?)
    case bilingual(BilingualText?)
    case plan(ProjectPlan)
    case answers([AnsweredQuestion])
}

/// When an event takes place.
package struct EventTime: Sendable, Equatable {
    package let startsAt: Instant
    package let endsAt: Instant
    package let allDay: Bool

    package init(startsAt: Instant, endsAt: Instant, allDay: Bool) {
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.allDay = allDay
    }
}

/// Where an event takes place. Of a meeting online only that there is a link: whoever has the link itself can join.
package struct EventPlace: Sendable, Equatable {
    package let attendance: Attendance
    package let venue: Venue?
    package let hasLink: Bool

    package init(attendance: Attendance, venue: Venue?, hasLink: Bool) {
        self.attendance = attendance
        self.venue = venue
        self.hasLink = hasLink
    }
}

/// Whether an event is a draft, published or cancelled, without the times of it.
package enum EventStanding: String, Sendable, CaseIterable {
    case draft, published, cancelled

    package init(_ status: Event.Status) {
        switch status {
        case .draft: self = .draft
        case .published: self = .published
        case .cancelled: self = .cancelled
        }
    }
}

/// A part of the sum sought, with the name of its event on that day.
package struct NamedShare: Sendable, Equatable {
    package let eventID: Event.ID
    package let title: String
    package let amount: Money

    package init(eventID: Event.ID, title: String, amount: Money) {
        self.eventID = eventID
        self.title = title
        self.amount = amount
    }

    /// The name of an event is a fact of its own: the share is another only if its amount is.
    package static func == (left: NamedShare, right: NamedShare) -> Bool {
        left.eventID == right.eventID && left.amount == right.amount
    }
}
