import Domain
import HTML

/// The fields of an application part by part: on the pages of its form, and on that of a completion.
struct ApplicationFields {
    let typed: TypedForm
    let call: Call
    /// Those that may be chosen.
    let events: [Event]
    /// Where the form is sent.
    let path: String
    /// What is saved, for its sums.
    let request: GrantRequest?

    private var phrases: Phrases { typed.phrases }

    @HTMLBuilder func html(of parts: [GrantRequest.Part]) -> HTML { for part in parts { html(of: part) } }

    func html(of part: GrantRequest.Part) -> HTML {
        switch part {
        case .title: typed.line("title", hint: phrases.titleHint)
        case .track: track
        case .purpose: typed.lines("purpose", 8, hint: phrases.purposeHint)
        case .events, .budget:
            ApplicationRows(typed: typed, events: events, path: path, request: request).parts([part])
        case .requestedAmount: typed.amount("requestedAmount", hint: soughtHint)
        case .answers: AnswersPart(typed: typed, set: call.questions, path: path).html
        default: ProjectPlanPart(typed: typed).html(of: part)
        }
    }

    @HTMLBuilder private var track: HTML {
        if !call.details.tracks.isEmpty {
            typed.pick(
                "trackId", call.details.tracks.map { Choice($0.id.description, phrases.choice(of: $0)) },
                none: phrases.noTrack)
        }
    }

    private var soughtHint: String {
        call.details.maximumAmount.map { "\(phrases.soughtHint) \(phrases.atMost($0))" } ?? phrases.soughtHint
    }
}
