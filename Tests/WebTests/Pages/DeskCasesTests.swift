import Domain
import HTTPTypes
import Operations
import Store
import TestDatabase
import Testing

@testable import Web

@Suite struct `The cases on the desk` {
    private typealias Body =
        @Sendable (
            PageSite, _ handled: GrantApplication, _ waiting: [GrantApplication]
        ) async throws -> Void

    /// Of three cases Amira handles one, and nobody handles the others.
    private func withCases(_ body: @escaping Body) async throws {
        try await PageSite.with { site in
            let handled = try await site.scene.case(.handled).application
            var waiting: [GrantApplication] = []
            for _ in 0..<2 { waiting.append(try await site.scene.application(site.scene.case(.submitted).application)) }
            try await body(site, site.scene.application(handled), waiting)
        }
    }

    private func found(_ query: String, _ site: PageSite) async throws -> Set<String> {
        let page = try await site.get("/desk?\(query)", as: site.scene.amira)
        #expect(page.status == 200)
        #expect(PageCheck(page.text, isLoggedIn: true).faults.isEmpty)
        let links = page.text.matches(of: #/href="\/desk\/applications\/([0-9a-f-]{36})"/#).map { String($0.1) }
        return Set(links)
    }

    @Test func `are those of one officer, of nobody, or with a word in their title, number or applicant`() async throws
    {
        try await withCases { site, handled, waiting in
            let open = Set(waiting.map(\.id.description))
            let mine: Set = [handled.id.description]
            #expect(try await found("", site) == open.union(mine))
            #expect(try await found("q=&status=&officer=&callId=&order=amount", site) == open.union(mine))
            #expect(try await found("officer=me", site) == mine)
            #expect(try await found("officer=nobody", site) == open)
            let number = try #require(handled.receipt?.registryNumber)
            #expect(try await found("q=\(PercentEncoding.encode(number.lowercased()))", site) == mine)
            #expect(try await found("q=100%25_", site).isEmpty)
            #expect(try await site.get("/desk?order=shoe-size", as: site.scene.amira).status == 400)
        }
    }

    @Test func `stand in the order in which they have waited, and so they do in the spreadsheet`() async throws {
        try await withCases { site, _, waiting in
            let file = try await site.get("/desk.csv?officer=nobody&order=received", as: site.scene.amira)
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            let numbers = file.text.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != ";" } }
            #expect(numbers.map(String.init) == waiting.compactMap { $0.receipt?.registryNumber })
            #expect(try await site.get("/desk.csv", as: site.scene.karin).status == 403)
        }
    }

    @Test func `are not sorted by their officers for a library`() async throws {
        try await withCases { site, _, _ in
            let scene = site.scene
            for officer in [ApplicationFilter.Officer.nobody, .person(scene.amira.id)] {
                var filter = ApplicationFilter()
                filter.officer = officer
                let library = try scene.library(of: scene.karin)
                let found = try await scene.database.grantApplications(
                    of: [library], received: false, filter, limit: 9, offset: 0)
                #expect(found.total == 0)
            }
        }
    }
}
