import Domain

/// What a body says of an application: all of it, or what shall change, as a JSON Merge Patch (RFC 7396). What it does
/// not name stays, null empties, objects are merged, and lists and amounts take the place of what was there.
struct GrantRequestBody: Sendable {
    var title: String?
    var purpose: Said<String>
    var events: Said<[GrantRequest.CostShare]>
    var budget: Said<[GrantRequest.BudgetLine]>
    var requestedAmount: Said<Money>
    var trackID: Said<CallTrack.ID>
    var project: Said<ProjectPlanBody>
    var answers: Said<Answers>

    /// Reads every member that an applicant may write. Faults stay with the reader.
    init(_ json: ObjectReader) {
        title = json.given("title", json.text)
        purpose = json.said("purpose", json.text)
        events = json.said("events") { name in
            json.objects(name)?.map {
                GrantRequest.CostShare(
                    eventID: $0.requiredID("eventId", Event.self), amount: $0.requiredMoney("costShare"))
            }
        }
        budget = json.said("budget") { name in
            json.objects(name)?.map {
                GrantRequest.BudgetLine(
                    kind: $0.requiredChoice("kind", GrantRequest.BudgetLine.Kind.fee),
                    amount: $0.requiredMoney("amount"))
            }
        }
        requestedAmount = json.said("requestedAmount", json.money)
        trackID = json.said("trackId") { json.id($0, CallTrack.self) }
        project = json.said("project") { json.object($0).map(ProjectPlanBody.init) }
        answers = json.said("answers") { name in
            json.objects(name).map { items in
                let given = items.map { ($0.requiredID("questionId", Question.self), $0.answerValues) }
                return Dictionary(given.filter { !$0.1.isEmpty }) { $1 }
            }
        }
    }

    /// The request with what the body says put over it.
    @Sendable func edit(_ request: GrantRequest) -> GrantRequest {
        var request = request
        request.title = title ?? request.title
        request.purpose = purpose.over(request.purpose) ?? ""
        request.events = events.over(request.events) ?? []
        request.budget = budget.over(request.budget) ?? []
        request.requestedAmount = requestedAmount.over(request.requestedAmount) ?? .zero
        request.trackID = trackID.over(request.trackID)
        switch project {
        case .nothing: break
        case .null: request.plan = ProjectPlan()
        case .value(let body): request.plan = body.edit(request.plan)
        }
        request.answers = answers.over(request.answers) ?? [:]
        return request
    }
}

/// An application that is about to be drafted.
struct NewGrantApplication: Sendable {
    let callID: Call.ID
    let libraryID: Library.ID
    let request: GrantRequest

    /// Reads the whole body, or throws every fault of it. A draft needs no more than a title.
    init(_ json: ObjectReader) throws(Refusal) {
        callID = json.requiredID("callId", Call.self)
        libraryID = json.requiredID("libraryId", Library.self)
        let body = GrantRequestBody(json)
        if !json.has("title") { json.fault("title", .isMissing) }
        request = body.edit(GrantRequest(title: ""))
        var found = FieldErrors()
        request.validate(&found)
        json.add(found)
        try json.end()
    }
}
