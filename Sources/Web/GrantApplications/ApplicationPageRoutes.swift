import Domain
import HTML
import HTTPTypes
import Operations
import Store

extension Routes {
    /// The pages on which a library writes, submits and follows its applications.
    mutating func addApplicationPages(_ service: Service) {
        let drafts = DraftPages(service: service)
        let writers = Access<Person>.role(.applicant, .signatory)
        get("/calls/:id/applications/new", access: writers) { request, person in try await drafts.new(request, person) }
        post("/calls/:id/applications/new", access: writers) { request, person in
            try await drafts.create(request, person)
        }
        get("/applications/:id/edit", access: .loggedIn) { request, person in
            try await drafts.overview(request, person)
        }
        for section in ApplicationSection.allCases {
            let path = "/applications/:id/edit/\(section.rawValue)"
            get(path, access: .loggedIn) { request, person in try await drafts.edit(section, request, person) }
            post(path, access: .loggedIn) { request, person in try await drafts.save(section, request, person) }
        }
        addApplicationCommands(service)
        addCompletionPages(service)
    }
}

/// The form of a draft: its overview, and a page for each section, that of the events with what the rule says.
struct DraftPages: Sendable {
    let service: Service

    func new(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let call = try await openCall(request)
        return try await page(.basics, request, person, call, typed: [:])
    }

    func create(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let call = try await openCall(request)
        return try await attempt {
            let form = try request.form()
            let library = form.requiredID("libraryId", Library.self)
            let draft = ApplicationForm.read(
                form, sent: request.typed, parts: ApplicationSection.basics.parts, over: GrantRequest(title: ""),
                call.questions)
            _ = form.text(ApplicationStepPage.then)
            try form.end()
            let id = try await service.operations.draftApplication(
                draft, to: call.id, from: library, by: person, request: request.sentOnce(by: person))
            return .redirect(to: Link.after(.draftSaved, at: Link.edit(.needs, of: id)))
        } orShow: { refusal in
            try await page(.basics, request, person, call, typed: request.typed, refusal: refusal)
        }
    }

    func overview(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let application = try await draft(request, person)
        let page = TaskListPage(
            request: request, application: application, call: try await callAsked(of: application),
            events: try await service.database.events(application.request.events.map(\.eventID)),
            libraries: try await service.database.libraryNames(),
            evaluation: try await service.operations.evaluateApplication(application, for: person),
            parts: try await service.parts(of: application, for: person), now: try await service.database.now())
        return .page(request.phrases.editApplication, for: request, after: nil) { page.html }
    }

    func edit(_ section: ApplicationSection, _ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let application = try await draft(request, person)
        let call = try await callAsked(of: application)
        return try await page(
            section, request, person, call,
            typed: ApplicationForm.values(application.request, call.questions, parts: section.parts),
            application: application)
    }

