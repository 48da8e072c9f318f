import Domain
import HTML

/// What a call says under the standard headings. A heading under which nothing is said is not there.
struct CallHeadings {
    let call: Call
    let phrases: Phrases
    let hasClosed: Bool

    @HTMLBuilder func html(_ section: CallSection) -> HTML {
        if !words(section).isEmpty {
            h2(phrases.heading(section, hasClosed))
            text(section)
        }
    }

    /// The text alone, under a heading that stands anyway.
    @HTMLBuilder func text(_ section: CallSection) -> HTML {
        if !words(section).isEmpty { userParagraphs(words(section)) }
    }

    private func words(_ section: CallSection) -> String {
        call.details.texts[section].map { phrases.words($0) } ?? ""
    }
}

/// The rounds of a call with when each is decided, and which comes next.
struct RoundsPart {
    let call: Call
    let now: Instant
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if call.details.isRolling { p(phrases.isRolling) }
        if let next = call.nextRound(at: now) { p { strong(phrases.next(next, at: now)) } }
        if !call.details.rounds.isEmpty {
            listing(
                caption: phrases.roundsTitle,
                [Column(phrases.roundOpens), Column(phrases.roundCloses), Column(phrases.decisionExpected)],
                call.details.rounds.map(row))
        }
    }

    private func row(_ round: CallRound) -> TableRow {
        TableRow([
            HTML(phrases.moment(round.opensAt)), HTML(phrases.moment(round.closesAt)),
            HTML(round.decisionExpectedOn.map { phrases.date($0) } ?? "–"),
        ])
    }
}
