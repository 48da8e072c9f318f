import Domain
import HTTPTypes
import Operations
import Store

extension Routes {
    /// The report of a grant, from its draft to its settlement.
    mutating func addReports(_ service: Service) {
        let path = "\(Link.API.grants)/:id/report"
        get(path, access: .loggedIn) { request, person in try await service.answerReport(request, to: person) }
        put(path, access: .role(.applicant, .signatory)) { request, person in
            let id = try request.id(Grant.self)
            let version = try request.requiredVersion()
            let json = try request.json()
            let report = json.report()
            try json.end()
            _ = try await service.operations.saveReport(report, of: id, by: person, expecting: version)
            return try await service.answerReport(request, to: person)
        }
        post("\(path)/submission", access: .role(.signatory)) { request, person in
            let json = try request.json()
            let attested = json.requiredTruth("attested")
            try json.end()
            _ = try await service.operations.submitReport(
                of: request.id(Grant.self), attested: attested, by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await service.answerReport(request, to: person)
        }
        addSettlementOfReport(service)
        addReportPages(service)
    }

    private mutating func addSettlementOfReport(_ service: Service) {
        post("\(Link.API.grants)/:id/report/return", access: .role(.caseOfficer)) { request, person in
            let id = try request.id(Grant.self)
            let json = try request.json()
            let (reasons, due) = (json.requiredText("reasons"), json.requiredDay("dueOn"))
            try json.end()
            _ = try await service.operations.returnReport(
                of: id, because: reasons, dueOn: due, by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await service.answer(id, to: person)
        }
        post("\(Link.API.grants)/:id/settlement", access: .role(.caseOfficer)) { request, person in
            let id = try request.id(Grant.self)
            let json = try request.json()
            let accepted = json.objects("accepted")?.map {
                ($0.requiredID("eventId", Event.self), $0.text("note") ?? "")
            }
            let (reasons, due) = (json.requiredText("reasons"), json.day("dueOn"))
            try json.end()
            let finding = ReportFinding(
                accepted: Dictionary(accepted ?? [], uniquingKeysWith: { $1 }), reasons: reasons, dueOn: due)
            _ = try await service.operations.settleReport(
                of: id, finding, by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await service.answer(id, to: person)
        }
        addSecondEyes(service)
    }

    /// Another person confirms a settlement, or sends it back.
    private mutating func addSecondEyes(_ service: Service) {
        post("\(Link.API.grants)/:id/settlement/return", access: .role(.decisionMaker)) { request, person in
            let id = try request.id(Grant.self)
            let json = try request.json()
            let reasons = json.requiredText("reasons")
            try json.end()
            _ = try await service.operations.returnSettlement(
                of: id, because: reasons, by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await service.answer(id, to: person)
        }
        post("\(Link.API.grants)/:id/settlement/confirmation", access: .role(.decisionMaker)) { request, person in
            let id = try request.id(Grant.self)
            let command = try request.command()
            let minutes = BoardFields.read(command)
            try command.end()
            _ = try await service.operations.confirmSettlement(
                of: id, by: person, registering: minutes, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            return try await service.answer(id, to: person)
        }
    }
}

extension Service {
    /// The report as it is now, with the version of its draft.
    fileprivate func answerReport(_ request: WebRequest, to person: Person) async throws -> WebResponse {
        let file = try await ReportFile(request.id(Grant.self), for: person, self)
        return .json(version: file.draft?.version ?? 0) { $0.write(file, request.phrases) }
    }
}
