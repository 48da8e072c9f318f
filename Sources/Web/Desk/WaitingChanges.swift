import Domain
import HTML
import Store

/// The changes that libraries ask for, and the new dates that were offered, on the desk.
struct WaitingChangesPart {
    let changes: [WaitingChange]
    let today: Day
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if !changes.isEmpty {
            section(.class("panel")) {
                h2(phrases.changesWait)
                ul {
                    for change in changes {
                        li {
                            link("\(change.registryNumber)", to: Link.grant(change.grantID)); " "
                            userText(change.libraryName); ": "; what(change)
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func what(_ change: WaitingChange) -> HTML {
        if let day = change.lastDay {
            userText(change.eventTitle ?? "–"); ". \(phrases.newDate(until: day, today: today))"
        } else {
            phrases.changeWaits(change.changeNumber ?? 0)
        }
    }
}

extension Phrases {
    func changeWaits(_ number: Int) -> String {
        say("ändring \(number) väntar på beslut", en: "change \(number) waits for a decision")
    }

    func newDate(until day: Day, today: Day) -> String {
        day >= today
            ? say(
                "Nytt datum är erbjudet till och med \(self.day(day)).",
                en: "A new date is offered until \(self.day(day)).")
            : say(
                "Erbjudandet om nytt datum gick ut \(self.day(day)).",
                en: "The offer of a new date lapsed on \(self.day(day)).")
    }
}
