import Domain
import HTML

/// How to have the calendar in one's own program, with what each program really does.
struct SubscriptionPart {
    let request: WebRequest

    private var phrases: Phrases { request.phrases }
    private var path: String { phrases.language == .swedish ? Link.calendarFeed : Link.englishCalendarFeed }
    private var address: String { request.settings.publicAddress + path }

    /// The same address under the scheme by which Apple's calendar and others subscribe at once.
    private var webcal: String {
        "webcal" + address.drop { $0 != ":" }
    }

    var html: HTML {
        section(.class("panel"), .id("subscribe")) {
            h2(phrases.subscribe)
            p(phrases.subscribeLead)
            field(label: phrases.feedAddress, name: "feed", value: address, hint: phrases.copyHint, .readOnly)
            p { link(phrases.subscribeNow, to: webcal) }
            details(summary: phrases.howSoon) {
                ul { for line in phrases.delays { li(line) } }
            }
        }
    }
}
