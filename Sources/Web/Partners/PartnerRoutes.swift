import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// The API of the libraries that take part in an application. They have the version of the application.
    mutating func addPartners(_ service: Service) {
        let all = "\(Link.API.applications)/:id/partners"
        get(all, access: .loggedIn) { request, person in
            try request.allowParameters()
            let application = try await service.application(request, seenBy: person)
            return .json(version: application.version) { $0.writePartners(of: application) }
        }
        put(all, access: .role(.applicant, .signatory)) { request, person in
            let version = try request.requiredVersion()
            let json = try request.json()
            let partners = ApplicationPartner.all(json)
            try json.end()
            let changed = try await service.operations.setPartners(
                of: request.id(GrantApplication.self), to: partners, by: person, expecting: version)
            return .json(version: changed.version) { $0.writePartners(of: changed) }
        }
        post("\(all)/:libraryId/confirmation", access: .role(.signatory)) { request, person in
            try request.command().end()
            let changed = try await service.operations.confirmCoApplying(
                to: request.id(GrantApplication.self), for: request.id(Library.self, "libraryId"), by: person,
                expecting: request.expectedVersion())
            return .json(version: changed.version) { $0.writePartners(of: changed) }
        }
        post("\(all)/:libraryId/refusal", access: .role(.signatory)) { request, person in
            try request.command().end()
            try await service.operations.declineCoApplying(
                to: request.id(GrantApplication.self), for: request.id(Library.self, "libraryId"), by: person,
                expecting: request.expectedVersion())
            return .noContent
        }
    }
}

extension ApplicationPartner {
    /// Reads all partners. Faults stay with the reader.
    fileprivate static func all(_ json: ObjectReader) -> [ApplicationPartner] {
        if !json.has("partners") || json.isNull("partners") { json.fault("partners", .isMissing) }
        return (json.objects("partners") ?? []).map { partner in
            ApplicationPartner(
                libraryID: partner.requiredID("libraryId", Library.self),
                role: partner.requiredChoice("role", ApplicationPartner.Role.partner),
                contribution: partner.requiredText("contribution"))
        }
    }
}

extension JSONWriter {
    fileprivate mutating func writePartners(of application: GrantApplication) {
        object { json in
            json.array("partners", application.partners) { $0.write($1) }
            json.object("links") { $0.member("application", Link.API.application(application.id)) }
        }
    }

    mutating func write(_ partner: ApplicationPartner) {
        object {
            $0.member("libraryId", partner.libraryID)
            $0.member("role", partner.role)
            $0.member("contribution", partner.contribution)
            $0.member("confirmedAt", partner.confirmation?.confirmedAt)
        }
    }
}
