import Domain
import HTML
import Operations
import Store

extension Routes {
    /// The page of a report: the library's form, and beside the decision what the region does with it.
    mutating func addReportPages(_ service: Service) {
        let pages = ReportPages(service: service)
        get("/grants/:id/report", access: .loggedIn) { request, person in try await pages.show(request, person) }
        post("/grants/:id/report", access: .loggedIn) { request, person in try await pages.write(request, person) }
        post("/grants/:id/report/return", access: .role(.caseOfficer)) { request, person in
            let places = ["reasons": "returnReasons", "dueOn": "returnDueOn"]
            return try await pages.command(request, person, .reportReturned, places) { id, form, version in
                let (reasons, due) = (form.requiredText("returnReasons"), form.requiredDay("returnDueOn"))
                try form.end()
                _ = try await service.operations.returnReport(
                    of: id, because: reasons, dueOn: due, by: person, expecting: version,
                    request: request.sentOnce(by: person))
            }
        }
        addSettlementForms(pages)
    }

    /// How the region settles a report: one person proposes, and another confirms it or sends it back.
    private mutating func addSettlementForms(_ pages: ReportPages) {
        let service = pages.service
        post("/grants/:id/report/settlement", access: .role(.caseOfficer)) { request, person in
            try await pages.command(request, person, .settlementProposed) { id, form, version in
                let accepted = form.ids("accepted", Event.self)
                let (reasons, due) = (form.requiredText("reasons"), form.day("dueOn"))
                try form.end()
                let finding = ReportFinding(
                    accepted: Dictionary(accepted.map { ($0, "") }, uniquingKeysWith: { $1 }), reasons: reasons,
                    dueOn: due)
                _ = try await service.operations.settleReport(
                    of: id, finding, by: person, expecting: version, request: request.sentOnce(by: person))
            }
        }
        addSecondEyes(pages)
        addWaysBackToReport()
    }

    /// Another person confirms a settlement, or sends it back.
    private mutating func addSecondEyes(_ pages: ReportPages) {
        let service = pages.service
        post("/grants/:id/report/settlement/confirmation", access: .role(.decisionMaker)) { request, person in
            try await pages.command(request, person, .settlementConfirmed) { id, form, version in
                let minutes = BoardFields.read(form)
                try form.end()
                _ = try await service.operations.confirmSettlement(
                    of: id, by: person, registering: minutes, expecting: version, request: request.sentOnce(by: person))
            }
        }
        post("/grants/:id/report/settlement/return", access: .role(.decisionMaker)) { request, person in
            try await pages.command(request, person, .settlementReturned, ["reasons": "settlementReasons"]) {
                id, form, version in
                let reasons = form.requiredText("settlementReasons")
                try form.end()
                _ = try await service.operations.returnSettlement(
                    of: id, because: reasons, by: person, expecting: version, request: request.sentOnce(by: person))
            }
        }
    }

    /// An address that only takes forms leads back to the report.
    private mutating func addWaysBackToReport() {
        for path in ["return", "settlement", "settlement/confirmation", "settlement/return"] {
            get("/grants/:id/report/\(path)", access: .loggedIn) { request, _ in
                .redirect(to: Link.report(try request.id(Grant.self)))
            }
        }
    }
}

private struct ReportPages: Sendable {
    let service: Service

    /// Saves what was typed, and sends it if that is asked for. What could be saved is saved also when it cannot be
    /// sent.
    func write(_ request: WebRequest, _ person: Person) async throws -> WebResponse {
        let file = try await ReportFile(request.id(Grant.self), for: person, service)
        let reader = ReportForm(file: file)
        var report = file.beginning
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            report = reader.read(form)
            let (attested, sends) = (form.truth("attested"), form.truth("send"))
            if sends { report = reader.withTotal(report, form) }
            reader.addFaults(of: report, sending: sends, attested: attested, to: form)
            try form.end()
            let saved = try await service.operations.saveReport(
                report, of: file.grant.id, by: person, expecting: version)
            if request.wantsJSON { return .saved(version: saved) }
            guard sends else { return .redirect(to: Link.after(.reportSaved, at: Link.report(file.grant.id))) }
            _ = try await service.operations.submitReport(
                of: file.grant.id, attested: attested, by: person, expecting: saved,
                request: request.sentOnce(by: person))
            return .redirect(to: Link.after(.reported, at: Link.report(file.grant.id)))
        } orShow: { refusal in
            if request.wantsJSON { throw refusal }
            return try await show(request, person, refusal: refusal, places: reader.places(report))
        }
    }

    func command(
        _ request: WebRequest, _ person: Person, _ done: Done, _ places: [String: String] = [:],
        _ work: (Grant.ID, FormReader, Int?) async throws -> Void
    ) async throws -> WebResponse {
        let id = try request.id(Grant.self)
        return try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            try await work(id, form, version)
            return .redirect(to: Link.after(done, at: Link.report(id)))
        } orShow: { refusal in
            try await show(request, person, refusal: refusal, places: places)
        }
    }

    func show(
        _ request: WebRequest, _ person: Person, refusal: Refusal? = nil, places: [String: String] = [:]
    ) async throws -> WebResponse {
        let file = try await ReportFile(request.id(Grant.self), for: person, service)
        let phrases = request.phrases
        let today = Stockholm.day(file.file.now)
        var values =
            refusal == nil ? ReportForm(file: file).typed(file.beginning) : request.typed
        if values["dueOn"] == nil { values["dueOn"] = [today.adding(days: Claim.daysToPay).text] }
        let typed = TypedForm(
            values, errors: refusal?.fieldErrors ?? [], places: places, phrases: phrases,
            label: { phrases.reportField($0, file) })
        let page = ReportPage(request: request, person: person, file: file, typed: typed, refusal: refusal)
        return .page(
            phrases.reportTitle, for: request, after: refusal, head: [.script(Assets.autosave.path)]
        ) { page.html }
    }
}

extension WebResponse {
    /// Tells the script that saves by itself which version it has saved.
    fileprivate static func saved(version: Int) -> WebResponse {
        .json {
            $0.object {
                $0.member("version", version)
                $0.object("shown") { _ in }
            }
        }
    }
}
