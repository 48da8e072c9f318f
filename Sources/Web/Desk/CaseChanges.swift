import Domain
import HTML
import Operations
import Store

/// What has changed since the application was received, fact by fact: before, now, who and when.
struct ChangesPart {
    let file: CaseFile
    let phrases: Phrases

    var html: HTML {
        section(.id("changes")) {
            h2(phrases.changedSinceReceived)
            if let compared = file.compared {
                p(.class("hint")) {
                    "\(phrases.snapshotTaken(compared.snapshot.takenAt, isCompleted: isCompleted)) "
                    link(phrases.showSnapshot, to: Link.snapshot(file.application.id))
                }
                if let content = compared.content {
                    changes(content.comparison)
                } else {
                    p(phrases.snapshotIsOfAnotherForm)
                }
                for completion in compared.completions { completed(completion.comparison, completion.receivedAt) }
            }
        }
    }

    /// What was received last is then the completion: the changes are counted from it.
    private var isCompleted: Bool { file.compared?.completions.isEmpty == false }

    @HTMLBuilder private func completed(_ comparison: CaseComparison, _ receivedAt: Instant) -> HTML {
        h3(phrases.changedByCompletion)
        p(phrases.completedAt(receivedAt))
        if comparison.isUnchanged { p(phrases.completionChangedNothing) }
        ChangeTable(
            phrases: phrases, libraries: file.libraries, caption: phrases.changedByCompletion,
            before: phrases.asReceived
        )
        .html(comparison.application.map { ChangeTable.Entry(change: $0) })
        for event in comparison.events where event.isOther || !event.changes.isEmpty { changes(event) }
    }

    @HTMLBuilder private func changes(_ comparison: CaseComparison) -> HTML {
        if comparison.isUnchanged {
            p(isCompleted ? phrases.nothingHasChangedSinceCompletion : phrases.nothingHasChanged)
        }
        if comparison.touchesRule, !file.application.status.isFinal { p { strong(phrases.ruleIsTouched) } }
        if !comparison.application.isEmpty {
            h3(phrases.application)
            ChangeTable(
                phrases: phrases, libraries: file.libraries, caption: phrases.application, before: phrases.asReceived
            )
            .html(comparison.application.map { ChangeTable.Entry(change: $0) })
        }
        for event in comparison.events where event.isOther || !event.changes.isEmpty { changes(event) }
    }

    @HTMLBuilder private func changes(_ event: EventComparison) -> HTML {
        h3 { link(to: Link.event(event.id)) { userText(event.title) } }
        if event.isOther {
            p(event.before == nil ? phrases.eventWasAdded : phrases.eventWasRemoved)
        } else {
            ChangeTable(phrases: phrases, libraries: file.libraries, caption: event.title, before: phrases.asReceived)
                .html(
                    event.changes.map { changed in
                        ChangeTable.Entry(
                            change: changed.change, made: phrases.made(changed),
                            isUnseen: event.isUnseen(changed.change.field))
                    })
        }
    }
}

/// Why a decision would be refused as long as nobody recommends anew: the events are other than the ones recommended
/// on.
struct StaleRecommendation {
    let file: CaseFile
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if let comparison = file.compared?.content?.comparison, comparison.recommendationIsStale {
            let moved = comparison.events.filter(\.hasMovedSinceRecommendation)
            let isRead = moved.contains { $0.unseen.contains(where: \.change.field.isReadByRule) }
            notice(phrases.decisionWouldBeRefused, kind: "bad") {
                p(phrases.eventsHaveMoved)
                p { strong(isRead ? phrases.ruleReadsWhatMoved : phrases.ruleReadsNothingThatMoved) }
                for event in moved { changes(event) }
                p {
                    "\(phrases.recommendAgainFirst) ";
                    link(phrases.changedSinceReceived, to: "\(Link.deskCase(file.application.id))#changes")
                }
            }
        }
    }

    @HTMLBuilder private func changes(_ event: EventComparison) -> HTML {
        p { link(to: Link.event(event.id)) { userText(event.title) } }
        ChangeTable(phrases: phrases, libraries: file.libraries, caption: event.title, before: phrases.asRecommended)
            .html(event.unseen.map { ChangeTable.Entry(change: $0.change, made: phrases.made($0)) })
    }
}

/// A table of changes, which marks what the rule reads.
struct ChangeTable {
    let phrases: Phrases
    let libraries: LibraryNames
    let caption: String
    /// What the column of the earlier values is called.
    let before: String

    /// One change, and in words who made it and when, if that is known of it.
    struct Entry {
        let change: CaseChange
        var made: String?
        var isUnseen = false
    }

    func html(_ entries: [Entry]) -> HTML {
        let isAttributed = entries.contains { $0.made != nil }
        let columns = [phrases.fieldHeading, before, phrases.asItIsNow] + (isAttributed ? [phrases.whoAndWhen] : [])
        return listing(
            caption: caption, columns.map { Column($0) },
            entries.map { entry in
                TableRow(
                    [name(entry), value(entry.change.before), now(entry.change)] + (isAttributed ? [made(entry)] : []))
            })
    }

    private func name(_ entry: Entry) -> HTML {
        HTML {
            phrases.name(entry.change.field)
            if entry.change.field.isReadByRule { " "; badge(phrases.readByRule, kind: "warning") }
            if entry.isUnseen { " "; badge(phrases.sinceRecommendation, kind: "warning") }
        }
    }

    private func made(_ entry: Entry) -> HTML { userText(entry.made ?? "") }

    private func value(_ value: CaseValue) -> HTML { userText(phrases.words(value, libraries)) }

    private func now(_ change: CaseChange) -> HTML {
        HTML {
            value(change.now)
            if change.field == .invitees {
                if !change.added.isEmpty { p { userText(phrases.added(change.added)) } }
                if !change.removed.isEmpty { p { userText(phrases.removed(change.removed)) } }
            }
        }
    }
}

extension Phrases {
    /// Who made a change and when.
    func made(_ changed: EventComparison.Attributed) -> String {
        changed.version.map { self.changed(by: $0) } ?? changedByDate
    }
}
