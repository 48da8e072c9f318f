import Domain
import Store

extension JSONWriter {
    /// The report of a grant: what is saved, what was sent, and how it was settled.
    mutating func write(_ file: ReportFile, _ phrases: Phrases) {
        object {
            $0.member("grantId", file.grant.id)
            $0.member("state", file.grant.state)
            $0.member("dueOn", file.grant.reporting.dueOn)
            $0.member("overdue", file.grant.reporting.isOverdue)
            $0.array("events", file.facts) { json, fact in json.write(fact) }
            $0.array("budget", file.budget) { json, line in json.write(line) }
            if let draft = file.draft {
                $0.object("draft") { json in
                    json.members(of: draft.report)
                    json.member("version", draft.version)
                    json.member("savedBy", actor: file.names[draft.savedBy])
                    json.member("savedAt", draft.savedAt)
                }
            }
            $0.array("sent", file.sent) { json, sent in json.write(sent, file.names, phrases) }
            $0.array("settlements", file.settlements) { json, settlement in json.write(settlement, file.names) }
            if let unspent = file.unspent {
                $0.object("unspent") {
                    $0.member("entitled", unspent.entitled)
                    $0.member("claimed", unspent.claimed)
                    $0.member("released", unspent.released)
                }
            }
            $0.member("version", file.draft?.version ?? 0)
            $0.object("links") {
                $0.member("grant", Link.API.grant(file.grant.id))
                $0.member("page", Link.report(file.grant.id))
            }
        }
    }

    private mutating func write(_ fact: Report.EventFacts) {
        object {
            $0.member("eventId", fact.eventID)
            $0.member("title", fact.title)
            $0.member("startsAt", fact.startsAt)
            $0.member("endsAt", fact.endsAt)
            $0.member("attendance", fact.attendance)
            $0.member("place", fact.place)
            $0.member("costShare", fact.costShare)
            $0.array("invited", fact.invited)
            $0.member("invitationPublishedAt", fact.publishedAt)
            $0.member("calendarLoggedAt", fact.loggedAt)
        }
    }

    private mutating func write(_ line: Report.Line) {
        object {
            $0.member("kind", line.kind)
            $0.member("amount", line.amount)
        }
    }

    private mutating func members(of report: Report) {
        array("events", report.events) { json, event in
            json.object {
                $0.member("eventId", event.eventID)
                $0.member("carriedOut", event.carriedOut)
                $0.member("deviations", event.deviations)
                $0.array("guests", event.guests) { json, guests in
                    json.object {
                        $0.member("libraryId", guests.libraryID)
                        $0.member("registered", guests.registered)
                        $0.member("attended", guests.attended)
                    }
                }
                $0.member("refused", event.refused)
            }
        }
        array("outcome", report.outcome) { json, line in json.write(line) }
        member("total", report.total)
        member("ownContribution", report.ownContribution)
        member("otherFunding", report.otherFunding)
        member("learnings", report.learnings)
        member("materialLink", report.materialLink)
        member("supportWasTold", report.supportWasTold)
    }

    private mutating func write(_ sent: SentReport, _ names: [Person.ID: String], _ phrases: Phrases) {
        object {
            $0.member("id", sent.id)
            $0.member("number", sent.number)
            $0.members(of: sent.report)
            $0.array("facts", sent.facts) { json, fact in json.write(fact) }
            $0.array("hints", FundingRule.outcome(of: sent.report, facts: sent.facts).filter { $0.severity == .hint }) {
                json, finding in json.write(finding, phrases)
            }
            $0.member("hash", sent.hash.hexadecimal)
            $0.member("sentBy", actor: names[sent.sentBy])
            $0.member("sentAt", sent.sentAt)
            if let returned = sent.returned {
                $0.object("returned") {
                    $0.member("reasons", returned.reasons)
                    $0.member("dueOn", returned.dueOn)
                    $0.member("returnedBy", actor: names[returned.by])
                    $0.member("returnedAt", returned.at)
                }
            }
        }
    }

    private mutating func write(_ settlement: ReportSettlement, _ names: [Person.ID: String]) {
        object {
            $0.member("id", settlement.id)
            $0.member("reportId", settlement.reportID)
            $0.member("payable", settlement.payable)
            $0.member("entitled", settlement.entitled)
            $0.member("claimed", settlement.claimed)
            $0.member("dueOn", settlement.dueOn)
            $0.member("reasons", settlement.reasons)
            $0.member("proposedBy", actor: names[settlement.proposedBy])
            $0.member("proposedAt", settlement.proposedAt)
            $0.member("confirmedBy", actor: settlement.confirmation.flatMap { names[$0.by] })
            $0.member("confirmedAt", settlement.confirmation?.at)
            $0.member("documentId", settlement.confirmation?.documentID)
            if let returned = settlement.returned {
                $0.object("returned") {
                    $0.member("reasons", returned.reasons)
                    $0.member("returnedBy", actor: names[returned.by])
                    $0.member("returnedAt", returned.at)
                }
            }
        }
    }

    /// Where the report of a grant stands in time, and how long its case is kept.
    mutating func writeReporting(of grant: Grant) {
        let reporting = grant.reporting
        object("reporting") {
            $0.member("dueOn", reporting.dueOn)
            $0.member("overdue", reporting.isOverdue)
            $0.member("returned", reporting.isReturned)
            $0.member("released", grant.released)
            $0.member("closedOn", reporting.closedOn)
            $0.member("keepUntil", reporting.keepUntil)
            $0.member("disposalDecision", reporting.disposalDecision)
        }
    }
}
