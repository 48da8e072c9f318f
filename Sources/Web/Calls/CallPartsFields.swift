import Domain
import HTML

/// The headings, tracks and rounds of a call as its form shows them.
struct CallPartsFields {
    let typed: TypedForm
    /// Where the form is sent.
    let path: String

    private var phrases: Phrases { typed.phrases }

    @HTMLBuilder var html: HTML {
        fieldset(legend: phrases.roundsTitle, .id("rounds")) {
            p(phrases.roundsHint, .class("hint"))
            for row in CallPartsForm.rounds.shown(in: typed.everything, spare: 0) { round(row) }
            more(phrases.oneMoreRound, CallPartsForm.rounds)
        }
        fieldset(legend: phrases.tracksTitle, .id("tracks")) {
            p(phrases.tracksHint, .class("hint"))
            for row in CallPartsForm.tracks.shown(in: typed.everything, spare: 0) { track(row) }
            more(phrases.oneMoreTrack, CallPartsForm.tracks)
        }
        fieldset(legend: phrases.headingsTitle) {
            p(phrases.headingsHint, .class("hint"))
            for section in CallSection.allCases {
                typed.lines("texts.\(section.name).sv", 4)
                typed.lines("texts.\(section.name).en", 3)
            }
        }
    }

    private func round(_ row: Int) -> HTML {
        let list = CallPartsForm.rounds
        return div(.class("row")) {
            typed.day(list.field("opensOn", row))
            clock(list.field("opensTime", row))
            typed.day(list.field("closesOn", row))
            clock(list.field("closesTime", row))
            typed.day(list.field("decisionOn", row))
        }
    }

    private func clock(_ name: String) -> HTML {
        field(label: typed.label(name), name: name, type: .time, value: typed[name], error: typed.error(name))
    }

    private func track(_ row: Int) -> HTML {
        let list = CallPartsForm.tracks
        return div(.class("row")) {
            typed.line(list.field("name", row))
            typed.line(list.field("nameInEnglish", row))
            typed.amount(list.field("budget", row))
            typed.amount(list.field("maximumAmount", row))
        }
    }

    private func more(_ text: String, _ list: FormRows) -> HTML {
        let next = (list.shown(in: typed.everything, spare: 0).last ?? -1) + 1
        return p {
            button(
                text, name: ApplicationForm.moreRows, value: list.name,
                .formAction("\(path)#\(controlID(list.field(list.fields[0], next)))"), .class("quiet"))
        }
    }
}
