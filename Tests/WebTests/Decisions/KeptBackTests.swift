import Domain
import HTTPTypes
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

/// The same region twice, but for a decision: whoever may not learn it reads the same bytes in both.
@Suite struct `An outcome that is kept back, read by` {
    @Test(arguments: [Verdict.approve, .reject, .dismiss])
    func `programs of the applicant and of strangers, shows nowhere until its time`(_ verdict: Verdict) async throws {
        try await API.with { api in
            let scene = api.scene
            let made = try await Self.undecided(verdict, scene)
            let walk = Walk(made, api.routes) { path, person in
                let answer = try await api.get(path, as: person?.email)
                return Read(path, person, answer.status, answer.headers, answer.text)
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

    @Test(arguments: [Verdict.approve, .reject, .dismiss])
    func `the applicant and strangers on pages, shows nowhere until its time`(_ verdict: Verdict) async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let made = try await Self.undecided(verdict, scene)
            let routes = Routes.all(site.service, developmentLogin: true).all.filter { $0.kind != .api }
            let walk = Walk(made, routes) { path, person in
                let page = try await site.get(path, as: person)
                return Read(path, person, page.status, page.headers, page.text)
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
            let walk = Walk(made, api.routes) { path, person in
                let answer = try await api.get(path, as: person?.email)
                return Read(path, person, answer.status, answer.headers, answer.text)
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

    private static func readers(_ scene: Scene) -> [Person?] { [scene.karin, scene.ulf, scene.pontus, nil] }

    private static func expect(_ after: [Read], toBe before: [Read]) {
        #expect(before.count == after.count)
        for leak in leaks(from: before, to: after) { Issue.record("\(leak)") }
    }

    /// What reads otherwise than before, and so tells.
    private static func leaks(from before: [Read], to after: [Read]) -> [String] {
        zip(before, after).filter { $0 != $1 }.map { was, now in
            "\(now.path) tells \(now.person ?? "nobody"): \(was.difference(to: now))"
        }
    }

    private static func keepBack(_ call: Call.ID, _ instant: Instant, _ scene: Scene) async throws {
        try await scene.operations.settleDecisionTerms(
            of: call, DecisionTerms(outcomesToldAt: instant), by: scene.amira)
    }
}

/// What one reader got: status, tag and all of the body but for what the clock changes.
private struct Read: Equatable {
    let path: String
    let person: String?
    let status: Int
    let tag: String?
    let changed: String?
    let text: String

    init(_ path: String, _ person: Person?, _ status: Int, _ headers: HTTPFields, _ text: String) {
        self.path = path
        self.person = person?.email
        self.status = status
        tag = path.hasSuffix(".ics") ? nil : headers[.eTag]
        changed = headers[.lastModified]
        self.text = Self.timeless(text)
    }

    func difference(to other: Read) -> String {
        guard status == other.status, tag == other.tag else {
            return "\(status) \(tag ?? "") – \(other.status) \(other.tag ?? "")"
        }
        let same = max(0, zip(text, other.text).prefix { $0 == $1 }.count - 60)
        return "\(text.dropFirst(same).prefix(160)) | \(other.text.dropFirst(same).prefix(160))"
    }

    private static func timeless(_ text: String) -> String {
        text.replacing(/"(evaluatedAt|readAt)":"[^"]*"/, with: "")
            .replacing(/"(instance|requestId|incident)":"[^"]*"/, with: "")
            .replacing(/name="(csrf|key|once)" value="[^"]*"/, with: "")
            .replacing(/kl\. [0-9]{1,2}\.[0-9]{2}/, with: "")
            .replacing(/DTSTAMP:[0-9TZ]*/, with: "")
    }
}

/// Every GET route, with the things of a case in its address.
private struct Walk {
    let made: Case
    let routes: [Route]
    let read: (String, Person?) async throws -> Read

    init(_ made: Case, _ routes: [Route], read: @escaping (String, Person?) async throws -> Read) {
        self.made = made
        self.routes = routes
        self.read = read
    }

    func reads(by people: [Person?]) async throws -> [Read] {
        var reads: [Read] = []
        for route in routes where route.method == .get {
            for path in paths(route.path) {
                for person in people { reads.append(try await read(path, person)) }
            }
        }
        return reads
    }

    /// The path with whatever may fit for its parameters; the list of applications asked for by every state, too.
    private func paths(_ path: String) -> [String] {
        guard !path.contains(":name"), !path.contains(":token") else { return [] }
        if path == Link.API.applications {
            return [path] + GrantApplication.Status.allCases.map { "\(path)?state=\($0.rawValue)" }
        }
        guard path.contains(":") else { return [path] }
        return ["\(made.application)", "\(made.call)", "\(made.event)"].map { id in
            "/" + path.split(separator: "/").map { $0.hasPrefix(":") ? id : String($0) }.joined(separator: "/")
        }
    }
}
