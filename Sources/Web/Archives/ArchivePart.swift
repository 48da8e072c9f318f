import Domain
import HTML
import Operations
import Store

/// Where a case is fetched for the archive, with who has done that.
struct ArchivePart {
    let request: WebRequest
    let person: Person
    let file: CaseFile

    private var phrases: Phrases { request.phrases }
    private var id: GrantApplication.ID { file.application.id }

    @HTMLBuilder var html: HTML {
        if person.mayArchive, file.conflict(of: person) == nil {
            section(.class("panel"), .id("archive")) {
                h2(phrases.archiveHeading)
                p(phrases.archivingMeans)
                if file.application.untold != nil {
                    p(phrases.archiveIsKeptBack)
                } else {
                    state
                    commandButton(
                        file.archive.archive == nil ? phrases.orderArchive : phrases.orderArchiveAgain,
                        to: Link.archive(id), for: request)
                }
                readings
            }
        }
    }

    @HTMLBuilder private var state: HTML {
        if let archive = file.archive.archive {
            if let made = archive.made {
                p {
                    link(phrases.fetchArchive(made.size), to: Link.archiveContent(id), .class("button"))
                }
                p(phrases.archiveIsReady(made.at))
                p(.class("hint")) {
                    "SHA-256: "; code(made.hash.hexadecimal)
                }
            } else {
                p(phrases.archiveIsBeingMade(archive.orderedAt))
                if let fault = archive.fault { p(phrases.archiveWaits(fault)) }
            }
        }
    }

    @HTMLBuilder private var readings: HTML {
        if !file.archive.readings.isEmpty {
            details(summary: phrases.archiveReadings, .class("more")) {
                ul {
                    for reading in file.archive.readings {
                        li {
                            "\(phrases.name(reading.act)), \(phrases.moment(reading.happenedAt)), "
                            userText(reading.personName)
                        }
                    }
                }
            }
        }
    }
}

/// What there is of a case for the archive.
struct ArchiveFile: Sendable {
    let archive: CaseArchive?
    let readings: [ArchiveReading]

    private static let mostReadings = 50

    init(_ id: GrantApplication.ID, for person: Person, service: Service) async throws {
        guard person.mayArchive else {
            archive = nil
            readings = []
            return
        }
        archive = try await service.database.archive(of: id)
        readings = try await service.database.archiveReadings(of: id, limit: Self.mostReadings)
    }
}

extension Phrases {
    fileprivate var archiveHeading: String { say("Arkiv", en: "Archive") }
    fileprivate var archivingMeans: String {
        say(
            "En ZIP-fil med ärendets alla handlingar som HTML och PDF/A, uppgifterna som JSON, bilagorna och en förteckning med kontrollsummor. Vem som beställer och hämtar antecknas.",
            en:
                "A ZIP file with all papers of the case as HTML and PDF/A, its data as JSON, the attachments, and a list with checksums. Who orders and fetches it is noted."
        )
    }
    fileprivate var archiveIsKeptBack: String {
        say("Kan beställas när utfallet är offentligt.", en: "Can be ordered once the outcome is public.")
    }
    fileprivate var orderArchive: String { say("Beställ arkivfil", en: "Order the archive file") }
    fileprivate var orderArchiveAgain: String { say("Gör filen på nytt", en: "Make the file anew") }
    fileprivate var archiveReadings: String { say("Vem som har beställt och hämtat", en: "Who ordered and fetched it") }

    fileprivate func fetchArchive(_ size: Int) -> String {
        let kilobytes = max(1, size / 1000)
        return say("Hämta filen (\(kilobytes) kB)", en: "Fetch the file (\(kilobytes) kB)")
    }
    fileprivate func archiveIsReady(_ instant: Instant) -> String {
        say("Klar \(moment(instant)).", en: "Ready \(moment(instant)).")
    }
    fileprivate func archiveIsBeingMade(_ instant: Instant) -> String {
        say(
            "Beställd \(moment(instant)). Filen görs nu; läs om sidan om någon minut.",
            en: "Ordered \(moment(instant)). The file is being made; reload the page in a minute.")
    }
    fileprivate func archiveWaits(_ fault: String) -> String {
        switch fault {
        case Archiving.printsAreMissing:
            say("Den väntar på att beslutet ska skrivas ut.", en: "It waits for the decision to be printed.")
        case Printing.toolIsMissing: printToolIsMissing
        default: say("Det gick inte: \(fault). Ett nytt försök görs.", en: "It failed: \(fault). It is tried again.")
        }
    }
    fileprivate func name(_ act: ArchiveReading.Act) -> String {
        switch act {
        case .ordered: say("Beställd", en: "Ordered")
        case .fetched: say("Hämtad", en: "Fetched")
        }
    }
}
