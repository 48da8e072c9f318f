import Domain
import Foundation
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The page of a report` {
    @Test func `is filled in, keeps what was typed, and leads to the settlement`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let ended = try await scene.endedCase(paid: true)
            let path = Link.report(ended.grant)
            let guest = try scene.library(of: scene.pontus)
            #expect(try await site.get(Link.grant(ended.grant), as: scene.ulf).text.contains(path))
            for language in ["sv", "en"] {
                let page = try await site.get(path, as: scene.ulf, in: language)
                #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
                #expect(page.text.contains("events.0.registered.\(guest)"))
            }
            #expect(try await site.get(path, as: scene.lena).status == 404)
            let typed = [
                ("version", "0"), ("send", "true"), ("attested", "true"), ("events.0.carriedOut", "yes"),
                ("events.0.registered.\(guest)", "4"), ("events.0.attended.\(guest)", "3"), ("outcome.fee", "18 000"),
                ("total", "17 000"), ("learnings", "Mycket."), ("supportWasTold", "true"),
            ]
            let refused = try await site.post(path, as: scene.ulf, typed)
            #expect(refused.status == 422)
            #expect(refused.text.contains("id=\"field-total-error\""))
            #expect(refused.text.contains("Mycket."))
            let saved = try await scene.database.reportDraft(of: ended.grant)
            #expect(saved?.version == 1, "what was typed is saved also when it cannot be sent")
            let lacking =
                typed.filter { !["version", "total"].contains($0.0) } + [("version", "1"), ("total", "18 000")]
            #expect(try await site.post(path, as: scene.ulf, lacking).text.contains("väntelista"))
            let whole = lacking.filter { $0.0 != "version" } + [("version", "2"), ("events.0.refused", "0")]
            #expect(try await site.post(path, as: scene.ulf, whole).status == 303)
            #expect(try await scene.grant(ended.grant).state == .reported)
            try await Self.settle(site, ended.case, ended.grant)
        }
    }

    @Test func `hints at more guests than had registered, and is on the workbench again once it is returned`()
        async throws
    {
        try await PageSite.with { site in
            let scene = site.scene
            let ended = try await scene.endedCase(paid: true)
            let path = Link.report(ended.grant)
            let guest = try scene.library(of: scene.pontus)
            let typed = [
                ("send", "true"), ("attested", "true"), ("events.0.carriedOut", "yes"), ("events.0.refused", "0"),
                ("events.0.registered.\(guest)", "4"), ("outcome.fee", "18 000"), ("total", "18 000"),
                ("learnings", "Mycket."),
            ]
            let attended = "events.0.attended.\(guest)"
            let huge = try await site.post(path, as: scene.ulf, typed + [("version", "0"), (attended, "1001")])
            #expect(huge.status == 422)
            #expect(huge.text.contains("id=\"field-\(attended)-error\""))
            let unsigned = typed.filter { $0.0 != "attested" } + [("version", "0"), (attended, "5")]
            let hinted = try await site.post(path, as: scene.ulf, unsigned)
            #expect(hinted.status == 422)
            #expect(hinted.text.contains("Fler än som var anmälda"))
            #expect(PageCheck(hinted.text, isLoggedIn: true).faults.isEmpty)
            let sent = try await site.post(path, as: scene.ulf, typed + [("version", "1"), (attended, "5")])
            #expect(sent.status == 303, "it blocks nothing")
            #expect(try await site.get(path, as: scene.amira).text.contains("Fler deltog än som var anmälda"))
            #expect(try await !site.get("/workbench", as: scene.ulf).text.contains("Redovisningen ska kompletteras"))
            _ = try await scene.operations.returnReport(
                of: ended.grant, because: "Mer.", dueOn: Stockholm.day(scene.now).adding(days: 9), by: scene.amira)
            #expect(try await site.get("/workbench", as: scene.ulf).text.contains("Redovisningen ska kompletteras"))
        }
    }

    @Test func `is told of all its faults at once, and sums its lines where the total is empty`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let ended = try await scene.endedCase(paid: true)
            let path = Link.report(ended.grant)
            let guest = try scene.library(of: scene.pontus)
            let (registered, attended) = ("events.0.registered.\(guest)", "events.0.attended.\(guest)")
            let wrong = [
                ("version", "0"), ("send", "true"), ("events.0.carriedOut", "yes"), ("events.0.refused", "0"),
                (registered, "99999999999999999999"), (attended, "-1"), ("outcome.fee", "1e3"), ("total", ""),
                ("materialLink", "https://x"),
            ]
            let refused = try await site.post(path, as: scene.ulf, wrong)
            for field in [registered, attended, "outcome.fee", "materialLink", "learnings", "attested"] {
                #expect(refused.text.contains("id=\"field-\(field)-error\""), "\(field)")
            }
            #expect(!refused.text.contains("id=\"field-total-error\""), "there is no sum to compare it with")
            #expect(PageCheck(refused.text, isLoggedIn: true).faults.isEmpty)
            let right = [
                ("version", "0"), ("send", "true"), ("attested", "true"), ("events.0.carriedOut", "yes"),
                ("events.0.refused", "0"), (registered, "4"), (attended, "3"), ("outcome.fee", "17 000"),
                ("outcome.travel", "1 000"), ("total", ""), ("learnings", "Mycket."),
            ]
            #expect(try await site.post(path, as: scene.ulf, right).status == 303)
            #expect(try await scene.database.reports(of: ended.grant).first?.report.total == .kronor(18_000))
        }
    }

    @Test func `folds away the libraries of which nothing is told`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let ended = try await scene.endedCase(paid: true)
            let guest = try scene.library(of: scene.pontus)
            let path = Link.report(ended.grant)
            let saved = [("version", "0"), ("events.0.registered.\(guest)", "4")]
            #expect(try await site.post(path, as: scene.ulf, saved).status == 303)
            let page = try await site.get(path, as: scene.ulf).text
            let (shown, folded) = try #require(page.split(around: "Lägg till bibliotek ("))
            #expect(shown.contains("events.0.registered.\(guest)") && !folded.contains("events.0.registered.\(guest)"))
            #expect(folded.contains("name=\"events.0.registered."))
        }
    }

    private static func settle(_ site: PageSite, _ made: Case, _ id: Grant.ID) async throws {
        let (scene, path) = (site.scene, Link.report(id))
        func version() async throws -> (String, String) { ("version", "\(try await scene.grant(id).revision)") }
        #expect(try await site.get(Link.desk, as: scene.amira).text.contains(path))
        let page = try await site.get(path, as: scene.amira)
        #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
        #expect(page.text.contains("12\u{A0}000\u{A0}kr"), "what is to come back")
        let blank = try await site.post("\(path)/return", as: scene.amira, [try await version()])
        #expect(blank.status == 422)
        #expect(blank.text.contains("id=\"field-returnReasons-error\""))
        let proposed = try await site.post(
            "\(path)/settlement", as: scene.amira,
            [("accepted", "\(made.event)"), ("reasons", "Enligt redovisningen."), ("dueOn", ""), try await version()])
        #expect(proposed.status == 303)
        #expect(try await scene.grant(id).state == .reported)
        #expect(page.text.contains("id=\"settling\""))
        #expect(try await !site.get(path, as: scene.amira).text.contains("id=\"settling\""), "it is proposed already")
        let confirming = try await site.get(path, as: scene.dag)
        #expect(PageCheck(confirming.text, isLoggedIn: true).faults.isEmpty)
        let unsaid = try await site.post("\(path)/settlement/return", as: scene.dag, [try await version()])
        #expect(unsaid.status == 422 && unsaid.text.contains("id=\"field-settlementReasons-error\""))
        let returned = try await site.post(
            "\(path)/settlement/return", as: scene.dag,
            [("settlementReasons", "Hur räknades resorna?"), try await version()])
        #expect(returned.status == 303)
        let told = try await site.get(path, as: scene.amira).text
        #expect(told.contains("Hur räknades resorna?") && told.contains("Förslaget skickades tillbaka"))
        #expect(PageCheck(told, isLoggedIn: true).faults.isEmpty)
        try await scene.settleReport(of: made, id)
        let confirmed = try await site.post(
            "\(path)/settlement/confirmation", as: scene.dag, [try await version()])
        #expect(confirmed.status == 303)
        #expect(try await scene.grant(id).state == .settled)
        let shown = try await site.get(path, as: scene.ulf)
        #expect(shown.text.contains("Enligt redovisningen."))
        #expect(PageCheck(shown.text, isLoggedIn: true).faults.isEmpty)
    }
}

extension String {
    /// What stands before and after the first place of `mark`.
    fileprivate func split(around mark: String) -> (String, String)? {
        guard let range = self.range(of: mark) else { return nil }
        return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
    }
}
