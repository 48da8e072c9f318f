import Domain
import HTML
import Operations
import Store

extension Routes {
    /// That an application was received: for its library, and for whoever may see it.
    mutating func addReceipts(_ service: Service) {
        get("\(Link.API.applications)/:id/receipt", access: .loggedIn) { request, person in
            try request.allowParameters()
            let file = try await ReceiptFile(request, person, service)
            return .json { $0.write(file, service.settings) }
        }
        get("/applications/:id/receipt", access: .loggedIn) { request, person in
            let page = ReceiptPage(request: request, file: try await ReceiptFile(request, person, service))
            return .page(request.phrases.receiptTitle, for: request) { page.html }
        }
    }
}

/// What a receipt says.
private struct ReceiptFile {
    let application: GrantApplication
    let receipt: GrantApplication.Receipt
    let snapshot: ApplicationSnapshot
    let library: String
    let call: Call
    let submittedBy: String
    let contact: String

    init(_ request: WebRequest, _ person: Person, _ service: Service) async throws {
        application = try await service.application(request, seenBy: person)
        // What was received first is what the receipt is of, whatever was added later.
        guard let receipt = application.receipt, let call = try await service.database.call(application.callID),
            let snapshot = try await service.database.snapshots(of: application.id).first
        else { throw Refusal.missing }
        self.receipt = receipt
        self.snapshot = snapshot
        self.call = call
        library = try await service.database.library(application.libraryID)?.name ?? ""
        submittedBy = try await service.database.names(of: [receipt.submittedBy])[receipt.submittedBy] ?? ""
        contact = service.settings.contactAddress
    }
}

private struct ReceiptPage {
    let request: WebRequest
    let file: ReceiptFile

    private var phrases: Phrases { request.phrases }
    private var application: GrantApplication { file.application }

    @HTMLBuilder var html: HTML {
        h1(phrases.receiptTitle)
        notice(phrases.isReceived, kind: "good") { p(phrases.keepTheNumber) }
        dl(.class("facts")) {
            fact(phrases.registryNumber, file.receipt.registryNumber)
            fact(phrases.receivedAt, phrases.moment(file.receipt.submittedAt))
            fact(phrases.submittedBy) { userText(file.submittedBy) }
            fact(phrases.applicant) { userText(file.library) }
            fact(phrases.callOfApplication) { userText(file.call.details.title) }
            fact(phrases.application) { userText(application.request.title) }
            fact(phrases.sought, phrases.money(application.request.requestedAmount))
            fact(phrases.contentHash) { code(file.snapshot.hexadecimalHash) }
        }
        h2(phrases.whatHappensNow)
        p(phrases.handlingText)
        p {
            "\(phrases.questionsTo) "
            link(file.contact, to: "mailto:\(file.contact)")
        }
        p { link(phrases.showSnapshot, to: Link.snapshot(application.id)) }
        p { link(phrases.toTheApplication, to: Link.application(application.id)) }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ file: ReceiptFile, _ settings: WebSettings) {
        object {
            $0.member("applicationId", file.application.id)
            $0.member("registryNumber", file.receipt.registryNumber)
            $0.member("receivedAt", file.receipt.submittedAt)
            $0.member("submittedBy", actor: file.submittedBy)
            $0.member("libraryId", file.application.libraryID)
            $0.member("callId", file.application.callID)
            $0.member("title", file.application.request.title)
            $0.member("requestedAmount", file.application.request.requestedAmount)
            $0.member("sha256", file.snapshot.hexadecimalHash)
            $0.member("contact", settings.contactAddress)
            $0.object("links") {
                $0.member("application", Link.API.application(file.application.id))
                $0.member("snapshot", Link.API.snapshot(file.application.id))
                $0.member("page", Link.receipt(file.application.id))
            }
        }
    }
}

extension Link.API {
    static func receipt(_ id: GrantApplication.ID) -> String { "\(application(id))/receipt" }
}

extension Phrases {
    fileprivate var questionsTo: String { say("Frågor besvaras av", en: "Questions are answered by") }
}
