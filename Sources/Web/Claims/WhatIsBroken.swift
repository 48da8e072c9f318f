import Domain
import HTML
import Operations
import Store

/// What whoever judges a breach has to see of its event: how it was and how it is now, who changed it and when, and
/// what the funding rule says of it.
struct WhatIsBroken {
    let event: Event.ID
    /// nil: nothing was received of the case.
    let compared: ComparedApplication?
    /// What the rule says of the whole case now.
    let now: Evaluation
    let findings: FindingWords

    @HTMLBuilder var html: HTML {
        if let changes, !changes.isEmpty {
            h3(phrases.changedInEvent)
            ChangeTable(
                phrases: phrases, libraries: findings.libraries, caption: phrases.changedInEvent,
                before: phrases.asReceived
            )
            .html(changes.map { ChangeTable.Entry(change: $0.change, made: phrases.made($0)) })
        }
        h3(phrases.ruleOnEvent)
        if faults.isEmpty {
            p(phrases.everythingHolds)
        } else {
            findings.list(faults, ofHeldCondition: true)
        }
    }

    private var phrases: Phrases { findings.phrases }

    private var changes: [EventComparison.Attributed]? {
        compared?.content?.comparison.events.first { $0.id == event }?.changes
    }

    private var faults: [Finding] { now.findings.filter { $0.eventID == event && $0.verdict != .holds } }
}

extension WhatIsBroken {
    init(
        event: Event.ID, compared: ComparedApplication?, now: Evaluation, file: GrantFile, phrases: Phrases
    ) {
        self.init(
            event: event, compared: compared, now: now,
            findings: FindingWords(phrases: phrases, libraries: file.libraries))
    }
}

extension Phrases {
    fileprivate var changedInEvent: String {
        say("Det som har ändrats i händelsen", en: "What has changed in the event")
    }
    fileprivate var ruleOnEvent: String {
        say("Vad bidragsregeln säger om händelsen nu", en: "What the funding rule says of the event now")
    }
}
