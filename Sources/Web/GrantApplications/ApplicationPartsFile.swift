import Domain
import HTML
import Operations
import Store

/// What stands beside the form of an application: its files, and what it has in common with others.
struct ApplicationPartsFile: Sendable {
    let files: [Attachment]
    let similar: [SeenSimilarApplication]
    let signing: Signing

    /// How far a draft has come.
    func progress(of application: GrantApplication, to call: Call, _ evaluation: Evaluation) -> ApplicationProgress {
        ApplicationProgress(
            of: application, to: call, files: files.count, areHarmful: files.contains { $0.scan.state == .infected },
            isRefused: !evaluation.blockingCore.isEmpty)
    }

    /// The ways to the parts that have pages of their own.
    func ways(of application: GrantApplication, _ phrases: Phrases) -> HTML {
        ul {
            li {
                link("\(phrases.attachments) (\(phrases.number(files.count)))", to: Link.attachments(application.id))
            }
            li {
                link(
                    "\(phrases.partnersHeading) (\(phrases.number(application.partners.count)))",
                    to: Link.partners(application.id))
            }
        }
    }

    /// Partners and files, as the pages of an application show them.
    @HTMLBuilder func html(
        of application: GrantApplication, _ libraries: LibraryNames, _ phrases: Phrases
    ) -> HTML {
        h3(phrases.partnersHeading)
        PartnerList(application: application, libraries: libraries, phrases: phrases).html
        h3(phrases.attachments)
        AttachmentList(application: application, files: files, phrases: phrases).html
        if application.status == .draft { ways(of: application, phrases) }
    }
}

extension Service {
    /// What stands beside an application that `person` sees.
    func parts(of application: GrantApplication, for person: Person) async throws -> ApplicationPartsFile {
        ApplicationPartsFile(
            files: try await operations.attachments(of: application, for: person),
            similar: application.status.isFinal ? [] : try await similarApplications(to: application, seenBy: person),
            signing: try await signing(of: application))
    }
}
