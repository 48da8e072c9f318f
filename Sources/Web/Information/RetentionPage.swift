import Domain
import HTML
import Operations
import Store

/// What is kept and for how long, and by which decisions of the region anything may be destroyed.
struct RetentionPage {
    let request: WebRequest
    let rules: [RetentionRule]

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        h1(phrases.retentionTitle)
        p(phrases.retentionLead)
        h2(phrases.retentionOfWhat)
        listing(
            caption: phrases.retentionOfWhat, [Column(phrases.whatIsKept), Column(phrases.keptForHowLong)],
            phrases.retention.map { TableRow([HTML($0.what), HTML($0.long)]) })
        h2(phrases.disposalDecisions)
        if rules.isEmpty {
            p(phrases.noDisposalDecision)
        } else {
            listing(
                caption: phrases.disposalDecisions,
                [Column(phrases.disposalDecision), Column(phrases.ruleValidFrom), Column(phrases.keptForHowLong)],
                rules.map { rule in
                    TableRow([
                        userText(rule.decision), HTML(phrases.day(rule.validFrom)), HTML(phrases.kept(rule.years)),
                    ])
                })
        }
    }
}

extension Phrases {
    var retentionTitle: String { say("Bevarande och gallring", en: "What is kept, and for how long") }
    fileprivate var retentionLead: String {
        say(
            "Så länge sparas det som finns i Samlyft. Tjänsten förstör inga handlingar i ett ärende av sig själv.",
            en: "This is how long what stands in Samlyft is kept. The service destroys no record of a case by itself.")
    }
    fileprivate var retentionOfWhat: String { say("Det som sparas", en: "What is kept") }
    fileprivate var whatIsKept: String { say("Uppgifter", en: "What") }
    fileprivate var keptForHowLong: String { say("Hur länge", en: "For how long") }
    fileprivate var disposalDecisions: String {
        say("Regionens gallringsbeslut", en: "The region's disposal decisions")
    }
    fileprivate var ruleValidFrom: String { say("För ärenden som avslutas från", en: "For cases closed from") }
    fileprivate var noDisposalDecision: String {
        say(
            "Regionen har inte fattat något gallringsbeslut. Alla ärenden bevaras.",
            en: "The region has made no disposal decision. All cases are kept for ever.")
    }

    fileprivate func kept(_ years: Int?) -> String {
        guard let years else { return say("Bevaras", en: "For ever") }
        return years == 1
            ? say("1 år från avslutet", en: "1 year from the closing")
            : say("\(years) år från avslutet", en: "\(years) years from the closing")
    }

    private func days(_ count: Int) -> String {
        count == 1 ? say("1 dag", en: "1 day") : say("\(count) dagar", en: "\(count) days")
    }

    /// What the service does, by the clocks that it does it by.
    fileprivate var retention: [(what: String, long: String)] {
        [
            (
                say(
                    "Ärenden: ansökan, beslut, betalningar, redovisning och meddelanden",
                    en: "Cases: application, decisions, payments, report and messages"),
                say(
                    "Bevaras, om inget gallringsbeslut säger annat. Tiden räknas från den dag då bidraget avslutas.",
                    en:
                        "For ever, unless a disposal decision says otherwise. It counts from the day the grant is closed."
                )
            ),
            (
                say("Vem som har gjort vad i ett ärende", en: "Who has done what in a case"),
                say("Lika länge som ärendet", en: "As long as the case")
            ),
            (
                say("Händelser och deras inbjudningar", en: "Events and their invitations"),
                say("Utan tidsgräns", en: "Without a limit")
            ),
            (
                say("Arkivfil av ett ärende", en: "The archive file of a case"),
                say("Den senaste, tills någon beställer en ny", en: "The latest, until somebody orders another")
            ),
            (
                say("Inloggningar", en: "Logins"),
                say(
                    "\(days(Schedule.daysOfEndedSessions)) efter att de har upphört",
                    en: "\(days(Schedule.daysOfEndedSessions)) after they end")
            ),
            (
                say("Nycklar för program", en: "Keys of programs"),
                say(
                    "\(days(Schedule.daysOfEndedTokens)) efter att de har upphört",
                    en: "\(days(Schedule.daysOfEndedTokens)) after they end")
            ),
            (
                say(
                    "Kvitton som hindrar att något görs två gånger",
                    en: "Receipts that keep a thing from being done twice"),
                say("\(days(Schedule.daysOfAnsweredRequests))", en: "\(days(Schedule.daysOfAnsweredRequests))")
            ),
        ]
    }
}
