import Domain
import Foundation
import Operations
import TestDatabase
import Testing

@testable import Web

@Suite struct `Every page` {
    /// Who walks: nobody, and somebody of each kind.
    static let walkers = [
        nil, "karin@klippan.example", "sven@lund.example", "petra@perstorp.example", "bengt@ystad.example",
        "amira@region.example", "dag@region.example", "finn@region.example", "maria@region.example",
    ]

    @Test(arguments: walkers, ["sv", "en"])
    func `that a person can come to by links is sound, in both languages`(_ email: String?, _ language: String)
        async throws
    {
        try await PageSite.with(.everything) { site in
            let person = try email.map { try site.scene.database.person($0) }
            var walk = Walk()
            while let path = walk.next() {
                let page = try await site.get(path, as: person, in: language)
                if page.status == 303 {
                    walk.add([page.location ?? ""])
                    continue
                }
                let check = PageCheck(page.text, isLoggedIn: person != nil)
                #expect(page.status == 200 || page.status == 403, "\(path) answers \(page.status)")
                #expect(check.faults.isEmpty, "\(path)")
                #expect(page.text.contains("<html lang=\"\(language)\">"), "\(path)")
                walk.add(check.links)
            }
            #expect(walk.count > (person == nil ? 15 : 20))
        }
    }

    @Test func `that wants a person sends a stranger to log in and back`() async throws {
        try await PageSite.with { site in
            let made = try await site.scene.case(.drafted)
            let (event, application) = (Link.event(made.event), Link.application(made.application))
            let paths = [
                "/workbench", "/desk", "/events/new", "/calls/new", "\(event)/edit", "\(event)/invitation",
                "\(event)/publication", "\(event)/cancellation", "\(event)/deviation", application,
                "\(application)/edit", "/desk/applications/\(made.application)", "/outbox",
            ]
            for path in paths {
                let page = try await site.get(path)
                #expect(page.status == 303)
                #expect(page.location == "/login?then=\(PercentEncoding.encode(path))")
            }
        }
    }

    @Test func `of a library looks missing to another one, and drafts to the region`() async throws {
        try await PageSite.with { site in
            let made = try await site.scene.case(.drafted)
            let (event, application) = (Link.event(made.event), Link.application(made.application))
            for path in [event, "\(event)/edit", "\(event)/invitation", application, "\(application)/edit"] {
                for person in [site.scene.lena, site.scene.amira, site.scene.dag] {
                    #expect(try await site.get(path, as: person).status == 404, "\(path)")
                }
            }
            let desk = "/desk/applications/\(made.application)"
            #expect(try await site.get(desk, as: site.scene.amira).status == 404)
            _ = try await site.scene.operations.submitApplication(made.application, attested: true, by: site.scene.ulf)
            #expect(try await site.get(desk, as: site.scene.amira).status == 200)
            #expect(try await site.get(desk, as: site.scene.lena).status == 404)
            #expect(try await site.get(application, as: site.scene.lena).status == 404)
        }
    }

    @Test func `lets nobody be anybody else where the service is not tried out`() async throws {
        try await PageSite.with { site in
            let lines = Routes.all(site.service, developmentLogin: false).all.map(\.line)
            #expect(lines.contains("GET /login everyone"))
            #expect(!lines.contains { $0.hasPrefix("POST /login ") || $0.contains("/outbox") })
        }
    }

    @Test func `escapes what people have written`() async throws {
        let corpus = [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'-alert(1)-'", "{{7*7}}",
            "</title><svg onload=alert(1)>", "javascript:alert(1)",
        ]
        try await PageSite.with { site in
            for title in corpus {
                let id = try await site.scene.publishedEvent {
                    $0.title = title
                    $0.summary = title
                    $0.description = title
                    $0.venue?.name = title
                }
                for path in [Link.event(id), Link.home, Link.editEvent(id), Link.workbench, Link.invitation(id)] {
                    let check = PageCheck(try await site.get(path, as: site.scene.karin).text, isLoggedIn: true)
                    #expect(check.faults.isEmpty, "\(title) in \(path)")
                }
            }
        }
    }
}

/// Follows links of our own, and of each kind of page no more than a few.
private struct Walk {
    private var waiting = ["/", "/about", "/login", "/workbench", "/desk", "/outbox"]
    private var seen: Set<String> = []
    private var kinds: [String: Int] = [:]
    var count: Int { seen.count }

    mutating func next() -> String? {
        while let path = waiting.popLast() {
            let kind = Self.kind(of: path)
            guard kinds[kind, default: 0] < 8, seen.insert(path).inserted else { continue }
            kinds[kind, default: 0] += 1
            return path
        }
        return nil
    }

    mutating func add(_ links: [String]) {
        for link in links {
            let path = String(link.replacing("&amp;", with: "&").prefix { $0 != "#" })
            guard path.hasPrefix("/"), !path.hasSuffix(".ics"), !path.hasSuffix(".csv"), !path.contains("language="),
                !path.contains("page=")
            else { continue }
            waiting.append(path)
        }
    }

    /// The address with every id as one.
    private static func kind(of path: String) -> String {
        path.split(separator: "/").map { $0.count == 36 ? ":id" : String($0.prefix { $0 != "?" }) }
            .joined(separator: "/")
    }
}
