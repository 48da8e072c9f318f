import Crypto
import Domain
import Foundation
import HTTPTypes
import Operations

/// What somebody has just done. The address that they come to names it, so that the page can say it.
enum Done: String, CaseIterable {
    case published, cancelled, invitation, hosting, notHosting, deviation, withdrawn, completed, said, accepted,
        declined, paid, exported, settled, reported, replied
    // Of an event, an application, a grant and a call.
    case eventSaved, draftSaved, repaired, signatureAsked, completionSaved, fileAdded, fileRemoved, partnersSaved,
        coApplying, notCoApplying, accountConfirmed, paymentPlanned, paymentRequested, paymentAttested, paymentEnded,
        callSaved, questionsSaved, rubricSaved, termsSaved
    // Of a grant that goes on or ends, and of the region's registers.
    case changeRequested, changeDecided, changeWithdrawn, newDateOffered, successorNamed, successorProposed,
        repaymentRecorded, claimWrittenOff, entryTakenBack, reportSaved, reportReturned, settlementProposed,
        settlementConfirmed,
        settlementReturned, breachFound, grantEnded, registerChanged, orderSaved
    // At the region's desk.
    case handled, recommended, decided, dismissed, announced, corrected, reopened, completionAsked, returned,
        reassigned,
        written, conflictDeclared, conflictLifted, appealNoted, appealEnded, served, archiveOrdered
    // Of reviews.
    case reviewed, reviewerAssigned, reviewerWithdrawn, impartial, reviewDeclined
}

extension Link {
    /// The page to come to after something was done.
    /// It leads to what is said of that: a redirect without a place of its own would keep the form's.
    static func after(_ done: Done, at path: String) -> String { "\(path)?\(DoneSeal.what)=\(done.rawValue)#\(doneID)" }

    static let doneID = "done"
}

/// What makes an address say that something was done: to the session that did it, at its own page, and just now. One that
/// is reloaded later, kept, shared or made up says nothing. Derived from the session, so nothing needs to be kept.
enum DoneSeal {
    static let what = "done"
    private static let when = "at"
    private static let seal = "seal"
    /// Seconds for which it counts: the browser comes at once.
    private static let lifetime = 60

    /// The address after something was done, sealed.
    static func sealed(_ location: String, for session: Secret, at now: Int) -> String {
        guard let start = location.range(of: "?\(what)=") else { return location }
        let word = location[start.upperBound...].prefix { $0 != "#" }
        let seal = text(String(location[..<start.lowerBound]), String(word), now, session)
        return "\(location[..<start.upperBound])\(word)&\(when)=\(now)&\(Self.seal)=\(seal)"
            + location[start.upperBound...].dropFirst(word.count)
    }

    /// What was done and when, if the address of the request says so to its sender.
    static func read(_ request: WebRequest, at now: Int) -> (done: Done, at: Instant)? {
        guard let session = request.session, let word = request.query[what], let done = Done(rawValue: word),
            let at = request.query[when].flatMap({ Int($0) }), (0...lifetime).contains(now - at),
            let sent = request.query[seal], FormToken.isEqual(sent, text(request.path, word, at, session))
        else { return nil }
        return (done, Instant(microseconds: at * 1_000_000))
    }

    private static func text(_ path: String, _ word: String, _ at: Int, _ session: Secret) -> String {
        let key = SymmetricKey(data: Array(session.text.utf8))
        let said = Array("done \(word) \(at) \(path)".utf8)
        return Base64URL.encode(Array(HMAC<SHA256>.authenticationCode(for: said, using: key)).prefix(12))
    }

    /// Now in whole seconds, by the clock of this instance: no rule hangs on it.
    static var now: Int { Int(Date().timeIntervalSince1970) }
}

extension WebRequest {
    /// What the reader has just done and when, if they come from doing it.
    var done: (done: Done, at: Instant)? { DoneSeal.read(self, at: DoneSeal.now) }
}

extension WebResponse {
    /// A redirect that says what was done says it to who did it.
    func sealed(for request: WebRequest) -> WebResponse {
        guard status == .seeOther, let session = request.session, let location = headers[.location] else { return self }
        var response = self
        response.headers[.location] = DoneSeal.sealed(location, for: session, at: DoneSeal.now)
        return response
    }
}