    /// Saves, and then mends what one button of the findings asks for, so that nothing typed is lost by mending.
    func save(_ section: ApplicationSection, _ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let application = try await draft(request, person)
        let call = try await callAsked(of: application)
        if let typed = request.typedWithMoreRows {
            return try await page(section, request, person, call, typed: typed, application: application)
        }
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            let repair = form.text(RepairButton.name)
            let goesOn = form.text(ApplicationStepPage.then) == ApplicationStepPage.goOn
            let typed = ApplicationForm.read(
                form, sent: request.typed, parts: section.parts, over: application.request, call.questions)
            let shown = ShownSection(section, in: request.typed)
            _ = form.text(ShownSection.field)
            try form.end()
            let saved = try await service.operations.editApplication(
                application.id, by: person, expecting: shown == nil ? version : nil
            ) { kept in
                let wanted = typed.over(kept, call.questions)
                guard let shown else { return kept.taking(section, from: wanted) }
                return try kept.taking(section, from: wanted) { shown.isIn($0) }
            }
            // Answers to questions that the form does not show are as they are kept.
            if request.wantsJSON { return .saved(saved, section, as: typed.over(saved.request, call.questions)) }
            if let repair {
                try await Repairs(service: service).perform(repair, in: saved, by: person)
                return .redirect(to: Link.after(.repaired, at: Link.edit(section, of: saved.id)))
            }
            return .redirect(to: address(after: section, of: saved, call, goesOn: goesOn))
        } orShow: { refusal in
            try await page(
                section, request, person, call, typed: request.typed,
                application: try await draft(request, person), refusal: refusal)
        }
    }

    private func address(
        after section: ApplicationSection, of application: GrantApplication, _ call: Call, goesOn: Bool
    ) -> String {
        guard goesOn else { return Link.after(.draftSaved, at: Link.edit(section, of: application.id)) }
        guard let next = ApplicationProgress.step(after: .section(section), asking: call.questions) else {
            return Link.after(.draftSaved, at: Link.application(application.id))
        }
        return Link.after(.draftSaved, at: Link.step(next, of: application.id))
    }

    private func openCall(_ request: WebRequest) async throws -> Call {
        guard let call = try await service.database.call(try request.id(Call.self)), call.publishedAt != nil else {
            throw Refusal.missing
        }
        return call
    }

    private func callAsked(of application: GrantApplication) async throws -> Call {
        guard let call = try await service.database.call(application.callID) else { throw Refusal.missing }
        return call
    }

    private func draft(_ request: WebRequest, _ person: Person) async throws -> GrantApplication {
        guard
            let application = try await service.database.grantApplication(try request.id(GrantApplication.self)),
            application.maySee(person)
        else { throw Refusal.missing }
        guard application.mayBeEdited(by: person) else { throw Refusal.notAllowed(.roleIsMissing) }
        guard application.status == .draft else { throw Refusal.conflict(.wrongState) }
        return application
    }

    private func page(
        _ section: ApplicationSection, _ request: WebRequest, _ person: Person, _ call: Call, typed: [String: [String]],
        application: GrantApplication? = nil, refusal: Refusal? = nil
    ) async throws -> WebResponse {
        let phrases = request.phrases
        let own = application.map { [$0.libraryID] } ?? person.libraries(as: .applicant, .signatory)
        let chosen = Set((application?.request.events.map(\.eventID) ?? []) + ApplicationForm.chosen(in: typed))
        let asksForEvents = section == .activities
        let fields = TypedForm(
            typed, errors: refusal?.fieldErrors ?? [], places: ApplicationForm.places(typed), phrases: phrases,
            label: phrases.applicationField(in: call.questions))
        let page = ApplicationStepPage(
            request: request, typed: fields, section: section, call: call, application: application,
            events: asksForEvents ? try await choosable(own, chosen: chosen, by: person) : [], own: own,
            libraries: try await service.database.libraryNames(), refusal: refusal,
            evaluation: try await (asksForEvents ? application : nil).mapAsync {
                try await service.operations.evaluateApplication($0, for: person)
            },
            shown: shownSection(section, of: application, request, refusal), now: try await service.database.now())
        return .page(page.title, for: request, after: refusal, head: [.script(Assets.autosave.path)]) { page.html }
    }

    /// What the form is based on: what it shows, and when it comes back with faults what it showed. Whoever has been
    /// shown both texts of a section decides with open eyes.
    private func shownSection(
        _ section: ApplicationSection, of application: GrantApplication?, _ request: WebRequest, _ refusal: Refusal?
    ) -> ShownSection? {
        let isNew = request.method == .get || refusal == .stale
        return (isNew ? nil : ShownSection(section, in: request.typed))
            ?? application.map { ShownSection(section, of: $0.request) }
    }

    /// The library's own events that may still be funded: what is to come and not cancelled, and what is chosen
    /// already.
    func choosable(
        _ libraries: [Library.ID], chosen: Set<Event.ID>, by person: Person
    ) async throws -> [Event] {
        let now = try await service.database.now()
        let hosted = try await service.database.events(hostedBy: libraries, limit: 200, offset: 0).events
        let missing = chosen.subtracting(hosted.map(\.id))
        let others = try await service.database.events(Array(missing)).filter { $0.maySee(person) }
        let open = hosted.filter { chosen.contains($0.id) || (!$0.isCancelled && $0.details.startsAt > now) }
        return (others + open).sorted { $0.details.startsAt < $1.details.startsAt }
    }
}
