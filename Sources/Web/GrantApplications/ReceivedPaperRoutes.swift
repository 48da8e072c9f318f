import Domain
import HTML
import HTTPTypes
import NIOCore
import Operations
import Store

extension Link {
    static func received(_ id: ReceivedPaper.ID, of application: GrantApplication.ID) -> String {
        "\(self.application(application))/received/\(id)"
    }
    static func pdf(_ id: ReceivedPaper.ID, of application: GrantApplication.ID) -> String {
        "\(received(id, of: application))/pdf"
    }
}

extension Link.API {
    static func received(_ id: GrantApplication.ID) -> String { "\(application(id))/received" }
}

extension Routes {
    /// What came in, version by version, for whoever may see the application: as a readable record and as PDF/A.
    mutating func addReceivedPapers(_ service: Service) {
        get("\(Link.API.applications)/:id/received", access: .loggedIn) { request, person in
            try request.allowParameters("limit", "page")
            let window = try request.page
            let application = try await visibleApplication(request, person, service)
            let all = try await service.database.receivedPapers(of: application.id)
            return .list(window.part(of: all), window, total: all.count, for: request) { $0.write($1) }
        }
        get("/applications/:id/received/:paperId", access: .loggedIn) { request, person in
            let paper = try await paper(request, person, service)
            guard let content = try await service.database.content(of: paper.id) else { throw Refusal.missing }
            var response = WebResponse.bytes(
                ByteBuffer(string: content), contentType: "text/html; charset=utf-8", cacheControl: "private, no-cache")
            response.tell(hash: paper.hash)
            return response
        }
        get("/applications/:id/received/:paperId/pdf", access: .loggedIn) { request, person in
            let paper = try await paper(request, person, service)
            guard let print = paper.print, let pdf = try await service.database.pdf(of: paper.id) else {
                throw Refusal.missing
            }
            var response = WebResponse.bytes(
                ByteBuffer(bytes: pdf), contentType: "application/pdf", tag: print.hash.hexadecimal,
                cacheControl: "private, no-cache")
            response.headers[.contentDisposition] = "inline; filename=\"application-version-\(paper.version).pdf\""
            response.tell(hash: print.hash)
            return response
        }
    }
}

private func paper(_ request: WebRequest, _ person: Person, _ service: Service) async throws -> ReceivedPaper {
    let application = try await visibleApplication(request, person, service)
    let id = try request.id(ReceivedPaper.self, "paperId")
    guard let found = try await service.database.receivedPapers(of: application.id).first(where: { $0.id == id })
    else { throw Refusal.missing }
    return found
}

extension JSONWriter {
    fileprivate mutating func write(_ paper: ReceivedPaper) {
        object {
            $0.member("id", paper.id)
            $0.member("version", paper.version)
            $0.member("receivedAt", paper.receivedAt)
            $0.member("sha256", paper.hash.hexadecimal)
            if let print = paper.print {
                $0.object("pdf") {
                    $0.member("sha256", print.hash.hexadecimal)
                    $0.member("bytes", print.size)
                    $0.member("page", Link.pdf(paper.id, of: paper.applicationID))
                }
            } else {
                $0.member("pdf", String?.none)
            }
            $0.object("links") { $0.member("page", Link.received(paper.id, of: paper.applicationID)) }
        }
    }
}

/// The records of what came in, on the page of what was received.
struct ReceivedPapersPart {
    let papers: [ReceivedPaper]
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if !papers.isEmpty {
            h2(phrases.receivedPapers)
            p(phrases.receivedPapersMean)
            ul {
                for paper in papers {
                    li {
                        link(
                            phrases.receivedVersion(paper.version, paper.receivedAt),
                            to: Link.received(paper.id, of: paper.applicationID))
                        ", "
                        if paper.print != nil {
                            link("PDF/A", to: Link.pdf(paper.id, of: paper.applicationID))
                        } else {
                            phrases.isNotPrintedYet
                        }
                    }
                }
            }
        }
    }
}

extension Phrases {
    var receivedPapers: String { say("Inkommen handling", en: "The record of what came in") }
    var receivedPapersMean: String {
        say(
            "Så läser den som begär ut handlingen, och så arkiveras den. Den är på svenska.",
            en: "What is read by whoever asks for it, and archived. It is in Swedish.")
    }

    func receivedVersion(_ version: Int, _ instant: Instant) -> String {
        say("Version \(version), inkom \(moment(instant))", en: "Version \(version), received \(moment(instant))")
    }
}
