import Domain
import HTTPTypes
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

/// What the desk does with a case once it is decided: archives it, notes appeals; and registers what a board decided.
@Suite struct `The desk after a decision` {
    @Test func `orders a case for the archive, waits, and fetches it`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.submitted)
            let (desk, path) = (Link.deskCase(made.application), Link.archive(made.application))
            #expect(try await site.get(desk, as: scene.amira).text.contains("Beställ arkivfil"))
            #expect(try await site.get("\(path)/content", as: scene.amira).status == 409)
            #expect(try await site.post(path, as: scene.amira, []).status == 303)
            #expect(try await site.get(desk, as: scene.amira).text.contains("Filen görs nu"))
            try await scene.operations.printDocuments()
            #expect(try await scene.operations.makeArchives() == 1)
            let ready = try await site.get(desk, as: scene.amira)
            #expect(ready.text.contains("Hämta filen (") && PageCheck(ready.text, isLoggedIn: true).faults.isEmpty)
            let file = try await site.get("\(path)/content", as: scene.amira)
            #expect(file.status == 200 && file.headers[.contentType] == "application/zip")
            #expect(file.headers[.cacheControl] == "no-store")
            #expect(try await site.get(desk, as: scene.amira).text.contains("Hämtad, "))
            #expect(try await site.get("\(path)/content", as: scene.dag).status == 403)
            let ofDecider = try await site.get(desk, as: scene.dag)
            #expect(!ofDecider.text.contains(path))
        }
    }

    @Test func `notes an appeal and how it ended, with faults beside the fields`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.approved)
            let (desk, path) = (Link.deskCase(made.application), Link.appeals(made.application))
            func version() async throws -> (String, String) {
                ("version", "\(try await scene.application(made.application).version)")
            }
            let today = Stockholm.day(scene.now).text
            let blank = try await site.post(
                path, as: scene.amira, [("receivedOn", today), ("court", "Domstolen"), try await version()])
            #expect(blank.status == 422 && blank.text.contains("id=\"field-appellant-error\""))
            #expect(blank.value("court") == "Domstolen", "nothing typed is lost")
            let noted = [("receivedOn", today), ("appellant", "Anna Ask"), try await version()]
            #expect(try await site.post(path, as: scene.amira, noted).status == 303)
            let shown = try await site.get(desk, as: scene.amira)
            #expect(shown.text.contains("Anna Ask") && PageCheck(shown.text, isLoggedIn: true).faults.isEmpty)
            let appeal = try #require(try await scene.database.appeals(of: made.application).first).id
            let ended = [
                ("appealId", "\(appeal)"), ("appealOutcome", "annulled"), ("endedOn", today),
                ("endingCourt", "Domstolen"), ("endingCourtCaseNumber", "12-27"), try await version(),
            ]
            #expect(try await site.post(Link.appealOutcomes(made.application), as: scene.dag, ended).status == 303)
            let won = try await site.get(desk, as: scene.dag, in: "en")
            #expect(won.text.contains("The decision is to be reopened"))
            let ofApplicant = try await site.get(Link.application(made.application), as: scene.ulf)
            #expect(!ofApplicant.text.contains("Anna Ask"))
        }
    }

    @Test func `registers what a board has decided`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await scene.case(.recommended)
            let path = Link.decision(made.application)
            let version = "\(try await scene.application(made.application).version)"
            let decided = [("outcome", "approve"), ("amount", "30 000"), ("reasons", "Ja."), ("version", version)]
            let blank = try await site.post(
                path, as: scene.dag,
                decided + [("authority", "board"), ("board.body", "Kulturnämnden"), ("board.meetingOn", "2026-03-12")])
            #expect(blank.status == 422 && blank.text.contains("id=\"field-board.paragraph-error\""))
            #expect(blank.value("board.body") == "Kulturnämnden")
            #expect(PageCheck(blank.text, isLoggedIn: true).faults.isEmpty)
            let whole = [
                ("authority", "board"), ("board.body", "Kulturnämnden"), ("board.meetingOn", "2026-03-12"),
                ("board.paragraph", "§ 14"), ("board.minutes", "KN 2026:3"),
            ]
            #expect(try await site.post(path, as: scene.dag, decided + whole).status == 303)
            let shown = try await site.get(Link.application(made.application), as: scene.ulf)
            #expect(shown.text.contains("Kulturnämnden, ") && shown.text.contains("§ 14 (KN 2026:3)"))
        }
    }
}

@Suite struct `The API after a decision` {
    @Test func `tells of archive, appeals and board`() async throws {
        try await API.with { api in
            let scene = api.scene
            let made = try await scene.case(.recommended)
            let address = Link.API.application(made.application)
            let board =
                #"{"body": "Kulturnämnden", "meetingOn": "2026-01-01", "paragraph": "§ 14", "minutes": "KN 3"}"#
            let approved = try await api.decide(
                address, "approval", as: People.dag,
                #"{"amount": {"amount": "30000.00", "currency": "SEK"}, "reasons": "Ja.", "board": \#(board)}"#)
            #expect(approved.status == 200 && approved["decision"]["board"]["paragraph"].text == "§ 14")
            let appeal = try await api.send(
                .post, "\(address)/appeals", as: People.amira,
                #"{"receivedOn": "2026-01-02", "appellant": "Anna Ask"}"#)
            #expect(appeal.status == 201 && appeal["isLate"].truth == false)
            let ended = try await api.send(
                .post, "\(address)/appeals/\(appeal["id"].text ?? "")/outcome", as: People.amira,
                #"{"outcome": "annulled", "endedOn": "2026-02-02", "court": "FR", "courtCaseNumber": "1-26"}"#)
            #expect(ended["links"]["reopening"].text == "\(address)/reopening")
            #expect(try await api.get("\(address)/appeals", as: People.auditor)["total"].number == 1)
            #expect(try await api.get("\(address)/archive", as: People.auditor)["state"].text == "none")
            #expect(try await api.send(.post, "\(address)/archive", as: People.auditor).status == 202)
            try await scene.operations.printDocuments()
            try await scene.operations.makeArchives()
            let ready = try await api.get("\(address)/archive", as: People.auditor)
            #expect(ready["state"].text == "ready")
            let file = try await api.get("\(address)/archive/content", as: People.auditor)
            #expect(file.status == 200)
            #expect(HTTPField.Name("Repr-Digest").flatMap { file.headers[$0] } != nil)
        }
    }
}
