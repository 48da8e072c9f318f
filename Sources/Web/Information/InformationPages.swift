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
        blockquote { phrases.ruleAsItIsWritten }
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
    let window: PageWindow
    let awards: [Award]
    let total: Int
    let amount: Money

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        h1(phrases.earlierAwards)
        p(phrases.awardsLead)
        p(phrases.awards(total, amount: phrases.money(amount)), .class("count"))
        if awards.isEmpty { p(phrases.nothingGrantedYet) } else { list }
        paging(window, total: total, for: request)
    }

    private var list: HTML {
        listing(
            caption: phrases.earlierAwards,
            [
                Column(phrases.purposeOfGrant), Column(phrases.grantee), Column(phrases.decision),
                Column(phrases.amount, isNumber: true),
            ],
            awards.map { award in
                TableRow([
                    userText(award.purpose), userText(award.grantee),
                    HTML(award.awardedAt.map { phrases.day(Stockholm.day($0)) } ?? award.year),
                    HTML(phrases.money(award.amount)),
                ])
            })
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
        listing(
            caption: phrases.outboxTitle,
            [Column(phrases.topic), Column(phrases.whenHeading), Column(phrases.content)],
            messages.map { message in
                TableRow([
                    HTML(phrases.topic(message.topic)), HTML(phrases.moment(message.createdAt)), code(message.payload),
                ])
            })
    }
}
