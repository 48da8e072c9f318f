package import Domain

extension RuleInputs {
    /// The form in which inputs are written. A change of what they keep makes a new one; old ones stay readable.
    package static let form = 1

    /// The inputs as canonical JSON (RFC 8785), whole: what `rule_findings` in SQL reads, and
    /// `RuleInputs(canonicalText:)` reads back. Who claims an event stands there without the number of the case, which
    /// not everybody may see.
    package var canonicalText: String {
        CanonicalJSON.members([
            "form": .number(Self.form), "mode": .text(standing.rawValue), "evaluatedAt": instant.json,
            "applicant": .text(facts.applicant.description), "requestedOre": .number(facts.requestedAmount.ore),
            "withoutEventOre": facts.withoutEvent == .zero ? nil : .number(facts.withoutEvent.ore),
            "project": .members([
                "startsOn": facts.projectStartsOn.map { .text($0.text) },
                "endsOn": facts.projectEndsOn.map { .text($0.text) },
            ]),
            "rule": facts.rule.json, "region": facts.region.json(namedBy: everyEvent),
            "events": .array(
                facts.events.map { $0.event.inputs(share: $0.costShare, delivered: facts.delivered[$0.event.id]) }),
            "claims": claims.map { claims in
                .array(
                    claims.map {
                        .members(["eventId": .text($0.eventID.description), "isGranted": .truth($0.isGranted)])
                    })
            },
            "condition": standing == .actual ? condition : nil,
        ]).text
    }

    /// Every state of every event that the rule looks at.
    private var everyEvent: [Event] {
        facts.events.map(\.event) + (facts.history ?? []).map(\.event) + [before].compactMap { $0 }
    }

    private var condition: CanonicalJSON {
        .members([
            "hosts": facts.hostsOfItsDay.map { .array($0.sorted().map { .text($0.description) }) },
            "promisedSeats": facts.promisedSeats.map { .text($0.number.map(String.init) ?? "unlimited") },
            "isLogged": facts.isLogged.map(CanonicalJSON.truth),
            "history": facts.history.map { history in
                .array(history.map { .members(["since": $0.since.json, "event": $0.event.inputs()]) })
            },
            "before": before.map { $0.inputs() },
        ])
    }
}

extension RegionFacts {
    /// Of the branches those that an invitation names: no other counts.
    fileprivate func json(namedBy events: [Event]) -> CanonicalJSON {
        let named = Set(events.flatMap(\.invitation.branches)).sorted()
        return .members([
            "members": .array(
                members.map {
                    .members([
                        "libraryId": .text($0.libraryID.description), "validFrom": .text($0.validFrom.text),
                        "validTo": $0.validTo.map { .text($0.text) },
                    ])
                }),
            "municipalityCodes": .array(municipalityCodes.sorted().map(CanonicalJSON.text)),
            "successions": successionsJSON, "boards": boardsJSON,
            "branches": .array(
                named.compactMap { branch in
                    libraryOfBranch[branch].map {
                        .members(["branchId": .text(branch.description), "libraryId": .text($0.description)])
                    }
                }),
        ])
    }

    /// nil: there are none.
    private var successionsJSON: CanonicalJSON? {
        guard !successions.isEmpty else { return nil }
        return .array(
            successions.map {
                .members([
                    "libraryId": .text($0.libraryID.description), "successorId": .text($0.successorID.description),
                    "from": .text($0.from.text),
                ])
            })
    }

    /// nil: there are none.
    private var boardsJSON: CanonicalJSON? {
        guard !boards.isEmpty else { return nil }
        return .array(
            boards.map {
                .members([
                    "boardId": .text($0.boardID.description), "libraryId": .text($0.libraryID.description),
                    "validFrom": .text($0.validFrom.text), "validTo": $0.validTo.map { .text($0.text) },
                ])
            })
    }
}

extension Event {
    /// What the rule reads of an event, with its version, under which `event_versions` has the rest.
    fileprivate func inputs(share: Money? = nil, delivered: Set<Library.ID>? = nil) -> CanonicalJSON {
        .members([
            "id": .text(id.description), "version": .number(version), "costShareOre": share.map { .number($0.ore) },
            "status": .text(statusWord), "publishedAt": publishedAt?.json,
            "daySaidAt": daySaidAt?.json, "startsAt": details.startsAt.json,
            "endsAt": details.endsAt.json, "host": .text(details.hostLibraryID.description),
            "confirmedCoHosts": .array(confirmedCoHosts.map { .text($0.description) }),
            "attendance": .text(details.attendance.rawValue),
            "venue": details.venue.map { .members(["municipalityCode": $0.municipalityCode.map(CanonicalJSON.text)]) },
            "hasLink": .truth(details.onlineURL != nil), "recordingOnly": details.recordingOnly ? .truth(true) : nil,
            "audience": .array(details.audience.map { .text($0.rawValue) }), "seats": details.seats.inputs,
            "registration": details.registration.inputs,
            "prices": .members([
                "ownOre": .number(details.prices.own.ore), "othersOre": .number(details.prices.others.ore),
            ]),
            "invitation": invitation.inputs,
            "delivered": delivered.flatMap { libraries in
                libraries.isEmpty ? nil : .array(libraries.sorted().map { .text($0.description) })
            },
        ])
    }

    private var statusWord: String {
        switch status {
        case .draft: "draft"
        case .published: "published"
        case .cancelled: "cancelled"
        }
    }
}

extension Seats {
    fileprivate var inputs: CanonicalJSON {
        .members([
            "capacity": capacity.map(CanonicalJSON.number), "own": .number(own), "others": .number(others),
            "any": .number(any),
        ])
    }
}

extension RegistrationWindow {
    fileprivate var inputs: CanonicalJSON {
        .members(["opensAt": opensAt?.json, "closesAt": closesAt?.json, "othersCloseAt": othersCloseAt?.json])
    }
}

extension Invitation {
    fileprivate var inputs: CanonicalJSON {
        .members([
            "scope": .text(scope.rawValue), "state": .text(state.rawValue),
            "libraries": .array(libraries.map { .text($0.description) }),
            "branches": .array(branches.map { .text($0.description) }), "publishedAt": publishedAt?.json,
            "visibleFrom": window.visibleFrom?.json, "visibleUntil": window.visibleUntil?.json,
            "publishBy": window.publishBy?.json,
        ])
    }
}
