import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// By what a call's applications are reviewed, for everybody to read; and the reviews, for the region.
    mutating func addReviews(_ service: Service) {
        get("\(Link.API.calls)/:id/rubric", access: .everyone) { request, person in
            guard let call = try await service.database.call(request.id(Call.self)),
                call.publishedAt != nil || person?.mayMakeCalls == true || person?.isOfRegionalDesk == true
            else { throw Refusal.missing }
            let rubric = try await service.database.rubric(of: call.id)
            return .json(version: call.version) { $0.write(rubric) }
        }
        put("\(Link.API.calls)/:id/rubric", access: .anyRole([.caseOfficer, .decisionMaker, .developer])) {
            request, person in
            let version = try request.requiredVersion()
            let (required, criteria) = try readRubric(request.json())
            let id = try request.id(Call.self)
            let rubric = try await service.operations.decideRubric(
                of: id, requiredReviews: required, criteria: criteria, by: person, expecting: version)
            let current = try await service.database.call(id)?.version
            return .json(version: current) { $0.write(rubric) }
        }
        addReviewsOfCase(service)
    }

    /// The reviews of an application, for the region.
    private mutating func addReviewsOfCase(_ service: Service) {
        get("\(Link.API.applications)/:id/reviews", access: .loggedIn) { request, person in
            try request.allowParameters()
            let application = try await regionsCase(request, person, service)
            let reviews = try await service.database.reviews(of: application)
            let names = try await service.database.names(of: reviews.all.map(\.reviewedBy))
            return .json { $0.write(reviews, readBy: person, of: application, names) }
        }
        post("\(Link.API.applications)/:id/reviews", access: .role(.caseOfficer)) { request, person in
            let scores = try readScores(request.json())
            let id = try request.id(GrantApplication.self)
            _ = try await service.operations.giveReview(
                of: id, scores, by: person, request: request.repeatable(by: person))
            let application = try await regionsCase(request, person, service)
            let reviews = try await service.database.reviews(of: application)
            let names = try await service.database.names(of: reviews.all.map(\.reviewedBy))
            return .json(.created, location: Link.API.reviews(id)) {
                $0.write(reviews, readBy: person, of: application, names)
            }
        }
    }
}

/// The application in the path, for those who read what the region keeps to itself; to all others that looks missing.
func regionsCase(_ request: WebRequest, _ person: Person, _ service: Service) async throws -> GrantApplication {
    let application = try await visibleApplication(request, person, service)
    let events = try await service.database.events(application.request.events.map(\.eventID))
    guard application.showsNotes(to: person, hosts: events.flatMap(\.details.hosts)) else { throw Refusal.missing }
    return application
}

private func readRubric(_ json: ObjectReader) throws(Refusal) -> (Int, [Rubric.Criterion]) {
    let required = json.requiredInteger("requiredReviews")
    let criteria = json.required("criteria", json.objects("criteria"), or: []).map { item in
        let name = item.object("name", required: true)
        return Rubric.Criterion(
            nameInSwedish: name?.requiredText("sv") ?? "", nameInEnglish: name?.requiredText("en") ?? "",
            weight: item.requiredInteger("weight"), guidance: item.text("guidance") ?? "")
    }
    try json.end()
    return (required, criteria)
}

func readScores(_ json: ObjectReader) throws(Refusal) -> [Review.Score] {
    let scores = json.required("scores", json.objects("scores"), or: []).map { item in
        Review.Score(points: item.requiredInteger("points"), comment: item.requiredText("comment"))
    }
    try json.end()
    return scores
}

extension JSONWriter {
    fileprivate mutating func write(_ rubric: Rubric) {
        object {
            $0.member("version", rubric.version)
            $0.member("requiredReviews", rubric.requiredReviews)
            $0.array("criteria", rubric.criteria) { json, criterion in
                json.object {
                    $0.writeName(of: criterion)
                    $0.member("weight", criterion.weight)
                    $0.member("guidance", criterion.guidance)
                }
            }
        }
    }

    private mutating func writeName(of criterion: Rubric.Criterion) {
        object("name") {
            $0.member("sv", criterion.nameInSwedish)
            $0.member("en", criterion.nameInEnglish)
        }
    }

    /// Of what `person` may not read yet only the count is told, and no mean.
    fileprivate mutating func write(
        _ reviews: Reviews, readBy person: Person, of application: GrantApplication, _ names: [Person.ID: String]
    ) {
        let read = reviews.read(by: person, of: application)
        object {
            $0.member("rubricVersion", reviews.rubric.version)
            $0.member("requiredReviews", reviews.rubric.requiredReviews)
            $0.member("freshReviews", reviews.fresh.count)
            $0.member("countedReviews", reviews.counted.count)
            $0.member("areDone", reviews.areDone)
            if let mean = reviews.mean, read.count == reviews.all.count {
                $0.object("mean") {
                    $0.member("hundredths", mean.hundredths)
                    $0.member("sumOfHundredths", mean.sum)
                    $0.member("reviews", mean.count)
                }
            } else {
                $0.member("mean", String?.none)
            }
            $0.array("items", read) { $0.write($1, in: reviews, by: names[$1.reviewedBy]) }
        }
    }

    mutating func write(_ review: Review, in reviews: Reviews, by name: String?) {
        object {
            $0.member("id", review.id)
            $0.member("applicationVersion", review.applicationVersion)
            $0.member("reviewedBy", actor: name)
            $0.member("reviewedAt", review.reviewedAt)
            $0.member("isStale", reviews.isStale(review))
            $0.member("weightedHundredths", review.weightedHundredths(by: reviews.rubric))
            $0.array("scores", Array(zip(reviews.rubric.criteria, review.scores))) { json, item in
                json.object {
                    $0.writeName(of: item.0)
                    $0.member("weight", item.0.weight)
                    $0.member("points", item.1.points)
                    $0.member("comment", item.1.comment)
                }
            }
        }
    }
}
