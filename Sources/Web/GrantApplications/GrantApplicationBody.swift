import Domain

/// What a body says of an application: all of it, or what shall change.
struct GrantRequestBody: Sendable {
    var title: String?
    var purpose: String?
    var events: [GrantRequest.CostShare]?
    var budget: [GrantRequest.BudgetLine]?
    var requestedAmount: Money?
    var trackID: Said<CallTrack.ID>
    var project: ProjectPlanBody?
    var answers: [(id: Question.ID, values: [String])]?

    /// Reads every member that an applicant may write. Faults stay with the reader.
    init(_ json: ObjectReader) {
        title = json.given("title", json.text)
        purpose = json.given("purpose", json.text)
        events = json.given("events") { name in
            json.objects(name)?.map {
                GrantRequest.CostShare(
                    eventID: $0.requiredID("eventId", Event.self), amount: $0.requiredMoney("costShare"))
            }
        }
        budget = json.given("budget") { name in
            json.objects(name)?.map {
                GrantRequest.BudgetLine(
                    kind: $0.requiredChoice("kind", GrantRequest.BudgetLine.Kind.fee),
                    amount: $0.requiredMoney("amount"))
            }
        }
        requestedAmount = json.given("requestedAmount", json.money)
        trackID = json.said("trackId") { json.id($0, CallTrack.self) }
        project = json.given("project") { json.object($0) }.map(ProjectPlanBody.init)
        answers = json.given("answers") { name in
            json.objects(name)?.map { ($0.requiredID("questionId", Question.self), $0.answerValues) }
        }
    }

    /// The request with what the body says put over it.
    @Sendable func edit(_ request: GrantRequest) -> GrantRequest {
        var request = request
        request.title = title ?? request.title
        request.purpose = purpose ?? request.purpose
        request.events = events ?? request.events
        request.budget = budget ?? request.budget
        request.requestedAmount = requestedAmount ?? request.requestedAmount
        request.trackID = trackID.over(request.trackID)
        request.plan = project?.edit(request.plan) ?? request.plan
        // Those that are not named stay, so that a question which is hidden for now costs nobody an answer.
        for answer in answers ?? [] { request.answers[answer.id] = answer.values.isEmpty ? nil : answer.values }
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
