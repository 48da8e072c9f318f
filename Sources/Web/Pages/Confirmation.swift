import HTML

/// What somebody has just done. The address that they come to names it, so that the page can say it.
enum Done: String, CaseIterable {
    case saved, published, cancelled, invitation, hosting, notHosting, deviation, withdrawn, completed, said, accepted,
        declined, paid,
        exported, settled, reported, replied
}

extension Link {
    /// The page to come to after something was done.
    /// It leads to what is said of that: a redirect without a place of its own would keep the form's.
    static func after(_ done: Done, at path: String) -> String { "\(path)?done=\(done.rawValue)#\(doneID)" }

    fileprivate static let doneID = "done"
}

extension WebRequest {
    /// What the reader has just done, if they come from doing it.
    var done: Done? { query["done"].flatMap(Done.init) }
}

/// Says that something was done. What needs more words than these has a part of its own.
@HTMLBuilder func confirmation(_ request: WebRequest, @HTMLBuilder more: () -> HTML = { .empty }) -> HTML {
    if let done = request.done, let text = request.phrases.said(done) {
        div(.class("notice notice-good"), .id(Link.doneID), .role(.status), .tabIndex(-1)) {
            h2(text)
            more()
        }
    }
}

extension Phrases {
    /// That something was done; nil where the page says it at length.
    func said(_ done: Done) -> String? {
        switch done {
        case .saved: say("Det är sparat", en: "Saved")
        case .published: say("Publicerat", en: "Published")
        case .cancelled: say("Händelsen är inställd", en: "The event is cancelled")
        case .invitation: say("Inbjudan är sparad", en: "The invitation is saved")
        case .hosting: say("Ni är nu medarrangör", en: "You are now a co-host")
        case .notHosting: say("Ni är inte medarrangör", en: "You are not a co-host")
        case .withdrawn: say("Ansökan är återkallad", en: "The application is withdrawn")
        case .completed: say("Kompletteringen är inskickad", en: "The completion is sent in")
        case .said: say("Meddelandet är skickat", en: "The message is sent")
        case .accepted: say("Bidraget är godtaget", en: "The grant is accepted")
        case .declined: say("Ni har tackat nej till bidraget", en: "You have declined the grant")
        case .paid: say("Betalningen är bokförd", en: "The payment is recorded")
        case .exported: say("Betalfilen är skapad", en: "The payment file is made")
        case .settled: say("Ställningstagandet är sparat", en: "The decision is saved")
        case .reported: say("Redovisningen är inskickad", en: "The report is sent")
        case .replied: say("Svaret är skickat", en: "The answer is sent")
        case .deviation: nil
        }
    }
}
