import Domain
import HTML
import Store

/// The form by which a later decision on the grant is taken back.
struct LaterReopening {
    let request: WebRequest
    let file: CaseFile
    let typed: TypedForm

    /// What its fields of a board are named under: the page may have those of another form.
    static let board = "later."

    private var phrases: Phrases { request.phrases }

    /// The later decisions that may be, as far as one can see.
    private var standing: [DecisionDocument] {
        let kinds = GrantDecision.Kind.allCases.map(\.document)
        return file.pack.documents.filter { kinds.contains($0.document.kind) && !$0.isReopened }.map(\.document)
    }

    @HTMLBuilder var html: HTML {
        if !standing.isEmpty {
            disclosure(
                phrases.reopenLaterHeading,
                isOpen: typed.hasFault(in: "laterDocumentId", "laterGround", "laterReference", "laterReasons")
                    || typed.hasFault(under: Self.board)
            ) {
                p(phrases.reopeningLaterMeans)
                form(
                    action: "\(Link.laterReopening(file.application.id))#error-summary", method: .post,
                    .class("stacked")
                ) {
                    request.formToken
                    hidden(name: "version", value: "\(file.application.version)")
                    typed.pick(
                        "laterDocumentId", standing.map { Choice("\($0.id)", "\(phrases.name($0.kind)) \($0.number)") })
                    typed.pick("laterGround", Reopening.Ground.allCases.map { Choice($0.rawValue, phrases.name($0)) })
                    typed.line("laterReference", hint: phrases.referenceHint)
                    typed.lines("laterReasons", 4)
                    BoardFields(typed: typed, prefix: Self.board).html
                    button(phrases.reopen, .class("serious"))
                }
            }
        }
    }
}
