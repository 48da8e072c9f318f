import Domain

extension JSONWriter {
    /// A grant with its conditions; `names` has those of the people who have done something with it.
    mutating func write(_ grant: Grant, _ names: [Person.ID: String]) {
        object {
            $0.member("id", grant.id)
            $0.member("state", grant.state)
            $0.member("applicationId", grant.applicationID)
            $0.member("callId", grant.callID)
            $0.member("libraryId", grant.libraryID)
            $0.member("amount", grant.amount)
            $0.member("paymentHold", grant.paymentHold)
            $0.array("conditions", grant.conditions) { json, condition in json.write(condition, of: grant.id, names) }
            $0.writeMoney(of: grant, names)
            $0.writeReporting(of: grant)
            $0.member("awardedAt", grant.awardedAt)
            $0.member("version", grant.revision)
            $0.object("links") {
                $0.member("self", Link.API.grant(grant.id))
                $0.member("application", Link.API.application(grant.applicationID))
                $0.member("terms", Link.API.terms(grant.id))
                $0.member("payments", Link.API.payments(grant.id))
                $0.member("report", Link.API.report(grant.id))
                $0.member("page", Link.grant(grant.id))
            }
        }
    }

    private mutating func write(_ condition: Condition, of grant: Grant.ID, _ names: [Person.ID: String]) {
        object {
            $0.member("id", condition.id)
            $0.member("eventId", condition.eventID)
            $0.member("state", condition.state)
            $0.member("costShare", condition.costShare)
            $0.member("successorEventId", condition.successorEventID)
            $0.member("bindsOn", condition.bindsOn)
            $0.member("bindsOnSince", condition.bindsOnSince)
            $0.member("atRisk", !condition.risks.isEmpty)
            $0.array("risks", condition.risks) { json, risk in
                json.object {
                    $0.member("reason", risk.reason.rawValue)
                    $0.member("libraryIds", risk.libraries)
                }
            }
            $0.array("breaches", condition.breaches) { json, breach in json.write(breach) }
            $0.array("replies", condition.replies) { json, reply in json.write(reply, in: condition, names) }
            $0.array("settlements", condition.settlements) { json, settlement in json.write(settlement, names) }
            $0.object("links") { $0.member("replies", Link.API.replies(condition.id, of: grant)) }
        }
    }

    private mutating func write(_ breach: Condition.Breach) {
        object {
            $0.member("id", breach.id)
            $0.member("kind", breach.kind)
            $0.member("reason", breach.reason)
            $0.member("breachedAt", breach.breachedAt)
            $0.member("replyDueAt", breach.replyDueAt)
            $0.member("closedAt", breach.closedAt)
        }
    }

    /// What a host has answered, and whether it came after the time that was given.
    mutating func write(_ reply: Condition.Reply, in condition: Condition, _ names: [Person.ID: String]) {
        object {
            $0.member("id", reply.id)
            $0.member("reply", reply.text)
            $0.member("repliedBy", actor: names[reply.repliedBy])
            $0.member("repliedAt", reply.repliedAt)
            $0.member("late", condition.isLate(reply))
        }
    }
}
