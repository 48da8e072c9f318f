import Domain

/// What is said of an application's files.
extension Phrases {
    var attachments: String { say("Bilagor", en: "Attachments") }
    var addAttachment: String { say("Lägg till en bilaga", en: "Add an attachment") }
    var attach: String { say("Lägg till filen", en: "Add the file") }
    var noAttachments: String { say("Inga bilagor.", en: "No attachments.") }
    var sizeHeading: String { say("Storlek", en: "Size") }
    var scanHeading: String { say("Viruskontroll", en: "Virus scan") }
    var removeHeading: String { say("Ta bort", en: "Remove") }
    var attachmentsAreKept: String {
        say(
            "Bilagorna kom in med ansökan och går inte att ändra.",
            en: "The attachments were received with the application and cannot be changed.")
    }
    func remove(_ name: String) -> String { say("Ta bort \(name)", en: "Remove \(name)") }

    func attachmentField(_ name: String) -> String {
        switch name {
        case "file": say("Fil", en: "File")
        case "description": say("Beskrivning", en: "Description")
        default: name
        }
    }

    func fileHint(_ limits: AttachmentLimits) -> String {
        let kinds = "PDF, PNG, JPEG, DOCX, XLSX, ODT, ODS, TXT"
        return say(
            "\(kinds). Högst \(size(limits.file)) per fil, och tillsammans \(number(limits.count)) filer och \(size(limits.total)).",
            en:
                "\(kinds). At most \(size(limits.file)) a file, and together \(number(limits.count)) files and \(size(limits.total))."
        )
    }

    func name(_ state: Attachment.Scan.State) -> String {
        switch state {
        case .quarantined: say("Väntar på kontroll", en: "Waits to be scanned")
        case .clean: say("Kontrollerad", en: "Scanned")
        case .infected: say("Smittad, lämnas inte ut", en: "Infected, not handed out")
        case .unscanned: say("Inte kontrollerad", en: "Not scanned")
        }
    }
}
