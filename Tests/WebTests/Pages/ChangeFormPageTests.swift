import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The form of a change` {
    @Test func `of time asks which event first, and has the time of the one that is chosen`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let two = try await scene.caseOfTwo()
            let id = two.grant.id
            let first = try await site.get(Link.change(of: id, .time), as: scene.ulf)
            #expect(PageCheck(first.text, isLoggedIn: true).faults.isEmpty)
            #expect(!first.text.contains("startsAt"))
            let later = try await scene.event(two.events[1]).details.startsAt.adding(days: 3)
            let moved = try await scene.operations.requestChange(
                of: id, .time(two.events[1], ChangeRequest.Period(startsAt: later, endsAt: later.adding(hours: 6))),
                because: "Föreläsaren kan inte.", by: scene.ulf)
            try await scene.approve(moved, of: id)
            for event in two.events {
                let path = Link.change(of: id, .time, event: event)
                #expect(first.text.contains(path.replacing("&", with: "&amp;")))
                let form = try await site.get(path, as: scene.ulf)
                #expect(PageCheck(form.text, isLoggedIn: true).faults.isEmpty)
                let day = Stockholm.day(try await scene.event(event).details.startsAt).text
                #expect(form.text.contains("value=\"\(day)\""))
                #expect(form.text.contains("value=\"\(event)\""))
            }
        }
    }

    @Test func `of the event lists only what could take its place`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let accepted = try await scene.acceptedCase()
            _ = try await scene.boundEvent { $0.title = "Går bra" }
            let narrow = try await scene.boundEvent { $0.title = "Går inte" }
            try await scene.invite(narrow, .own, .bound)
            let form = try await site.get(Link.change(of: accepted.grant.id, .eventSwap), as: scene.ulf)
            #expect(form.text.contains("Går bra") && !form.text.contains("Går inte"))
        }
    }

    /// Each condition has its own number of libraries that must be invited, and its own share.
    @Test func `of one of several events is judged by the condition that is swapped`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let two = try await scene.caseOfTwo()
            let id = two.grant.id
            _ = try await scene.boundEvent { $0.title = "Går bra" }
            let first = try await site.get(Link.change(of: id, .eventSwap), as: scene.ulf)
            #expect(!first.text.contains("newEventId") && PageCheck(first.text, isLoggedIn: true).faults.isEmpty)
            for event in two.events {
                let path = Link.change(of: id, .eventSwap, event: event)
                #expect(first.text.contains(path.replacing("&", with: "&amp;")))
                let form = try await site.get(path, as: scene.ulf)
                #expect(form.text.contains("Går bra") && form.text.contains("name=\"eventId\" value=\"\(event)\""))
                #expect(PageCheck(form.text, isLoggedIn: true).faults.isEmpty)
                #expect(form.text.contains("id=\"unsent\""), "what is typed waits until it is accepted")
            }
        }
    }

    @Test func `of amounts leads to a page that shows what the whole grant becomes`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let two = try await scene.caseOfTwo()
            let id = two.grant.id
            let change = try await scene.operations.requestChange(
                of: id, .amount([.init(eventID: two.events[0], amount: .kronor(4_000))]), because: "Billigt.",
                by: scene.ulf)
            let path = Link.change(change, of: id)
            for _ in ["asked for", "approved"] {
                let page = try await site.get(path, as: scene.dag)
                #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
                let plain = page.text.replacing("\u{a0}", with: " ")
                #expect(plain.contains("Hela bidraget") && plain.contains("30 000 kr") && plain.contains("19 000 kr"))
                if try await scene.grant(id).state == .changeRequested { try await scene.approve(change, of: id) }
            }
        }
    }

    @Test func `of a new date stands on the workbench, and its host proposes from there`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let klippan = try scene.library(of: scene.karin)
            func shared(_ title: String) async throws -> Event.ID {
                let event = try await scene.boundEvent(by: scene.lena) {
                    $0.coHostLibraryIDs = [klippan]
                    $0.title = title
                }
                _ = try await scene.operations.confirmCoHosting(of: event, for: klippan, by: scene.karin)
                return event
            }
            let made = try await scene.case(.approved, for: shared("Inställd dag"))
            let id = try await scene.grantID(of: made)
            _ = try await scene.operations.acceptGrant(id, on: "Villkoren.", by: scene.ulf)
            _ = try await scene.operations.reportDeviation(
                from: made.event, because: "Sjukdom.", .cancellation, by: scene.lena)
            try await scene.offerNewDate(of: scene.grant(id))
            let successor = try await shared("Ny dag")
            let path = Link.newDate(try await scene.grant(id).conditions[0].id, of: id)
            for person in [scene.lena, scene.karin, scene.ulf] {
                #expect(try await site.get("/workbench", as: person).text.contains(path))
                let page = try await site.get(path, as: person)
                #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty && page.text.contains("Ny dag"))
                #expect(page.text.contains("/proposal#") == (person.id == scene.lena.id))
            }
            #expect(try await site.get(path, as: scene.pontus).status == 404)
            let proposal = [("eventId", "\(successor)"), ("version", "\(try await scene.grant(id).revision)")]
            #expect(try await site.post("\(path)/proposal", as: scene.lena, proposal).status == 303)
            #expect(try await site.get(path, as: scene.ulf).text.contains("Arrangören föreslår"))
            let named = [("eventId", "\(successor)"), ("version", "\(try await scene.grant(id).revision)")]
            #expect(try await site.post("\(path)/successor", as: scene.ulf, named).status == 303)
            #expect(!(try await site.get("/workbench", as: scene.lena).text.contains(path)))
        }
    }
}
