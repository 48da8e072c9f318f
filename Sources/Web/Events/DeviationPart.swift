import Domain
import HTML

/// For the hosts of an event whose condition is broken: that the region knows, what is held, and what comes next.
struct DeviationPart {
    let request: WebRequest
    let event: Event
    let grants: [DependentGrant]
    /// The last one first.
    let deviations: [Deviation]

    private var phrases: Phrases { request.phrases }

    /// The grants whose condition on this event is broken now.
    private var broken: [DependentGrant] {
        grants.filter { $0.grant.conditions.contains { $0.eventID == event.id && $0.state == .breached } }
    }

    @HTMLBuilder var html: HTML {
        if !broken.isEmpty {
            section(.class("panel bad"), .id("deviation"), .tabIndex(-1), .role(.status)) {
                h2(deviations.isEmpty ? phrases.conditionIsBroken : phrases.deviationIsReported)
                for deviation in deviations { reported(deviation) }
                h3(phrases.whatHappensNow)
                ul {
                    li(phrases.regionKnows)
                    for dependent in broken {
                        li {
                            "\(phrases.holdTitle(dependent.grant)): ";
                            DependentGrantName(grant: dependent, phrases: phrases).html
                        }
                    }
                    for due in replyTimes { li(phrases.replyBy(due)) }
                    for reply in replies { li(phrases.hasReplied(reply.repliedAt)) }
                    li(phrases.regionConsiders)
                }
                for dependent in broken {
                    if let condition = dependent.condition {
                        p { link(phrases.replyTitle, to: Link.reply(condition.id, of: dependent.grant.id)) }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func reported(_ deviation: Deviation) -> HTML {
        p("\(phrases.name(deviation.kind)), \(phrases.moment(deviation.reportedAt)).")
        blockquote { userParagraphs(deviation.reason) }
    }

    /// When the region wants to have heard, for each grant: the call of each says how many days there are.
    private var replyTimes: [Instant] {
        Set(broken.compactMap { $0.condition?.replyDueAt }).sorted()
    }

    private var replies: [Condition.Reply] { broken.flatMap { $0.condition?.replies ?? [] } }
}

extension Phrases {
    fileprivate var deviationIsReported: String {
        say("Avvikelsen är anmäld till regionen", en: "The deviation is reported to the region")
    }
    fileprivate var regionKnows: String {
        say("Regionen har fått veta det, och ser orsaken.", en: "The region has been told, and sees the reason.")
    }
    fileprivate func replyBy(_ instant: Instant) -> String {
        say(
            "Berätta för regionen senast \(moment(instant)) hur ni vill gå vidare.",
            en: "Tell the region by \(moment(instant)) how you want to go on.")
    }
    fileprivate func hasReplied(_ instant: Instant) -> String {
        say("Ert svar kom in \(moment(instant)).", en: "Your reply was received \(moment(instant)).")
    }
    fileprivate var regionConsiders: String {
        say(
            "Regionen tar sedan ställning: om bidraget får behållas, om något behöver rättas eller om pengar ska betalas tillbaka. Tills dess betalas inget ut.",
            en:
                "The region then considers whether the grant may be kept, something must be mended or money be paid back. Until then nothing is paid."
        )
    }
}
