import Domain
import Letters

/// What is said of breaches and of the answers to them.
extension Phrases {
    var replyTitle: String { say("Svara på avvikelsen", en: "Answer to the deviation") }
    var replyField: String { say("Ert svar", en: "Your answer") }
    var replyHint: String {
        say(
            "Berätta vad som har hänt och vad ni gör åt det. Regionen läser svaret innan den tar ställning. Svaret blir en allmän handling.",
            en:
                "Say what has happened and what you do about it. The region reads the answer before it considers the matter. It becomes a public record."
        )
    }
    var sendReply: String { say("Skicka svaret", en: "Send the answer") }
    var replies: String { say("Arrangörens svar", en: "The host's answers") }
    var noReplyYet: String { say("Arrangören har inte svarat än.", en: "The host has not answered yet.") }
    var replyCameLate: String { say("Efter svarstiden", en: "After the time to reply") }
    var nothingToAnswer: String {
        say("Det finns ingen öppen avvikelse att svara på.", en: "There is no open deviation to answer to.")
    }

    func answerBy(_ instant: Instant) -> String {
        say("Svara senast \(moment(instant)).", en: "Answer by \(moment(instant)).")
    }

    /// What stands in the log of a case, in the words that its papers have too (`CaseLogWords`).
    func logged(_ kind: String) -> String {
        guard let words = CaseLogWords.words(of: kind) else { return kind }
        return say(SwedishPhrase(stringLiteral: words.swedish), en: words.english)
    }
}
