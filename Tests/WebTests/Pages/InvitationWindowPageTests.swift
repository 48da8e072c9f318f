import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The form of an invitation` {
    @Test func `says when it is seen, keeps what was typed wrong, and hides the event outside its window`() async throws
    {
        try await PageSite.with { site in
            let scene = site.scene
            let event = try await scene.publishedEvent()
            let path = Link.invitation(event)
            let day = Stockholm.day(scene.now)
            func fields(_ from: Day, _ until: Day) async throws -> [(String, String)] {
                [
                    ("version", "\(try await scene.event(event).version)"), ("scope", "all"), ("state", "published"),
                    ("visibleFrom.date", from.text), ("visibleFrom.time", "08:00"), ("visibleUntil.date", until.text),
                    ("visibleUntil.time", "08:00"), ("publishBy.date", ""), ("publishBy.time", ""),
                ]
            }
            let wrong = try await site.post(
                path, as: scene.karin, fields(day.adding(days: 3), day.adding(days: 2)))
            #expect(wrong.status == 422 && wrong.text.contains("id=\"field-visibleUntil.date-error\""))
            #expect(wrong.text.contains(day.adding(days: 3).text))
            #expect(PageCheck(wrong.text, isLoggedIn: true).faults.isEmpty)
            let saved = try await site.post(
                path, as: scene.karin, fields(day.adding(days: 2), day.adding(days: 300)))
            #expect(saved.status == 303)
            for language in ["sv", "en"] {
                let form = try await site.get(path, as: scene.karin, in: language)
                #expect(form.text.contains(day.adding(days: 300).text))
                #expect(PageCheck(form.text, isLoggedIn: true).faults.isEmpty)
            }
            for (person, status) in [(scene.karin, 200), (scene.amira, 200), (scene.lena, 404)] {
                #expect(try await site.get(Link.event(event), as: person).status == status)
            }
            let opened = try await site.post(
                path, as: scene.karin, fields(day.adding(days: -2), day.adding(days: 300)))
            #expect(opened.status == 303)
            #expect(try await site.get(Link.event(event), as: scene.lena).status == 200)
        }
    }
}
