import Domain
import HTTPTypes
import NIOCore
import Operations
import Store

extension Routes {
    /// A case as one file for the archive: ordered, waited for, fetched.
    mutating func addArchives(_ service: Service) {
        let path = "\(Link.API.applications)/:id/archive"
        get(path, access: .role(.caseOfficer, .auditor)) { request, person in
            try request.allowParameters()
            let id = try request.id(GrantApplication.self)
            let archive = try await service.operations.archive(of: id, seenBy: person)
            return .json { $0.write(archive, of: id) }
        }
        post(path, access: .role(.caseOfficer, .auditor)) { request, person in
            try request.command().end()
            let id = try request.id(GrantApplication.self)
            _ = try await service.operations.orderArchive(of: id, by: person, request: request.repeatable(by: person))
            let archive = try await service.operations.archive(of: id, seenBy: person)
            return .json(.accepted, location: Link.API.archive(id)) { $0.write(archive, of: id) }
        }
        get("\(path)/content", access: .role(.caseOfficer, .auditor)) { request, person in
            try request.allowParameters()
            return try await service.archiveFile(request, person)
        }
        addArchivePages(service)
    }

    private mutating func addArchivePages(_ service: Service) {
        let pages = CasePages(service: service)
        post("/desk/applications/:id/archive", access: .role(.caseOfficer, .auditor)) { request, person in
            try await pages.command(request, person, .archiveOrdered, isVersioned: false) { id, form, _ in
                try form.end()
                _ = try await service.operations.orderArchive(of: id, by: person)
            }
        }
        get("/desk/applications/:id/archive", access: .loggedIn) { request, _ in
            .redirect(to: Link.deskCase(try request.id(GrantApplication.self)))
        }
        get("/desk/applications/:id/archive/content", access: .role(.caseOfficer, .auditor)) { request, person in
            try await service.archiveFile(request, person)
        }
    }
}

extension Service {
    /// The file, which the reader's program keeps nowhere on the way.
    fileprivate func archiveFile(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let id = try request.id(GrantApplication.self)
        let archive = try await operations.fetchArchive(of: id, by: person)
        var response = WebResponse.bytes(
            ByteBuffer(bytes: archive.bytes), contentType: "application/zip", cacheControl: "no-store")
        let number = try await database.grantApplication(id)?.receipt?.registryNumber ?? ""
        let name = String(number.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        response.headers[.contentDisposition] = "attachment; filename=\"\(name).zip\""
        response.tell(hash: archive.made.hash)
        return response
    }
}

extension JSONWriter {
    /// Where it stands with the file: `none` where nobody has ordered it.
    fileprivate mutating func write(_ archive: CaseArchive?, of id: GrantApplication.ID) {
        object {
            $0.member("state", archive == nil ? "none" : archive?.made == nil ? "ordered" : "ready")
            $0.member("orderedAt", archive?.orderedAt)
            $0.member("madeAt", archive?.made?.at)
            $0.member("bytes", archive?.made?.size)
            $0.member("sha256", archive?.made?.hash.hexadecimal)
            $0.member("fault", archive?.fault)
            $0.object("links") {
                $0.member("content", archive?.made == nil ? nil : Link.API.archiveContent(id))
                $0.member("application", Link.API.application(id))
            }
        }
    }
}

extension Link {
    static func archive(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/archive" }
    static func archiveContent(_ id: GrantApplication.ID) -> String { "\(archive(id))/content" }
}

extension Link.API {
    static func archive(_ id: GrantApplication.ID) -> String { "\(application(id))/archive" }
    static func archiveContent(_ id: GrantApplication.ID) -> String { "\(archive(id))/content" }
}
