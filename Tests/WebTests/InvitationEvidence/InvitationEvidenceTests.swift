import Domain
import HTTPTypes
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The page of the evidence of an invitation` {
    @Test func `shows the host who has opened it, says what is not known, and is a file, too`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let event = try await scene.publishedEvent()
            let path = Link.evidence(event)
            #expect(try await site.get(Link.event(event), as: scene.karin).text.contains(path))
            #expect(try await site.get(Link.event(event), as: scene.pontus).status == 200)
            let page = try await site.get(path, as: scene.karin)
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
            #expect(page.text.contains("32 bibliotek har varit inbjudna, 1 har öppnat inbjudan."))
            #expect(page.text.contains("Inte skickat") && page.text.contains("Anmälan sker inte här"))
            #expect(try await site.get(path, as: scene.pontus).status == 403)
            let file = try await site.get("\(path).csv", as: scene.amira)
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(file.text.split(separator: "\r\n").count == 33)
            #expect(file.text.contains("Bibliotek;I kalendern från;"))
            #expect(
                try await site.get("\(path).csv", as: scene.amira, in: "en").text.contains(
                    "Library;In the calendar from"))
            #expect(!file.text.contains(scene.pontus.name), "who opened it is not kept")
        }
    }
}
