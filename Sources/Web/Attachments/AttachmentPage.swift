import Domain
import HTML

/// The files of an application: what there is, and while it is a draft the form for more.
struct AttachmentPage {
    let request: WebRequest
    let person: Person
    let application: GrantApplication
    let call: Call
    let received: [Attachment]
    /// Those, and what is added to a completion and not sent in.
    let files: [Attachment]
    /// The request for completion that its writer answers.
    let asked: CompletionRequest?
    let limits: AttachmentLimits
    let refusal: Refusal?
    let typed: TypedForm

    private var phrases: Phrases { request.phrases }
    private var isDraft: Bool { application.status == .draft && application.mayBeEdited(by: person) }
    private var isAskedFor: Bool { asked?.parts.contains(.attachments) ?? false }

    @HTMLBuilder var html: HTML {
        if isDraft {
            trail.above
        } else {
            p { link(to: Link.application(application.id)) { userText(application.request.title) } }
        }
        h1(phrases.attachments)
        typed.summary
        if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
        if refusal == nil { confirmation(request) }
        AttachmentList(
            application: application, files: files, phrases: phrases, removal: isDraft || isAskedFor ? request : nil,
            kept: isDraft ? [] : received.map(\.id)
        ).html
        if isDraft || isAskedFor { more }
        if application.receipt != nil { p(phrases.attachmentsAreKept, .class("hint")) }
        if isDraft { trail.below }
        if isAskedFor { p { link(phrases.writeCompletion, to: Link.editCompletion(application.id)) } }
    }

    private var trail: StepTrail {
        StepTrail(application: application, call: call, step: .attachments, phrases: phrases)
    }

    private var more: HTML {
        section(.class("panel")) {
            h2(phrases.addAttachment)
            p(phrases.publicRecord)
            form(action: "\(Link.attachments(application.id))#error-summary", method: .post, sendsFiles: true) {
                request.formToken
                field(
                    label: typed.label("file"), name: "file", type: .file, hint: phrases.fileHint(limits),
                    error: typed.error("file"), .accept(FileKind.allEndings.map { ".\($0)" }.joined(separator: ",")))
                typed.line("description", hint: phrases.optional)
                div(.class("actions")) { button(phrases.attach) }
            }
        }
    }
}

/// The files of an application as its pages list them. `removal` is the request of whoever may take one out.
struct AttachmentList {
    let application: GrantApplication
    let files: [Attachment]
    let phrases: Phrases
    var removal: WebRequest?
    /// Those that stay.
    var kept: [Attachment.ID] = []

    var html: HTML {
        if files.isEmpty {
            p(phrases.noAttachments)
        } else {
            listing(
                caption: phrases.attachments,
                [
                    Column(phrases.attachmentField("file")), Column(phrases.attachmentField("description")),
                    Column(phrases.sizeHeading, isNumber: true), Column(phrases.scanHeading),
                ] + (removal == nil ? [] : [Column(phrases.removeHeading)]), files.map(row))
        }
    }

    private func row(_ file: Attachment) -> TableRow {
        TableRow(
            [
                name(file), file.description.isEmpty ? HTML("–") : userText(file.description),
                HTML(phrases.size(file.size)), state(file),
            ] + (removal.map { [kept.contains(file.id) ? HTML("–") : remove(file, $0)] } ?? []))
    }

    @HTMLBuilder private func name(_ file: Attachment) -> HTML {
        if file.isServed {
            link(to: Link.content(of: file.id, in: application.id)) { userText(file.name.text) }
        } else {
            userText(file.name.text)
        }
    }

    private func state(_ file: Attachment) -> HTML {
        switch file.scan {
        case .clean: badge(phrases.name(file.scan.state), kind: "good")
        case .infected: badge(phrases.name(file.scan.state), kind: "bad")
        case .quarantined: badge(phrases.name(file.scan.state), kind: "warning")
        case .unscanned: HTML(phrases.name(file.scan.state))
        }
    }

    private func remove(_ file: Attachment, _ request: WebRequest) -> HTML {
        form(
            action: "\(Link.removal(of: file.id, from: application.id))#error-summary", method: .post,
            .class("command")
        ) {
            request.formToken
            button(phrases.remove(file.name.text), .class("quiet"))
        }
    }
}
