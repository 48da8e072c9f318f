import Domain
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The pages of a change` {
    @Test(arguments: ChangeRequest.Kind.allCases)
    func `ask for each kind, lose nothing typed, and are sound`(_ kind: ChangeRequest.Kind) async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            let other = try await scene.boundEvent { $0.title = "Dagen därpå" }
            let form = try await site.get(Link.change(of: id, kind), as: scene.ulf)
            #expect(form.status == 200)
            #expect(PageCheck(form.text, isLoggedIn: true).faults.isEmpty)
            #expect(try await site.get(Link.change(of: id, kind), as: scene.karin).status == 403)
            let start = Stockholm.local(try await scene.event(accepted.case.event).details.startsAt.adding(days: 5)).day
            let fields: [(String, String)] =
                switch kind {
                case .time:
                    [
                        ("eventId", "\(accepted.case.event)"), ("startsAt.date", start.text),
                        ("startsAt.time", "10:00"),
                        ("endsAt.date", start.text), ("endsAt.time", "15:00"),
                    ]
                case .amount: [("shares.0", "20 000")]
                case .eventSwap: [("eventId", "\(accepted.case.event)"), ("newEventId", "\(other)")]
                case .scope: [("scope", "En kurs i stället.")]
                }
            let path = "\(Link.grant(id))/change"
            func send(_ reasons: String) async throws -> Shown {
                let version = try await scene.grant(id).revision
                return try await site.post(
                    path, as: scene.ulf,
                    fields + [("kind", kind.rawValue), ("version", "\(version)"), ("reasons", reasons)])
            }
            let blank = try await send("")
            #expect(blank.status == 422 && blank.text.contains("id=\"field-reasons-error\""))
            #expect(fields.allSatisfy { blank.text.contains($0.1) })
            #expect(try await send("Lokalen brann.").status == 303)
            let change = try #require(try await scene.database.changeRequests(of: id).first).id
            #expect(try await site.get(Link.desk, as: scene.dag).text.contains(Link.grant(id)))
            let page = try await site.get(Link.change(change, of: id), as: scene.dag)
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
            let version = ("version", "\(try await scene.grant(id).revision)")
            let decided = try await site.post(
                Link.change(change, of: id), as: scene.dag,
                [("outcome", "approved"), ("reasons", "Rimligt."), version])
            #expect(decided.status == 303)
            let told = try await site.get(Link.change(change, of: id), as: scene.ulf)
            #expect(told.text.contains("Rimligt.") && told.text.contains("BES "))
            let shown = try await site.get(Link.grant(id), as: scene.ulf)
            #expect(PageCheck(shown.text, isLoggedIn: true).faults.isEmpty)
        }
    }

    @Test func `register what a board has decided, and tell what of its minutes is missing`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let id = try await scene.acceptedCase().grant.id
            let change = try await scene.operations.requestChange(
                of: id, .scope("En kurs."), because: "Behovet.", by: scene.ulf)
            let path = Link.change(change, of: id)
            let fields = [
                ("version", "\(try await scene.grant(id).revision)"), ("outcome", "approved"), ("reasons", "Ja."),
                ("authority", "board"), ("board.body", "Kulturnämnden"), ("board.meetingOn", "2026-03-12"),
                ("board.minutes", "KN 2026:3"),
            ]
            let wanting = try await site.post(path, as: scene.dag, fields)
            #expect(wanting.status == 422 && wanting.text.contains("id=\"field-board.paragraph-error\""))
            #expect(wanting.text.contains("Paragraf") && wanting.text.contains("KN 2026:3"))
            #expect(PageCheck(wanting.text, isLoggedIn: true).faults.isEmpty)
            #expect(try await site.post(path, as: scene.dag, fields + [("board.paragraph", "§ 14")]).status == 303)
            let paper = try #require(try await scene.database.changeRequests(of: id).first?.decision?.documentID)
            #expect(try #require(try await scene.database.content(of: paper)).contains("Kulturnämnden"))
        }
    }

    @Test func `take a change back, and say so in the log`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            let change = try await scene.operations.requestChange(
                of: id, .scope("En kurs."), because: "Behovet.", by: scene.ulf)
            let path = "\(Link.change(change, of: id))/withdrawal"
            let version = [("version", "\(try await scene.grant(id).revision)")]
            #expect(try await site.get(Link.change(change, of: id), as: scene.ulf).text.contains(path))
            #expect(!(try await site.get(Link.change(change, of: id), as: scene.dag).text.contains(path)))
            #expect(try await site.post(path, as: scene.karin, version).status == 403)
            #expect(try await site.get(path, as: scene.karin).status == 303)
            #expect(try await site.post(path, as: scene.ulf, version).status == 303)
            let told = try await site.get(Link.change(change, of: id), as: scene.ulf)
            #expect(told.text.contains("återtagen") && !told.text.contains(path))
            #expect(PageCheck(told.text, isLoggedIn: true).faults.isEmpty)
            let log = try await site.get(Link.deskCase(accepted.case.application), as: scene.amira)
            #expect(log.text.contains("Biblioteket tog tillbaka en ändring"))
        }
    }

    @Test func `offer a new date, take it up, and lead from the cancelled event to the new one`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let broken = try await scene.brokenCase()
            let id = broken.grant.id
            let path = Link.newDate(broken.grant.conditions[0].id, of: id)
            func version() async throws -> (String, String) { ("version", "\(try await scene.grant(id).revision)") }
            let day = Stockholm.day(scene.now).adding(days: 20).text
            let blank = try await site.post(path, as: scene.amira, [("lastDay", day), try await version()])
            #expect(blank.status == 422 && blank.text.contains("id=\"field-message-error\""))
            let offer = [("lastDay", day), ("message", "I höst."), try await version()]
            #expect(try await site.post(path, as: scene.amira, offer).status == 303)
            let page = try await site.get(path, as: scene.karin)
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty && page.text.contains("I höst."))
            let successor = try await scene.boundEvent()
            let named = [("eventId", "\(successor)"), try await version()]
            #expect(try await site.post("\(path)/successor", as: scene.karin, named).status == 303)
            #expect(try await site.get(Link.event(broken.case.event)).text.contains(Link.event(successor)))
        }
    }

    @Test func `say what the rule finds missing in the event of a new date, and where its host mends it`() async throws
    {
        try await PageSite.with { site in
            let scene = site.scene
            let broken = try await scene.brokenCase()
            try await scene.offerNewDate(of: broken.grant)
            let path = Link.newDate(broken.grant.conditions[0].id, of: broken.grant.id)
            let uninvited = try await scene.draftEvent { $0.title = "Utan gäster" }
            let version = ("version", "\(try await scene.grant(broken.grant.id).revision)")
            let refused = try await site.post(
                "\(path)/successor", as: scene.karin, [("eventId", "\(uninvited)"), version])
            #expect(refused.status == 422 && refused.text.contains("id=\"findings\""))
            #expect(refused.text.contains("Utan gäster") && refused.text.contains(Link.invitation(uninvited)))
            #expect(PageCheck(refused.text, isLoggedIn: true).faults.isEmpty)
        }
    }

    @Test func `say what the rule finds when a change cannot be approved`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            let asked = try await scene.askForSwap(of: accepted)
            try await scene.invite(asked.event, .own, .draft)
            let version = ("version", "\(try await scene.grant(id).revision)")
            let refused = try await site.post(
                Link.change(asked.change, of: id), as: scene.dag,
                [("outcome", "approved"), ("reasons", "Rimligt."), version])
            #expect(refused.status == 422 && refused.text.contains("id=\"findings\""))
            #expect(!refused.text.contains(Link.invitation(asked.event)), "the region mends no library's event")
            #expect(refused.text.contains("Rimligt."))
            #expect(PageCheck(refused.text, isLoggedIn: true).faults.isEmpty)
        }
    }

    @Test(arguments: [true, false])
    func `end a grant, by a demand or a revocation`(_ isPaid: Bool) async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let broken = try await scene.brokenCase(paid: isPaid)
            let id = broken.grant.id
            let path = Link.ending(of: id)
            #expect(try await site.get(Link.grant(id), as: scene.dag).text.contains(path))
            #expect(try await site.get(path, as: scene.ulf).status == 403)
            let page = try await site.get(path, as: scene.dag)
            #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
            let fields =
                isPaid
                ? [("ending", "demand"), ("accepted.0", ""), ("dueOn", Stockholm.day(scene.now).adding(days: 30).text)]
                : [("ending", "revocation")]
            let version = ("version", "\(try await scene.grant(id).revision)")
            #expect(try await site.post(path, as: scene.dag, fields + [version]).status == 422)
            let ended = try await site.post(path, as: scene.dag, fields + [version, ("reasons", "Det är rimligt.")])
            #expect(ended.status == 303)
            #expect(try await scene.grant(id).state == (isPaid ? .repaymentDemanded : .ended))
            let shown = try await site.get(Link.grant(id), as: scene.ulf)
            #expect(shown.status == 200 && PageCheck(shown.text, isLoggedIn: true).faults.isEmpty)
        }
    }
}
