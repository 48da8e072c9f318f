import Domain
import HTML
import Store

/// What was received, whole and printable.
struct SnapshotPage {
    let request: WebRequest
    let application: GrantApplication
    let snapshot: ApplicationSnapshot
    /// nil: it is of a form that this program does not know, and shown as it stands.
    let received: ReceivedApplication?
    let libraries: LibraryNames
    let papers: [ReceivedPaper]

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(phrases.toTheApplication, to: Link.application(application.id)) }
        h1(phrases.snapshotTitle)
        if let received {
            ReceivedContents(
                received: received, form: snapshot.contentVersion, libraries: libraries, phrases: phrases
            ).html
            h2(phrases.ruleAtSubmission)
            rule(received)
        } else {
            p(phrases.snapshotIsOfAnotherForm)
            blockquote { userParagraphs(snapshot.content) }
        }
        ReceivedPapersPart(papers: papers, phrases: phrases).html
        h2(phrases.contentHash)
        p(phrases.snapshotIsKept)
        p { code(snapshot.hexadecimalHash) }
        p { code(Link.API.snapshot(application.id)) }
    }

    @HTMLBuilder private func rule(_ received: ReceivedApplication) -> HTML {
        if let evaluation = received.evaluation {
            p {
                strong(phrases.name(evaluation.verdict)); ", \(phrases.moment(evaluation.evaluatedAt))"
            }
            let words = FindingWords(phrases: phrases, libraries: libraries)
            let faults = evaluation.findings.filter { $0.verdict != Verdict.holds.rawValue }
            if faults.isEmpty { p(phrases.everythingHolds) }
            ul { for fault in faults { li(words.sentence(fault)) } }
        } else {
            p(phrases.ruleWasNotAsked)
        }
    }
}

/// What an application said when it came in, with its events as they were.
struct ReceivedContents {
    let received: ReceivedApplication
    /// Of which form it is kept.
    let form: Int
    let libraries: LibraryNames
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        about
        h2(phrases.application)
        facts(received.record.facts)
        for event in received.record.events {
            h2 { userText(event.title) }
            p(phrases.versionOfEvent(event.version), .class("hint"))
            facts(event.facts)
        }
    }

    private var about: HTML {
        dl(.class("facts")) {
            fact(phrases.registryNumber, received.registryNumber)
            fact(phrases.receivedAt, phrases.moment(received.receivedAt))
            fact(phrases.signedBy) { userText(received.signatoryName) }
            fact(phrases.callOfApplication) { userText(received.callTitle) }
            fact(phrases.contentForm, phrases.contentForm(form))
        }
    }

    /// Everybody by name here: this is the record.
    private func facts(_ facts: [CaseFact]) -> HTML {
        dl(.class("facts")) {
            for each in facts {
                fact(phrases.name(each.field)) {
                    switch each.value {
                    case .plan(let plan): ProjectFacts(plan: plan, answers: [], phrases: phrases).list
                    case .answers(let answers):
                        ProjectFacts(plan: ProjectPlan(), answers: answers, phrases: phrases).list
                    case .units(let units) where !units.isEmpty: userText(units.map(\.name).joined(separator: ", "))
                    case .text(let text) where !text.isEmpty: userParagraphs(text)
                    default: userText(phrases.words(each.value, libraries))
                    }
                }
            }
        }
    }
}

extension ApplicationSnapshot {
    /// The hash as `sha256sum` writes it.
    var hexadecimalHash: String {
        hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
