import Domain
import HTTPTypes
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

/// The same region twice, in one of which the case was decided in silence: its reviewer from outside reads the same
/// and may do the same in both.
@Suite struct `A reviewer from outside, while an outcome is kept back,` {
    typealias Verdict = `An outcome that is kept back, read by`.Verdict

    @Test(arguments: [Verdict.approve, .reject])
    func `reads and sends the same on pages as if nothing were decided`(_ verdict: Verdict) async throws {
        let open = try await Self.pages(verdict, decides: false)
        let silent = try await Self.pages(verdict, decides: true)
        Self.expect(silent, toBe: open)
        let read = open.filter { $0.hasPrefix("GET") }
        #expect(!read.contains { $0.contains("name=\"scores.0.points\"") })
        #expect(read.contains { $0.contains("Ansökan granskas inte just nu.") })
    }

    @Test(arguments: [Verdict.approve, .reject])
    func `gets the same answers from the API as if nothing were decided`(_ verdict: Verdict) async throws {
        let open = try await Self.answers(verdict, decides: false)
        let silent = try await Self.answers(verdict, decides: true)
        Self.expect(silent, toBe: open)
        #expect(open.contains { $0.hasPrefix("POST review 409") })
    }

    /// A dismissal is told at once: the negative control, in which this walk finds that something was decided.
    @Test func `is told of a dismissal, and this test finds it`() async throws {
        let open = try await Self.answers(.dismiss, decides: false)
        let told = try await Self.answers(.dismiss, decides: true)
        #expect(open != told && told.contains { $0.hasPrefix("POST review 409") })
    }

    private static func expect(_ silent: [String], toBe open: [String]) {
        #expect(silent.count == open.count)
        for (was, now) in zip(open, silent) where was != now {
            let same = max(0, zip(was, now).prefix { $0 == $1 }.count - 60)
            Issue.record("\(was.dropFirst(same).prefix(200)) | \(now.dropFirst(same).prefix(200))")
        }
    }

    /// A case that Rut was given, decided or not.
    private static func assigned(
        _ verdict: Verdict, decides: Bool, _ scene: Scene
    ) async throws -> ReviewAssignment.ID {
        let call = try await scene.callWithRubric(reviews: 0)
        try await scene.operations.settleDecisionTerms(
            of: call, DecisionTerms(outcomesToldAt: scene.now.adding(days: 5)), by: scene.amira)
        let made = try await scene.case(.handled, in: call, for: scene.publishedEvent())
        let id = try await scene.assign(made, isImpartial: false)
        try await scene.review(made, by: scene.elias)
        if verdict != .dismiss { try await scene.recommend(made.application) }
        if decides { try await verdict.decide(made.application, scene) }
        try await scene.letReviewsBeDue(days: 2)
        _ = try await scene.operations.meetDeadlinesIfDue(after: .zero)
        let told = try await scene.database.outbox(limit: 200).filter { $0.topic == "review-reminder" }
        #expect(told.count == (verdict == .dismiss && !decides ? 1 : 0))
        return id
    }

    /// Every page of theirs, before and after each form that they can send.
    private static func pages(_ verdict: Verdict, decides: Bool) async throws -> [String] {
        let seen = Seen()
        try await PageSite.with { site in
            let scene = site.scene
            let id = try await assigned(verdict, decides: decides, scene)
            let routes = Routes.all(site.service, developmentLogin: true).all
            let paths = routes.filter { $0.method == .get && $0.kind == .page && $0.path.hasPrefix(Link.assignments) }
                .map { $0.path.replacing(":id", with: "\(id)").replacing(":attachmentId", with: "\(id)") }
            #expect(paths.count > 4)
            func walk() async throws {
                for path in paths {
                    let page = try await site.get(path, as: scene.rut)
                    seen.add("GET \(path) \(page.status) \(page.location ?? "")", page.text)
                }
            }
            try await walk()
            let scores = (0...1).flatMap { [("scores.\($0).points", "3"), ("scores.\($0).comment", "Så.")] }
            let ground = [("ground", "own-interest"), ("explanation", "Min bok.")]
            for (form, fields) in [
                ("review", scores), ("impartiality", []), ("review", []), ("review", scores), ("review", scores),
                ("conflict", []), ("conflict", ground), ("review", scores),
            ] {
                let sent = try await site.post("\(Link.assignment(id))/\(form)", as: scene.rut, fields)
                seen.add("POST \(form) \(sent.status) \(sent.location ?? "")", sent.text)
                try await walk()
            }
        }
        return seen.texts
    }

    private static func answers(_ verdict: Verdict, decides: Bool) async throws -> [String] {
        let seen = Seen()
        try await API.with { api in
            let id = try await assigned(verdict, decides: decides, api.scene)
            let own = Link.API.assignment(id)
            func walk() async throws {
                for path in [Link.API.assignments, own, "\(own)/application", "\(own)/attachments/\(id)/content"] {
                    let answer = try await api.get(path, as: People.rut)
                    seen.add("GET \(answer.status)", answer.text)
                }
            }
            try await walk()
            let scores = #"{"scores": [{"points": 3, "comment": "Så."}, {"points": 2, "comment": "Nja."}]}"#
            for (command, body) in [
                ("review", scores), ("impartiality", nil), ("review", "{}"), ("review", scores), ("review", scores),
                ("conflict", #"{"ground": "own-interest", "explanation": "Min bok."}"#), ("review", scores),
            ] {
                let answer = try await api.post("\(own)/\(command)", as: People.rut, body)
                seen.add("POST \(command) \(answer.status)", answer.text)
                try await walk()
            }
        }
        return seen.texts
    }
}

/// What was read in one of two worlds, without what is another in each: identities, numbers and times.
private final class Seen: @unchecked Sendable {
    private(set) var texts: [String] = []

    func add(_ head: String, _ text: String) {
        texts.append(
            "\(head)\n\(text)"
                .replacing(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/, with: "ID")
                .replacing(/name="(csrf|key|once)" value="[^"]*"/, with: "")
                .replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]*Z/, with: "")
                .replacing(/&at=[0-9]+&seal=[A-Za-z0-9_-]+/, with: "")
                .replacing(/kl\. [0-9]{1,2}\.[0-9]{2}/, with: ""))
    }
}
