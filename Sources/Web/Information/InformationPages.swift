import Domain
import HTML
import Store

/// What the service is, with the rule that it exists for.
struct AboutPage {
    let request: WebRequest

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        h1(phrases.aboutTitle)
        p(phrases.aboutLead, .class("lead"))
        h2(phrases.theRule)
        blockquote { p(phrases.ruleInItsOwnWords, .lang("sv")) }
        for paragraph in phrases.aboutTheRule { p(paragraph) }
        h2(phrases.moreAbout)
        ul {
            li { link(phrases.subscribe, to: "\(Link.calendar)#subscribe") }
            li { link(phrases.earlierAwards, to: Link.earlierAwards) }
            li { link(phrases.accessibilityPage.title, to: Link.accessibility) }
            li { link(phrases.privacyPage.title, to: Link.privacy) }
            li { link(phrases.cookiesPage.title, to: Link.cookies) }
        }
    }
}

/// What has been granted, here and before this service.
struct AwardsPage {
    let request: WebRequest
    let grants: [Grant]
    let titles: [GrantApplication.ID: String]
    let libraries: LibraryNames
    let earlier: [EarlierAward]

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        h1(phrases.earlierAwards)
        h2(phrases.grantedHere)
        if grants.isEmpty { p(phrases.nothingGrantedYet) } else { here }
        h2(phrases.grantedBefore)
        before
    }

    private var here: HTML {
        wideTable(caption: phrases.grantedHere) {
            thead {
                tr {
                    th(phrases.decision)
                    th(phrases.applicant)
                    th(phrases.application)
                    th(phrases.amount, .class("number"))
                }
            }
            tbody {
                for grant in grants {
                    tr {
                        td(phrases.day(Stockholm.day(grant.awardedAt)))
                        td { userText(libraries[grant.libraryID]) }
                        td { userText(titles[grant.applicationID] ?? "–") }
                        td(phrases.money(grant.amount), .class("number"))
                    }
                }
            }
        }
    }

    private var before: HTML {
        wideTable(caption: phrases.grantedBefore) {
            thead {
                tr {
                    th(phrases.year)
                    th(phrases.grantee)
                    th(phrases.purposeOfGrant)
                    th(phrases.amount, .class("number"))
                }
            }
            tbody {
                for award in earlier {
                    tr {
                        td(award.year)
                        td { userText(award.grantee) }
                        td { userText(award.purpose) }
                        td(phrases.money(award.amount), .class("number"))
                    }
                }
            }
        }
    }
}

/// The messages that would have left the service.
struct OutboxPage {
    let request: WebRequest
    let messages: [OutboxMessage]

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        h1(phrases.outboxTitle)
        p(phrases.outboxLead)
        if messages.isEmpty { p(phrases.outboxIsEmpty) } else { list }
    }

    private var list: HTML {
        wideTable(caption: phrases.outboxTitle) {
            thead {
                tr {
                    th(phrases.whenHeading)
                    th(phrases.topic)
                    th(phrases.content)
                }
            }
            tbody {
                for message in messages {
                    tr {
                        td(phrases.moment(message.createdAt))
                        td(phrases.topic(message.topic))
                        td { code(message.payload) }
                    }
                }
            }
        }
    }
}
