import Domain
import HTML
import Operations
import Store

extension Routes {
    /// Where the region writes the criteria of a call, before the call is announced.
    mutating func addRubricPages(_ service: Service) {
        let pages = RubricPages(service: service)
        let makers = Access<Person>.role(.caseOfficer, .decisionMaker, .developer)
        get("/calls/:id/rubric", access: makers) { request, _ in try await pages.edit(request) }
        post("/calls/:id/rubric", access: makers) { request, person in try await pages.save(request, person) }
    }
}

/// The form of a rubric: any number of criteria, each a row.
enum RubricForm {
    static let criteria = FormRows(
        name: "criteria", fields: ["nameInSwedish", "nameInEnglish", "weight", "guidance"])

    static func read(_ form: FormReader, sent: [String: [String]]) -> (required: Int, criteria: [Rubric.Criterion]) {
        let required = form.requiredInteger("requiredReviews")
        criteria.pass(form, sent)
        let read = criteria.filled(in: sent).map { row in
            Rubric.Criterion(
                nameInSwedish: form.requiredText(criteria.field("nameInSwedish", row)),
                nameInEnglish: form.requiredText(criteria.field("nameInEnglish", row)),
                weight: form.requiredInteger(criteria.field("weight", row)),
                guidance: form.text(criteria.field("guidance", row)) ?? "")
        }
        return (required, read)
    }

    static func values(_ rubric: Rubric) -> [String: [String]] {
        var values = ["requiredReviews": ["\(rubric.requiredReviews)"]]
        for (row, criterion) in rubric.criteria.enumerated() {
            values[criteria.field("nameInSwedish", row)] = [criterion.nameInSwedish]
            values[criteria.field("nameInEnglish", row)] = [criterion.nameInEnglish]
            values[criteria.field("weight", row)] = ["\(criterion.weight)"]
            values[criteria.field("guidance", row)] = [criterion.guidance]
        }
        return values
    }

    /// An operation counts only rows in which something stands, and names their fields as the API does.
    static func places(_ typed: [String: [String]]) -> [String: String] {
        let filled = criteria.filled(in: typed)
        var places = ["criteria": criteria.field("weight", filled.first ?? 0)]
        for (index, row) in filled.enumerated() {
            places["criteria[\(index)].name.sv"] = criteria.field("nameInSwedish", row)
            places["criteria[\(index)].name.en"] = criteria.field("nameInEnglish", row)
            places["criteria[\(index)].weight"] = criteria.field("weight", row)
            places["criteria[\(index)].guidance"] = criteria.field("guidance", row)
        }
        return places
    }
}

private struct RubricPages: Sendable {
    let service: Service

    private func call(_ request: WebRequest) async throws -> Call {
        guard let call = try await service.database.call(try request.id(Call.self)) else { throw Refusal.missing }
        return call
    }

    func edit(_ request: WebRequest) async throws -> WebResponse {
        let call = try await call(request)
        return page(request, call, typed: RubricForm.values(try await service.database.rubric(of: call.id)))
    }

    func save(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let call = try await call(request)
        if request.typed[ApplicationForm.moreRows] != nil {
            var typed = request.typed
            let rows = RubricForm.criteria
            typed[rows.field("weight", (rows.numbers(in: typed).last ?? -1) + 1)] = [""]
            return page(request, call, typed: typed)
        }
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            let read = RubricForm.read(form, sent: request.typed)
            try form.end()
            _ = try await service.operations.decideRubric(
                of: call.id, requiredReviews: read.required, criteria: read.criteria, by: person, expecting: version)
            return .redirect(to: Link.after(.rubricSaved, at: Link.call(call.id)))
        } orShow: { refusal in
            page(request, call, typed: request.typed, refusal: refusal)
        }
    }

    private func page(
        _ request: WebRequest, _ call: Call, typed: [String: [String]], refusal: Refusal? = nil
    ) -> WebResponse {
        let phrases = request.phrases
        let fields = TypedForm(
            typed, errors: refusal?.fieldErrors ?? [], places: RubricForm.places(typed), phrases: phrases,
            label: phrases.rubricField)
        let page = RubricPage(request: request, call: call, typed: fields, refusal: refusal)
        return .page(phrases.rubricHeading, for: request, after: refusal) { page.html }
    }
}

private struct RubricPage {
    let request: WebRequest
    let call: Call
    let typed: TypedForm
    let refusal: Refusal?

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.call(call.id)) { userText(call.details.title) } }
        h1(phrases.rubricHeading)
        p(phrases.rubricMeans, .class("hint"))
        typed.summary
        if let refusal, refusal.fieldErrors.isEmpty { refusalNotice(refusal, phrases) }
        form(action: "\(Link.rubric(call.id))#error-summary", method: .post, .class("stacked")) {
            request.formToken
            button(phrases.saveDraft, .class("default-button"), .aria(.hidden, "true"), .tabIndex(-1))
            hidden(name: "version", value: "\(call.version)")
            typed.count("requiredReviews", hint: phrases.requiredReviewsHint)
            for row in RubricForm.criteria.shown(in: typed.everything, spare: 1) { criterion(row) }
            p { button(phrases.oneMoreCriterion, name: ApplicationForm.moreRows, value: "criteria", .class("quiet")) }
            div(.class("actions")) {
                button(phrases.saveDraft)
                link(phrases.cancelAndGoBack, to: Link.call(call.id))
            }
        }
    }

    private func criterion(_ row: Int) -> HTML {
        fieldset(legend: phrases.criterion(row + 1)) {
            typed.line(RubricForm.criteria.field("nameInSwedish", row))
            typed.line(RubricForm.criteria.field("nameInEnglish", row))
            typed.count(RubricForm.criteria.field("weight", row))
            typed.lines(RubricForm.criteria.field("guidance", row), 2, hint: phrases.optional)
        }
    }
}

/// By what applications are reviewed, on the page of the call: what one is judged by is said before one writes.
struct RubricPart {
    let rubric: Rubric
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if !rubric.criteria.isEmpty {
            h2(phrases.rubricHeading)
            p(phrases.reviewedBy(rubric.requiredReviews))
            listing(
                caption: phrases.rubricHeading,
                [Column(phrases.criterion), Column(phrases.weight, isNumber: true), Column(phrases.guidance)],
                rubric.criteria.map { criterion in
                    TableRow([
                        userText(phrases.name(criterion)), HTML("\(criterion.weight) %"),
                        userParagraphs(criterion.guidance),
                    ])
                })
        }
    }
}
