import Domain
import HTML
import Store

extension Routes {
    /// The region's notice board: what stands there today, for everybody.
    mutating func addNoticeBoard(_ service: Service) {
        get(Link.API.announcements, access: .everyone) { request, _ in
            try request.allowParameters("limit", "page")
            let window = try request.page
            let found = try await service.announcements(window)
            return .list(found.announcements, window, total: found.total, for: request) { json, notice in
                json.write(notice)
            }
        }
        get(Link.noticeBoard, access: .everyone) { request, _ in
            let window = try request.page
            let found = try await service.announcements(window)
            let page = NoticeBoardPage(
                request: request, window: window, announcements: found.announcements, total: found.total)
            return .page(request.phrases.noticeBoardTitle, for: request) { page.html }
        }
    }
}

extension Service {
    fileprivate func announcements(
        _ window: PageWindow
    ) async throws -> (announcements: [Announcement], total: Int) {
        let today = Stockholm.day(try await database.now())
        return try await database.announcements(on: today, limit: window.limit, offset: window.offset)
    }
}

/// What has been decided, and until when it can be appealed.
private struct NoticeBoardPage {
    let request: WebRequest
    let window: PageWindow
    let announcements: [Announcement]
    let total: Int

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        h1(phrases.noticeBoardTitle)
        p(phrases.noticeBoardLead, .class("lead"))
        if announcements.isEmpty { p(phrases.noAnnouncements) }
        ul(.class("cards")) { for notice in announcements { li { item(notice) } } }
        paging(window, total: total, for: request)
    }

    private func item(_ notice: Announcement) -> HTML {
        article {
            h2("\(phrases.decision) \(notice.number)")
            // What is posted is Swedish, whoever reads it.
            div(.lang("sv")) { userParagraphs(notice.text) }
            dl(.class("facts")) {
                fact(phrases.registryNumber, notice.registryNumber)
                fact(phrases.postedOn) { time(phrases.date(notice.postedOn), datetime: notice.postedOn.text) }
                fact(phrases.appealEndsOn) {
                    time(phrases.date(notice.appealEndsOn), datetime: notice.appealEndsOn.text)
                }
                fact(phrases.takenDownOn) { time(phrases.date(notice.takenDownOn), datetime: notice.takenDownOn.text) }
            }
        }
    }
}
