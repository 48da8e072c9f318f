package import Domain

extension ReceivedApplication {
    /// The snapshot's content: canonical JSON (RFC 8785). `SnapshotForm` reads it back.
    package var canonicalText: String {
        CanonicalJSON.members(members).text
    }

    private var members: [String: CanonicalJSON?] {
        let first: [String: CanonicalJSON?] = [
            "contentVersion": .number(contentVersion), "registryNumber": .text(registryNumber),
            "receivedAt": .text(receivedAt.rfc3339),
            "signatory": .members(["id": .text(signatoryID.description), "name": .text(signatoryName)]),
            "call": .members([
                "id": .text(callID.description), "title": .text(callTitle), "rule": record.rule.json,
                "projectStartsOn": record.projectStartsOn.map { .text($0.text) },
                "projectEndsOn": record.projectEndsOn.map { .text($0.text) },
            ]),
            "applicant": record.applicant.json, "title": .text(record.title), "purpose": .text(record.purpose),
            "currency": .text(Money.currency), "requestedAmount": record.requestedAmount.json,
            "budget": .array(
                record.budget.map {
                    .members(["kind": .text($0.kind.rawValue), "amount": $0.amount.json])
                }),
            "costShares": .array(
                record.costShares.map {
                    .members([
                        "eventId": .text($0.eventID.description), "title": .text($0.title), "amount": $0.amount.json,
                    ])
                }),
            // Absent where there are none, as in what was received before there could be any.
            "partners": record.partners.isEmpty ? nil : .array(record.partners.map(\.json)),
            "attachments": record.attachments.isEmpty ? nil : .array(record.attachments.map(\.json)),
            "events": .array(record.events.map(\.json)), "evaluation": evaluation?.json,
        ]
        guard let more = record.more else { return first }
        return first.merging(more.members) { $1 }
    }
}

extension EventRecord {
    fileprivate var json: CanonicalJSON {
        .members([
            "id": .text(id.description), "version": .number(version), "title": .text(title),
            "kind": .text(kind.rawValue), "summary": .text(summary), "description": .text(description),
            "startsAt": .text(time.startsAt.rfc3339), "endsAt": .text(time.endsAt.rfc3339),
            "allDay": .truth(time.allDay),
            "attendance": .text(place.attendance.rawValue), "venue": place.venue?.json,
            "hasMeetingLink": .truth(place.hasLink), "audience": .array(audience.map { .text($0.rawValue) }),
            "seats": .members([
                "capacity": seats.capacity.map(CanonicalJSON.number), "own": .number(seats.own),
                "others": .number(seats.others), "any": .number(seats.any),
            ]),
            "registration": .members([
                "opensAt": registration.opensAt?.json, "closesAt": registration.closesAt?.json,
                "othersCloseAt": registration.othersCloseAt?.json,
            ]),
            "prices": .members(["own": prices.own.json, "others": prices.others.json]), "host": host.json,
            "coHosts": .array(coHosts.map(\.json)), "confirmedCoHosts": .array(confirmedCoHosts.map(\.json)),
            "invitationScope": .text(invitationScope.rawValue), "invitationState": .text(invitationState.rawValue),
            "invitees": .array(invitees.map(\.json)), "readableSince": readableSince?.json,
            "daySaidAt": daySaidAt?.json,
            "visibleFrom": window.visibleFrom?.json, "visibleUntil": window.visibleUntil?.json,
            "status": .text(status.rawValue),
        ])
    }
}

extension NamedPartner {
    fileprivate var json: CanonicalJSON {
        .members(["library": unit.json, "role": .text(role.rawValue), "contribution": .text(contribution)])
    }
}

extension KeptAttachment {
    fileprivate var json: CanonicalJSON {
        .members([
            "id": .text(id.description), "name": .text(name), "mediaType": .text(mediaType), "size": .number(size),
            "sha256": .text(hash),
        ])
    }
}

extension NamedUnit {
    fileprivate var json: CanonicalJSON {
        switch id {
        case .library(let id):
            .members(["kind": .text("library"), "id": .text(id.description), "name": .text(name)])
        case .branch(let id):
            .members(["kind": .text("branch"), "id": .text(id.description), "name": .text(name)])
        }
    }
}

extension Venue {
    fileprivate var json: CanonicalJSON {
        .members([
            "name": .text(name), "street": street.map(CanonicalJSON.text), "city": city.map(CanonicalJSON.text),
            "municipalityCode": municipalityCode.map(CanonicalJSON.text),
        ])
    }
}

extension CallRule {
    /// The share stands as text: canonical numbers are no business of ours as long as they are whole.
    var json: CanonicalJSON {
        let breadth: CanonicalJSON =
            switch invite {
            case .all: .text("all")
            case .atLeast(let least): .text(String(least))
            }
        return .members([
            "version": .number(version), "invite": breadth, "noticeDays": .number(noticeDays),
            "minimumSeatsForOthers": .number(minimumSeatsForOthers), "maximumOwnShare": .text("\(maximumOwnShare)"),
            "othersPayNoMore": .truth(othersPayNoMore), "calendarIsChannel": .truth(calendarIsChannel),
            "oneGrantPerEvent": .truth(oneGrantPerEvent), "daysToReply": .number(daysToReply),
            // Left out where there are none, as before there could be any.
            "costsWithoutEvent": costsWithoutEvent.isEmpty
                ? nil : .array(costsWithoutEvent.map { .text($0.rawValue) }),
        ])
    }
}

extension KeptEvaluation {
    fileprivate var json: CanonicalJSON {
        .members([
            "evaluatedAt": evaluatedAt.json, "ruleVersion": .number(ruleVersion), "verdict": .text(verdict.rawValue),
            "findings": .array(
                findings.map { finding in
                    .members([
                        "predicate": .text(finding.predicate), "severity": .text(finding.severity),
                        "verdict": .text(finding.verdict), "reason": .text(finding.reason),
                        "event": finding.event.map(CanonicalJSON.text),
                        "libraries": .array(finding.libraries.map(CanonicalJSON.text)),
                    ])
                }),
        ])
    }
}

extension Money {
    var json: CanonicalJSON { .text(decimal) }
}

extension Instant {
    var json: CanonicalJSON { .text(rfc3339) }
}

extension ReceivedApplication {
    /// What a mail that tells of the receipt needs: whose, what, when, under which number and with which hash.
    package func receiptPayload(_ application: GrantApplication, hash: [UInt8]) -> String {
        CanonicalJSON.members([
            "registryNumber": .text(registryNumber), "receivedAt": .text(receivedAt.rfc3339),
            "libraryId": .text(application.libraryID.description), "library": .text(record.applicant.name),
            "submittedBy": .text(signatoryID.description), "title": .text(record.title),
            "requestedAmount": record.requestedAmount.json, "currency": .text(Money.currency),
            "call": .text(callTitle), "sha256": .text(Hexadecimal.text(hash)),
            "coApplicants": .array(application.coApplicants.map { .text($0.description) }),
        ]).text
    }
}
