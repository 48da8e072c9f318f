import Domain
import Operations
import Store

extension JSONWriter {
    /// What has changed in a case since its snapshot. `recommended`: the reader sees the recommendation too.
    mutating func write(
        _ comparison: CaseComparison, of compared: ComparedApplication, recommended: Bool
    ) {
        let snapshot = compared.snapshot
        object {
            $0.member("receivedAt", snapshot.takenAt)
            $0.member("contentHash", snapshot.hexadecimalHash)
            $0.member("unchanged", comparison.isUnchanged)
            $0.member("touchesRule", comparison.touchesRule)
            $0.member("recommendationIsStale", recommended ? comparison.recommendationIsStale : nil)
            $0.array("application", comparison.application) { json, change in
                json.object { $0.writeMembers(of: change) }
            }
            $0.array("events", comparison.events) { json, event in json.write(event) }
            $0.array("completions", compared.completions) { json, completion in
                json.object {
                    $0.member("receivedAt", completion.receivedAt)
                    $0.array("application", completion.comparison.application) { json, change in
                        json.object { $0.writeMembers(of: change) }
                    }
                    $0.array("events", completion.comparison.events) { json, event in json.write(event) }
                }
            }
        }
    }

    private mutating func write(_ event: EventComparison) {
        object {
            $0.member("eventId", event.id)
            $0.member("title", event.title)
            $0.member("receivedVersion", event.before)
            $0.member("version", event.now)
            $0.member("recommendedVersion", event.recommended)
            $0.array("changes", event.changes) { json, changed in json.write(changed) }
            $0.array("sinceRecommendation", event.unseen) { json, changed in json.write(changed) }
        }
    }

    private mutating func write(_ changed: EventComparison.Attributed) {
        object {
            $0.writeMembers(of: changed.change)
            $0.member("changedAt", changed.version?.recordedAt)
            $0.member("changedBy", actor: changed.version?.recordedBy)
            $0.member("inVersion", changed.version?.record.version)
        }
    }

    private mutating func writeMembers(of change: CaseChange) {
        member("field", change.field.rawValue)
        member("readByRule", change.field.isReadByRule)
        member("before", CaseValueJSON(value: change.before))
        member("now", CaseValueJSON(value: change.now))
        if case .units = change.now {
            array("added", change.added.map(UnitJSON.init))
            array("removed", change.removed.map(UnitJSON.init))
        }
    }
}
