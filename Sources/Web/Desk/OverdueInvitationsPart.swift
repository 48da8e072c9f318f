import Domain
import HTML
import Store

/// Invitations that their hosts wanted to have gone out and that wait for a decision, on the desk.
struct OverdueInvitationsPart {
    let invitations: [OverdueInvitation]
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if !invitations.isEmpty {
            section(.class("panel")) {
                h2(phrases.overdueInvitations)
                p(phrases.overdueInvitationsMean)
                ul {
                    for one in invitations {
                        li {
                            link(one.registryNumber, to: Link.deskCase(one.applicationID)); " "
                            link(to: Link.event(one.eventID)) { userText(one.eventTitle) }
                            ", \(phrases.wasToGoOut(one.publishBy))"
                        }
                    }
                }
            }
        }
    }
}

extension Phrases {
    var overdueInvitations: String {
        say("Inbjudningar som skulle ha gått ut", en: "Invitations that were to have gone out")
    }
    var overdueInvitationsMean: String {
        say(
            "Arrangören har lovat inbjudan i ansökan och sagt när den senast ska gå ut. Den väntar på beslutet, och arrangören vet om det.",
            en:
                "The host has promised the invitation in the application and said when it is to go out at the latest. It waits for the decision, and the host has been told."
        )
    }

    func wasToGoOut(_ instant: Instant) -> String {
        say("senast \(moment(instant))", en: "by \(moment(instant))")
    }
}
