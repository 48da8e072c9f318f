import Domain
import HTML
import Store

extension Routes {
    /// What the service is, how it treats people, and what has been granted.
    mutating func addInformationPages(_ service: Service) {
        get("/about", access: .everyone) { request, _ in
            .page(request.phrases.aboutTitle, for: request) { AboutPage(request: request).html }
        }
        get("/accessibility", access: .everyone) { request, _ in plain(request, request.phrases.accessibilityPage) }
        get("/privacy", access: .everyone) { request, _ in plain(request, request.phrases.privacyPage) }
        get("/cookies", access: .everyone) { request, _ in plain(request, request.phrases.cookiesPage) }
        get("/retention", access: .everyone) { request, _ in
            let page = RetentionPage(request: request, rules: try await service.database.retentionRules())
            return .page(request.phrases.retentionTitle, for: request) { page.html }
        }
        get("/earlier-awards", access: .everyone) { request, _ in
            let window = try request.page
            let found = try await service.database.awards(limit: window.limit, offset: window.offset)
            let page = AwardsPage(
                request: request, window: window, awards: found.awards, total: found.total, amount: found.amount)
            return .page(request.phrases.earlierAwards, for: request) { page.html }
        }
    }

    /// What would have gone out, for whoever tries the service.
    mutating func addOutboxPage(_ service: Service) {
        get("/outbox", access: .loggedIn) { request, _ in
            let page = OutboxPage(
                request: request, messages: try await service.database.outbox(limit: 100))
            return .page(request.phrases.outboxTitle, for: request) { page.html }
        }
    }
}

private func plain(_ request: WebRequest, _ page: Phrases.PlainPage) -> WebResponse {
    .page(page.title, for: request) {
        h1(page.title)
        for part in page.parts {
            if let heading = part.heading { h2(heading) }
            for paragraph in part.paragraphs { p(paragraph) }
        }
        p { link(request.settings.contactAddress, to: "mailto:\(request.settings.contactAddress)") }
    }
}
