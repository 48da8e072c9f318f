import Domain
import Operations
import Store

extension Routes {
    /// The API of a call's questions: whoever sees the call reads them, and those who make calls change them.
    mutating func addCallQuestions(_ service: Service) {
        get("\(Link.API.calls)/:id/questions", access: .everyone) { request, person in
            let call = try await visibleCall(request.id(Call.self), to: person, service)
            return .json(version: call.version) { $0.write(call.questions) }
        }
        put("\(Link.API.calls)/:id/questions", access: .role(.caseOfficer, .decisionMaker, .developer)) {
            request, person in
            let version = try request.requiredVersion()
            let json = try request.json()
            let questions = json.questions("questions") ?? []
            if !json.has("questions") { json.fault("questions", .isMissing) }
            try json.end()
            let call = try await service.operations.changeQuestions(
                of: request.id(Call.self), by: person, expecting: version
            ) { _ in questions }
            return .json(version: call.version) { $0.write(call.questions) }
        }
    }

    /// The money of all calls, for the region alone.
    mutating func addBudgetBoard(_ service: Service) {
        get(Link.API.callBudgets, access: .loggedIn) { request, person in
            try request.allowParameters("limit", "page")
            guard person.seesDraftsOfCalls else { throw Refusal.notAllowed(.roleIsMissing) }
            let window = try request.page
            let board = try await BudgetBoard(window, service)
            return .list(board.calls, window, total: board.total, for: request) { json, call in
                json.writeBoard(call.whole, tracks: call.tracks)
            }
        }
    }
}

/// The money of a page of calls, each with its tracks.
struct BudgetBoard: Sendable {
    let calls: [(whole: CallMoney, tracks: [CallMoney])]
    let total: Int

    init(_ window: PageWindow, _ service: Service) async throws {
        let money = try await service.database.budgetBoard(limit: window.limit, offset: window.offset)
        calls = money.filter { $0.trackID == nil }.map { whole in
            (whole, money.filter { $0.callID == whole.callID && $0.trackID != nil })
        }
        total = try await service.database.calls(withDrafts: true, limit: 1, offset: 0).total
    }
}
