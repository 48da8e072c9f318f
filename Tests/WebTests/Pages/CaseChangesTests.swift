import Domain
import Foundation
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `What has changed, on the pages of a case` {
    @Test(arguments: [
        (
            "sv", "Inget har ändrats sedan ansökan kom in.", "Borttagna: ", "Regeln läser detta",
            "Det går inte att besluta än"
        ),
        (
            "en", "Nothing has changed since it was received.", "Removed: ", "The rule reads this",
            "It cannot be decided yet"
        ),
    ])
    func `is told in both languages`(
        _ language: String, _ nothing: String, _ removed: String, _ mark: String, _ refused: String
    ) async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.recommended)
            let before = try await site.get(Link.deskCase(made.application), as: scene.amira, in: language)
            #expect(before.text.contains(nothing) && !before.text.contains(removed))
            #expect(
                try await !site.get(Link.decision(made.application), as: scene.dag, in: language).text.contains(refused)
            )
            let left = [try scene.library(of: scene.karin), try scene.library(of: scene.pontus)]
            try await scene.invite(
                made.event, .list, .bound, scene.regionalLibraries().filter { !left.contains($0) })
            for address in [Link.deskCase(made.application), Link.decision(made.application)] {
                let page = try await site.get(address, as: scene.dag, in: language)
                #expect(page.text.contains("\(removed)Perstorp"), "\(address)")
                #expect(page.text.contains(mark) && page.text.contains(refused), "\(address)")
                #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty, "\(address)")
            }
        }
    }

    @Test func `stands above the form of the decision, which is refused as is said`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.recommended)
            _ = try await scene.operations.editEvent(made.event, by: scene.karin, expecting: nil) { details in
                var details = details
                details.title = "En annan titel"
                return details
            }
            let page = try await site.get(Link.decision(made.application), as: scene.dag)
            let notice = try #require(page.text.range(of: "Det går inte att besluta än"))
            let form = try #require(page.text.range(of: "name=\"outcome\""))
            #expect(notice.lowerBound < form.lowerBound)
            #expect(page.text.contains("Inget av det läser bidragsregeln."))
            let version = try await scene.application(made.application).version
            let refused = try await site.post(
                Link.decision(made.application), as: scene.dag,
                [("outcome", "approve"), ("amount", "30000"), ("reasons", "Ja"), ("version", "\(version)")])
            #expect(refused.status == 409)
            try await scene.recommend(made.application)
            let again = try await site.get(Link.decision(made.application), as: scene.dag)
            #expect(!again.text.contains("Det går inte att besluta än"))
            #expect(again.text.contains("En annan titel"))
        }
    }

    @Test(arguments: ["sv", "en"])
    func `can be held against what was received, on a page to print`(_ language: String) async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.submitted)
            for person in [scene.karin, scene.amira] {
                let page = try await site.get(Link.snapshot(made.application), as: person, in: language)
                #expect(page.status == 200)
                #expect(page.text.contains("Perstorp") && page.text.contains(scene.ulf.name))
                let snapshot = try #require(try await scene.database.snapshots(of: made.application).last)
                #expect(page.text.contains(snapshot.hexadecimalHash))
                #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
            }
            #expect(try await site.get(Link.snapshot(made.application), as: scene.pontus).status == 404)
            let draft = try await scene.case(.drafted)
            #expect(try await site.get(Link.snapshot(draft.application), as: scene.karin).status == 404)
        }
    }
}
