import Domain
import HTML
import Operations
import Store

extension Routes {
    /// Asking the library's signatories to sign a draft.
    mutating func addSignatureRequests(_ service: Service) {
        let path = "\(Link.API.applications)/:id/signature-request"
        get(path, access: .loggedIn) { request, person in
            try request.allowParameters()
            let application = try await service.application(request, seenBy: person)
            let signing = try await service.signing(of: application)
            return .json { $0.write(signing) }
        }
        post(path, access: .role(.applicant, .signatory)) { request, person in
            try request.command().end()
            let id = try request.id(GrantApplication.self)
            _ = try await service.operations.askToSign(id, by: person, expecting: request.expectedVersion())
            let signing = try await service.signing(of: try await service.application(request, seenBy: person))
            return .json { $0.write(signing) }
        }
        post("/applications/:id/signature-request", access: .loggedIn) { request, person in
            try request.form().end()
            let id = try await service.operations.askToSign(request.id(GrantApplication.self), by: person)
            return .redirect(to: Link.after(.signatureAsked, at: Link.application(id)))
        }
        get("/applications/:id/signature-request", access: .loggedIn) { request, _ in
            .redirect(to: Link.application(try request.id(GrantApplication.self)))
        }
    }
}

/// Who may sign an application, and whether they have been asked.
struct Signing: Sendable {
    let signatories: [String]
    let asked: SignatureRequest?
}

extension Service {
    func signing(of application: GrantApplication) async throws -> Signing {
        Signing(
            signatories: try await database.signatories(of: application.libraryID).map(\.name),
            asked: try await database.signatureRequests(of: [application.id]).first)
    }
}

/// Who may sign, for whoever writes and may not.
struct SigningPart {
    let request: WebRequest
    let application: GrantApplication
    let signing: Signing
    let mayAsk: Bool

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p(phrases.onlySignatorySubmits)
        if signing.signatories.isEmpty {
            p(phrases.message(.nobodyMaySign))
        } else {
            p(phrases.maySign(signing.signatories))
            if let asked = signing.asked { p(phrases.asked(asked)) }
            if mayAsk {
                commandButton(
                    phrases.askToSign, to: "\(Link.application(application.id))/signature-request", for: request)
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ signing: Signing) {
        object {
            $0.array("signatories", signing.signatories) { json, name in json.object { $0.member("name", name) } }
            $0.member("askedAt", signing.asked?.askedAt)
            $0.member("askedBy", actor: signing.asked?.askedBy)
        }
    }
}

extension Phrases {
    fileprivate var askToSign: String { say("Be om underskrift", en: "Ask for the signature") }
    var isToBeSigned: String { say("Väntar på din underskrift", en: "Awaits your signature") }
    fileprivate func maySign(_ names: [String]) -> String {
        let names = names.joined(separator: ", ")
        return say("Får skriva under: \(names).", en: "May sign: \(names).")
    }
    fileprivate func asked(_ request: SignatureRequest) -> String {
        say(
            "\(request.askedBy) bad om underskrift \(moment(request.askedAt)).",
            en: "\(request.askedBy) asked for the signature \(moment(request.askedAt)).")
    }
}
