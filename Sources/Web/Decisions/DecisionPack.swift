import Domain
import HTML
import Postgres
import Store

/// What there is of a decision beside its words: its papers and its announcement.
struct DecisionPack: Sendable {
    let documents: [KeptDocument]
    let announcement: Announcement?

    static let empty = DecisionPack(documents: [], announcement: nil)
}

extension Service {
    /// The pack of a case, as far as `person` may know of it. `decision` is the one that stands.
    func pack(
        of application: GrantApplication, _ decision: Decision?, readBy person: Person
    ) async throws -> DecisionPack {
        var announcement: Announcement?
        if let decision { announcement = try await database.announcement(of: decision.id) }
        return DecisionPack(
            documents: try await documents(of: application, readBy: person), announcement: announcement)
    }
}

/// The number of a decision, when it becomes final, how it is appealed, and its papers.
struct DecisionPackPart {
    let decision: Decision?
    let pack: DecisionPack
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if let decision { standing(decision) }
        if !pack.documents.isEmpty {
            section(.class("panel"), .id("documents")) {
                h2(phrases.documentsHeading)
                ul { for kept in pack.documents { li { item(kept) } } }
            }
        }
    }

    private func standing(_ decision: Decision) -> HTML {
        section(.class("panel")) {
            h2("\(phrases.decision) \(decision.number)")
            dl(.class("facts")) {
                if let minutes = decision.authority.minutes {
                    fact(phrases.decidedByBoard) { userText(phrases.minutes(minutes)) }
                }
                if let announcement = pack.announcement {
                    fact(phrases.postedOn, phrases.date(announcement.postedOn))
                }
                timeToAppeal(decision)
            }
            if let reservation = decision.terms.reclaimReservation {
                details(summary: phrases.termsOfDecision, .class("more")) {
                    div(.lang("sv")) {
                        userParagraphs(decision.terms.conditions)
                        userParagraphs(reservation)
                    }
                }
            }
            details(summary: phrases.howToAppeal, .class("more")) {
                div(.lang("sv")) { userParagraphs(decision.terms.appealText) }
            }
        }
    }

    /// Until when it can be appealed and when it is final, by the day that its time is counted from.
    @HTMLBuilder private func timeToAppeal(_ decision: Decision) -> HTML {
        if decision.terms.appeal == .administrativeAppeal {
            let letter = pack.documents.first { $0.document.kind == .decision && $0.document.decisionID == decision.id }
            if let service = letter?.service {
                fact(phrases.servedOn, phrases.served(service))
                fact(phrases.appealEndsOn, phrases.date(service.appealEndsOn))
                fact(phrases.finalOn, letter?.finalOn.map { phrases.date($0) } ?? phrases.isNotFinal)
            } else {
                fact(phrases.finalOn, phrases.isNotServed)
            }
        } else if let announcement = pack.announcement {
            fact(phrases.appealEndsOn, phrases.date(announcement.appealEndsOn))
            fact(phrases.finalOn, announcement.finalOn.map { phrases.date($0) } ?? phrases.isNotFinal)
        } else {
            fact(phrases.finalOn, phrases.isNotAnnounced)
        }
    }

    @HTMLBuilder private func item(_ kept: KeptDocument) -> HTML {
        let document = kept.document
        link(
            "\(phrases.name(document.kind)) \(document.number)",
            to: Link.document(document.id, of: document.applicationID)
        )
        " (\(phrases.date(Stockholm.day(document.issuedAt)))). "
        if kept.print != nil {
            link(phrases.asPDF(document.number), to: Link.pdf(document.id, of: document.applicationID))
        } else {
            phrases.isNotPrintedYet
        }
        if document.kind.isLaterDecision { p(posting(kept)) }
        if kept.isReopened { badge(phrases.standsNoLonger, kind: "bad") }
        p(.class("hint")) {
            "SHA-256: "; code(kept.hash.hexadecimal)
        }
    }

    /// When a later decision was posted or served, until when it can be appealed and when it is final.
    private func posting(_ kept: KeptDocument) -> String {
        let begun: String
        if kept.appealKind == .administrativeAppeal {
            guard let service = kept.service else { return phrases.isNotServed }
            begun = "\(phrases.servedOn): \(phrases.served(service))."
        } else {
            guard let notice = kept.notice else { return phrases.laterIsNotAnnounced }
            begun = "\(phrases.postedOn) \(phrases.date(notice.postedOn))."
        }
        let final = kept.finalOn.map { phrases.date($0) } ?? phrases.isNotFinal
        let last = kept.appealEndsOn.map { "\(phrases.appealEndsOn): \(phrases.date($0)). " } ?? ""
        return "\(begun) \(last)\(phrases.finalOn): \(final)."
    }
}

/// What the region may do with a decision once it is made.
struct DecisionCommands {
    let request: WebRequest
    let person: Person
    let file: CaseFile
    let typed: TypedForm

    private var phrases: Phrases { request.phrases }
    private var id: GrantApplication.ID { file.application.id }
    private var version: String { "\(file.application.version)" }

    @HTMLBuilder var html: HTML {
        if file.conflict(of: person) == nil {
            if person.has(.caseOfficer) || person.has(.decisionMaker) { announcement }
            if file.decision != nil, person.has(.decisionMaker) {
                correction
                reopening
                LaterReopening(request: request, file: file, typed: typed).html
            }
        }
    }

    @HTMLBuilder private var announcement: HTML {
        if file.decision != nil, file.application.untold != nil {
            notice(phrases.outcomeIsKeptBack, kind: "warning") {
                p(phrases.keptBackUntil(file.call.decisionTerms.outcomesToldAt))
            }
        } else if isUnposted || !unposted.isEmpty {
            section(.class("panel")) {
                h2(phrases.announceHeading)
                p(phrases.announcingMeans)
                if isUnposted {
                    commandButton(phrases.announce, to: Link.announcement(id), ["version": version], for: request)
                }
                for document in unposted {
                    commandButton(
                        phrases.announce(document), to: Link.announcement(id, of: document.id), ["version": version],
                        for: request)
                }
            }
        }
    }

    /// The decision that stands has not been posted.
    private var isUnposted: Bool { file.decision != nil && file.pack.announcement == nil }

    /// The later decisions that have not been posted: also those on a grant whose decision was reopened since.
    private var unposted: [DecisionDocument] {
        file.pack.documents.filter { $0.document.kind.isLaterDecision && $0.notice == nil }.map(\.document)
    }

    private var correction: HTML {
        details(summary: phrases.correctHeading, .class("more")) {
            p(phrases.correctingMeans)
            form(action: "\(Link.correction(id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: version)
                typed.lines("correction", 4)
                button(phrases.correct)
            }
        }
    }

    private var reopening: HTML {
        details(summary: phrases.reopenHeading, .class("more")) {
            p(phrases.reopeningMeans)
            form(action: "\(Link.reopening(id))#error-summary", method: .post, .class("stacked")) {
                request.formToken
                hidden(name: "version", value: version)
                typed.pick("reopeningGround", Reopening.Ground.allCases.map { Choice($0.rawValue, phrases.name($0)) })
                typed.line("reference", hint: phrases.referenceHint)
                typed.lines("reasons", 4)
                BoardFields(typed: typed).html
                button(phrases.reopen, .class("serious"))
            }
        }
    }
}
