import Domain
import HTTPTypes
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

/// The same region twice, but for a decision: whoever may not learn it reads the same bytes in both.
@Suite struct `An outcome that is kept back, read by` {
    @Test(arguments: [Verdict.approve, .reject])
    func `programs of the applicant and of strangers, shows nowhere until its time`(_ verdict: Verdict) async throws {
        try await API.with { api in
            let scene = api.scene
            let made = try await Self.undecided(verdict, scene)
            let walk = ToldWalk(made, api.routes) { path, person in
                let answer = try await api.get(path, as: person?.email)
                return ToldRead(path, person, answer.status, answer.headers, answer.text)
            }
            let before = try await walk.reads(by: Self.readers(scene))
            try await verdict.decide(made.application, scene)
            Self.expect(try await walk.reads(by: Self.readers(scene)), toBe: before)
            #expect(before.contains { $0.status == 200 && $0.path.contains("\(made.application)") })
            if let grant = try await scene.grant(of: made.application) {
                #expect(try await api.get(Link.API.grant(grant.id), as: People.ulf).status == 404)
            }
            try await Self.keepBack(made.call, scene.now.adding(days: -1), scene)
            let told = try await api.get(Link.API.application(made.application), as: People.ulf)
            #expect(told["state"].text == verdict.status.rawValue)
            #expect(try await api.get(Link.API.documents(made.application), as: People.ulf)["total"].number == 1)
        }
    }

