import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `That something was done` {
    @Test func `is said for everything that can be done, in both languages`() {
        let (swedish, english) = (Phrases(.swedish), Phrases(.english))
        // The page of the event says a deviation at length.
        for done in Done.allCases where done != .deviation {
            let said = (swedish.said(done), english.said(done))
            #expect(said.0 != nil && said.1 != nil && said.0 != said.1, "\(done)")
        }
    }

    @Test func `is said at the desk after each command, in its own words, and the page is whole`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.submitted, in: scene.callWithRubric(reviews: 0))
            let (id, desk) = (made.application, Link.deskCase(made.application))
            let due = Stockholm.day(scene.now).adding(days: 9).text
            let scores = (0...1).flatMap { [("scores.\($0).points", "3"), ("scores.\($0).comment", "Så.")] }
            let reject = [("outcome", "reject"), ("reasons", "Nej.")]
            func expect(
                _ path: String, by person: Person, _ fields: [(String, String)], _ words: String
            ) async throws {
                let version = try await scene.application(id).version
                let unversioned = [
                    "reviews", "messages", "conflicts", "review-assignments", "review-withdrawals", "archive",
                ]
                let isVersioned = !unversioned.contains { path.hasSuffix($0) }
                let sent = try await site.post(
                    "\(desk)/\(path)", as: person, fields + (isVersioned ? [("version", "\(version)")] : []))
                #expect(sent.status == 303, "\(path)")
                let page = try await site.get(
                    String(try #require(sent.location).prefix { $0 != "#" }), as: person)
                #expect(page.text.contains("id=\"done\" role=\"status\""), "\(path)")
                #expect(page.text.contains("<h2>\(words)</h2>"), "\(path)")
                #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty, "\(path)")
            }
            try await expect("handling", by: scene.amira, [], "Du handlägger ärendet")
            try await expect(
                "messages", by: scene.amira, [("visibility", "region"), ("text", "Not.")], "Det du skrev står i ärendet"
            )
            try await expect("reviews", by: scene.elias, scores, "Granskningen är lämnad")
            try await expect(
                "review-assignments", by: scene.amira, [("reviewerId", "\(scene.rut.id)"), ("reviewDueOn", due)],
                "Bedömaren har fått ansökan")
            let given = try #require(try await scene.database.reviewAssignments(in: id).first)
            try await expect(
                "review-withdrawals", by: scene.amira, [("assignmentId", "\(given.id)")],
                "Ansökan är tagen från bedömaren")
            try await expect(
                "conflicts", by: scene.elias, [("ground", "own-interest"), ("explanation", "Min bok.")],
                "Jävet är antecknat")
            try await expect("recommendation", by: scene.amira, reject, "Förslaget till beslut är sparat")
            try await expect(
                "return-to-review", by: scene.amira, [("returnReason", "Se om.")], "Ärendet är tillbaka i granskning")
            try await expect("recommendation", by: scene.amira, reject, "Förslaget till beslut är sparat")
            try await expect("decision", by: scene.dag, reject, "Beslutet är fattat")
            try await expect("announcement", by: scene.dag, [], "Beslutet är anslaget")
            try await expect("correction", by: scene.dag, [("correction", "Skrivfel.")], "Beslutet är rättat")
            try await expect("archive", by: scene.amira, [], "Arkivfilen är beställd")
        }
    }

    @Test func `is said to nobody else, and not by an address that is made up`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.submitted)
            let version = try await scene.application(made.application).version
            let desk = Link.deskCase(made.application)
            let sent = try await site.post("\(desk)/handling", as: scene.amira, [("version", "\(version)")])
            let sealed = String(try #require(sent.location).prefix { $0 != "#" })
            #expect(try await site.get(sealed, as: scene.amira).text.contains("id=\"done\""))
            let others = [
                sealed.replacing("done=handled", with: "done=decided"), "\(desk)?done=handled",
                sealed.replacing(desk, with: Link.desk), sealed.replacing("&seal=", with: "&seal=A"),
            ]
            for address in others {
                #expect(try await !site.get(address, as: scene.amira).text.contains("id=\"done\""), "\(address)")
            }
            #expect(try await !site.get(sealed, as: scene.elias).text.contains("id=\"done\""))
        }
    }

    @Test func `is said when the browser comes, and not when the page is loaded again later`() throws {
        let session = Secret()
        let location = DoneSeal.sealed("/desk?done=settled#done", for: session, at: 1_800_000_000)
        #expect(location.hasPrefix("/desk?done=settled&at=1800000000&seal=") && location.hasSuffix("#done"))
        let address = String(location.prefix { $0 != "#" })
        let bare = Request(
            head: HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: address),
            body: RequestBody(buffer: ByteBuffer()))
        var request = WebRequest(bare, id: "1", settings: WebSettings(publicAddress: "http://localhost"))
        #expect(DoneSeal.read(request, at: 1_800_000_000) == nil, "nobody is logged in")
        request.session = session
        for (seconds, isSaid) in [(-1, false), (0, true), (60, true), (61, false), (86_400, false)] {
            #expect((DoneSeal.read(request, at: 1_800_000_000 + seconds) != nil) == isSaid, "\(seconds)")
        }
    }
}

@Suite struct `Pages speak in words:` {
    @Test func `a deviation without its reason is told once`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.approved)
            let form = try await FilledForm(
                site.get(Link.invitation(made.event), as: scene.karin), to: Link.invitation(made.event))
            let fields = form.fields.filter { $0.0 != "scope" } + [("scope", "own"), ("deviation", "true")]
            let page = try await site.post(Link.invitation(made.event), as: scene.karin, fields)
            #expect(page.status == 422 && page.text.contains("id=\"field-reason-error\""))
            #expect(page.text.ranges(of: "id=\"error-summary\"").count == 1)
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
        }
    }

    @Test func `what was received names the municipality and its form`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.submitted)
            let page = try await site.get(Link.snapshot(made.application), as: scene.amira)
            #expect(page.text.contains("På plats, Stadsbiblioteket, Klippan"))
            #expect(!page.text.contains("1276") && page.text.contains("Den nuvarande, med hela formuläret"))
        }
    }

    @Test func `a clause of the rule is told by what it says`() {
        for predicate in Predicate.allCases {
            let said = Phrases(.english).clause(.core, predicate.rawValue)
            #expect(said.hasSuffix(" (\(predicate.rawValue))") && said.hasPrefix("Core condition: "), "\(predicate)")
        }
    }

    @Test(arguments: ["9999-12-31", "12027-04-27", "1527-04-27"])
    func `a year beyond all that the service deals with is told by the days that it takes`(_ day: String) async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.handled, in: scene.callWithRubric())
            let page = try await site.post(
                Link.reviewers(made.application), as: scene.amira,
                [("reviewerId", "\(scene.rut.id)"), ("reviewDueOn", day)])
            let bound = day.hasPrefix("1527") ? "tidigare än 1 januari 1900" : "senare än 31 december 2199"
            #expect(page.status == 422 && page.text.contains(bound))
        }
    }
}
