import Domain
import HTML
import HTTPTypes
import NIOCore
import Operations
import Store

extension Routes {
    /// What shows, library by library, that it was invited: for the hosts of an event and for the region.
    mutating func addInvitationEvidence(_ service: Service) {
        let readers: [Role] = [.host, .caseOfficer, .decisionMaker, .finance, .auditor]
        get("\(Link.API.events)/:id/invitation/evidence", access: .anyRole(readers)) { request, person in
            try request.allowParameters("limit", "page")
            let (_, all) = try await service.evidence(request, person)
            let window = try request.page
            return .list(window.part(of: all), window, total: all.count, for: request) { $0.write($1) }
        }
        get("/events/:id/invitation/evidence", access: .anyRole(readers)) { request, person in
            let (event, all) = try await service.evidence(request, person)
            let page = InvitationEvidencePage(
                request: request, event: event, evidence: all, now: try await service.database.now())
            return .page(request.phrases.evidenceTitle, for: request) { page.html }
        }
        get("/events/:id/invitation/evidence.csv", access: .anyRole(readers)) { request, person in
            let (event, all) = try await service.evidence(request, person)
            var response = WebResponse.bytes(
                InvitationEvidenceCSV.file(all, request.phrases), contentType: "text/csv; charset=utf-8",
                cacheControl: "private, no-cache")
            response.headers[.contentDisposition] = "attachment; filename=\"invitation-\(event.id).csv\""
            return response
        }
    }
}

extension Service {
    fileprivate func evidence(
        _ request: WebRequest, _ person: Person
    ) async throws -> (Event, [InvitationEvidence]) {
        let event = try await event(request.id(Event.self), readBy: person)
        guard event.mayBeEdited(by: person) || person.isOfRegionalDesk else {
            throw Refusal.notAllowed(.roleIsMissing)
        }
        return (event, try await database.invitationEvidence(of: event.id))
    }
}

extension JSONWriter {
    /// `registered` and `refused` are null as long as nobody registers through the service.
    fileprivate mutating func write(_ evidence: InvitationEvidence) {
        object {
            $0.member("libraryId", evidence.libraryID)
            $0.member("library", evidence.libraryName)
            $0.member("publishedFrom", evidence.publishedFrom)
            $0.member("publishedUntil", evidence.publishedUntil)
            $0.member("gaps", evidence.gaps)
            $0.member("firstReadAt", evidence.firstReadAt)
            $0.object("mail") {
                $0.member("queuedAt", evidence.queuedAt)
                $0.member("acceptedAt", evidence.acceptedAt)
                $0.member("bouncedAt", evidence.bouncedAt)
            }
            $0.member("channels", evidence.channels)
            $0.member("registered", evidence.registered)
            $0.member("refused", evidence.refused)
        }
    }
}

/// What shows that libraries were invited, as its reader's spreadsheet shows it, in their language. Programs read JSON.
enum InvitationEvidenceCSV {
    static func file(_ evidence: [InvitationEvidence], _ phrases: Phrases) -> ByteBuffer {
        let rows = evidence.map { one in
            [
                one.libraryName, text(one.publishedFrom), text(one.publishedUntil), "\(one.gaps)",
                text(one.firstReadAt), text(one.queuedAt), text(one.acceptedAt), text(one.bouncedAt),
                one.registered.map { "\($0)" } ?? "", one.refused.map { "\($0)" } ?? "",
            ]
        }
        return Spreadsheet.file([phrases.evidenceColumns] + rows)
    }

    /// As the clock in Sweden shows it, in a form that spreadsheets sort.
    private static func text(_ instant: Instant?) -> String {
        instant.map { Stockholm.local($0).text.replacing("T", with: " ") } ?? ""
    }
}

extension Link {
    static func evidence(_ id: Event.ID) -> String { "\(invitation(id))/evidence" }
}