    @Test(arguments: [Verdict.approve, .reject])
    func `the applicant and strangers on pages, shows nowhere until its time`(_ verdict: Verdict) async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await Self.undecided(verdict, scene)
            let routes = Routes.all(site.service, developmentLogin: true).all.filter { $0.kind != .api }
            let walk = ToldWalk(made, routes) { path, person in
                let page = try await site.get(path, as: person)
                return ToldRead(path, person, page.status, page.headers, page.text)
            }
            let before = try await walk.reads(by: Self.readers(scene))
            try await verdict.decide(made.application, scene)
            Self.expect(try await walk.reads(by: Self.readers(scene)), toBe: before)
            #expect(before.contains { $0.status == 200 && $0.path == Link.application(made.application) })
            let paper = try #require(try await scene.database.documents(of: made.application).first).document
            #expect(try await site.get(Link.document(paper.id, of: made.application), as: scene.ulf).status == 404)
            try await Self.keepBack(made.call, scene.now.adding(days: -1), scene)
            let letter = try await site.get(Link.document(paper.id, of: made.application), as: scene.ulf)
            #expect(letter.status == 200 && letter.text.contains(paper.number))
            #expect(try await site.get(Link.application(made.application), as: scene.ulf).text.contains(paper.number))
        }
    }

    /// The negative control: with the embargo off in the database, the same walk finds what tells of the outcome.
    @Test(arguments: [Verdict.approve, .reject])
    func `anybody once the guard is off, is found by this test`(_ verdict: Verdict) async throws {
        try await API.with { api in
            let scene = api.scene
            let made = try await Self.undecided(verdict, scene)
            let walk = ToldWalk(made, api.routes) { path, person in
                let answer = try await api.get(path, as: person?.email)
                return ToldRead(path, person, answer.status, answer.headers, answer.text)
            }
            let before = try await walk.reads(by: [scene.ulf])
            try await verdict.decide(made.application, scene)
            #expect(Self.leaks(from: before, to: try await walk.reads(by: [scene.ulf])).isEmpty)
            try await scene.database.run(
                """
                CREATE OR REPLACE FUNCTION untold_decision(application uuid) RETURNS SETOF decisions LANGUAGE sql STABLE ROWS 1
                AS $$ SELECT decisions.* FROM decisions WHERE false $$
                """)
            let found = Self.leaks(from: before, to: try await walk.reads(by: [scene.ulf]))
            for path in [Link.API.application(made.application), Link.API.documents(made.application)] {
                #expect(found.contains { $0.hasPrefix("\(path) tells \(scene.ulf.email)") }, "\(path) is not found")
            }
        }
    }

    /// Whoever cancels its event is asked for a deviation wherever the outcome is kept back, and told no more.
    @Test(arguments: [Verdict.approve, .reject])
    func `a host that calls its event off, is asked the same`(_ verdict: Verdict) async throws {
        try await API.with { api in
            let made = try await Self.undecided(verdict, api.scene)
            try await verdict.decide(made.application, api.scene)
            let event = Link.API.event(made.event)
            let stands = try await api.get(event, as: People.karin).text
            let silent = try await api.post("\(event)/cancellation", as: People.karin, #"{"reason": "Sjukdom."}"#)
            #expect(silent.status == 409 && silent["code"].text == "would_breach")
            #expect(!silent.text.contains("grantId") && !silent.text.contains("\(made.application)"))
            #expect(try await api.get(event, as: People.karin).text == stands)
            let told = try await api.post(
                "\(event)/deviations", as: People.karin,
                #"{"reason": "Sjukdom.", "change": {"cancellation": {}}}"#)
            #expect(told.status == 201)
            #expect(try await api.get("\(event)/deviations", as: People.karin)["total"].number == 1)
            let breaches = try await api.scene.database.openBreaches(limit: 5)
            #expect(breaches.count == (verdict.status == .approved ? 1 : 0), "nothing is broken without a grant")
            #expect(try await api.scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `the region is known at once`() async throws {
        try await API.with { api in
            let call = try await api.scene.openCall()
            try await Self.keepBack(call, api.scene.now.adding(days: 5), api.scene)
            let made = try await api.scene.case(.approved, in: call, for: api.scene.publishedEvent())
            for person in [People.amira, People.dag, People.finn, People.auditor] {
                let told = try await api.get(Link.API.application(made.application), as: person)
                #expect(told["state"].text == "approved", "\(person)")
                #expect(try await api.get(Link.API.documents(made.application), as: person)["total"].number == 1)
            }
        }
    }

    enum Verdict: Sendable {
        case approve, reject, dismiss

        var status: GrantApplication.Status {
            switch self {
            case .approve: .approved
            case .reject: .rejected
            case .dismiss: .dismissed
            }
        }

        func decide(_ id: GrantApplication.ID, _ scene: Scene) async throws {
            switch self {
            case .approve: try await scene.approve(id)
            case .reject: _ = try await scene.operations.rejectApplication(id, reasons: "Nej.", by: scene.dag)
            case .dismiss: _ = try await scene.operations.dismissApplication(id, ground: "Sent.", by: scene.dag)
            }
        }
    }

    private static func undecided(_ verdict: Verdict, _ scene: Scene) async throws -> Case {
        let call = try await scene.openCall()
        try await keepBack(call, scene.now.adding(days: 5), scene)
        let event = try await scene.publishedEvent()
        return try await scene.case(verdict == .dismiss ? .submitted : .recommended, in: call, for: event)
    }

    private static func readers(_ scene: Scene) -> [Person?] { [scene.karin, scene.ulf, scene.pontus, scene.rut, nil] }

    private static func expect(_ after: [ToldRead], toBe before: [ToldRead]) {
        #expect(before.count == after.count)
        for leak in leaks(from: before, to: after) { Issue.record("\(leak)") }
    }

    /// What reads otherwise than before, and so tells.
    private static func leaks(from before: [ToldRead], to after: [ToldRead]) -> [String] {
        zip(before, after).filter { $0 != $1 }.map { was, now in
            "\(now.path) tells \(now.person ?? "nobody"): \(was.difference(to: now))"
        }
    }

    private static func keepBack(_ call: Call.ID, _ instant: Instant, _ scene: Scene) async throws {
        try await scene.operations.settleDecisionTerms(
            of: call, DecisionTerms(outcomesToldAt: instant), by: scene.amira)
    }
}
