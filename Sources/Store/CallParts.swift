package import Domain
package import Postgres
import SQL

extension Querying {
    /// The questions of a call as they were in `version`.
    package func questions(_ version: Int, of call: Call.ID) async throws -> QuestionSet? {
        try await first(SQL.Calls.questions(callID: call, version: version))
    }

    /// The call of an application, with the questions that it was received under; of a draft with those of now.
    package func call(of application: GrantApplication) async throws -> Call? {
        guard var call = try await call(application.callID) else { return nil }
        call.questions = try await questions(of: application, in: call)
        return call
    }

    /// The questions that an application is asked: once it is received, those that it was received under.
    package func questions(of application: GrantApplication, in call: Call) async throws -> QuestionSet {
        guard application.receipt != nil else { return call.questions }
        guard let version = application.questionVersion else { return QuestionSet() }
        if version == call.questions.version { return call.questions }
        return try await questions(version, of: call.id) ?? QuestionSet()
    }
}

extension Transaction {
    /// Keeps other questions of a locked call for ever, and asks them from now on. Gives their version.
    package func ask(_ questions: [Question], in call: Call.ID, by person: Person.ID) async throws -> Int {
        let latest: Int? = try await value(SQL.Calls.latestQuestionVersion(callID: call), column: "version")
        let version = (latest ?? 0) + 1
        try await execute(
            SQL.Calls.insertQuestions(
                callID: call, version: version, questions: JSONText(CallForms.text(of: questions)),
                recordedBy: person))
        try await execute(SQL.Calls.askQuestions(questionVersion: version, id: call))
        return version
    }

    /// The tracks and rounds of a call that has none.
    func insertParts(of call: Call.ID, _ details: CallDetails) async throws {
        let tracks = details.tracks
        try await execute(
            SQL.Calls.insertTracks(
                callID: call, ids: tracks.map(\.id), names: tracks.map(\.name.swedish),
                englishNames: tracks.map(\.name.english), budgets: tracks.map(\.budget.ore),
                maximumAmounts: tracks.map { $0.maximumAmount?.ore ?? 0 }))
        for round in details.rounds {
            try await execute(
                SQL.Calls.insertRound(
                    id: round.id, callID: call, opensAt: round.opensAt, closesAt: round.closesAt,
                    decisionExpectedOn: round.decisionExpectedOn))
        }
    }

    /// The standard fields of text of an application that has none.
    func setTexts(
        of id: GrantApplication.ID, to plan: ProjectPlan, fields: [ProjectPlan.Field] = ProjectPlan.Field.allCases
    ) async throws {
        let fields = fields.filter { !plan[$0].isEmpty }
        try await execute(
            SQL.GrantApplications.setTexts(
                applicationID: id, fields: fields.map(\.rawValue), contents: fields.map { plan[$0] }))
    }

    /// The answers of an application that has none.
    func setAnswers(of id: GrantApplication.ID, to answers: Answers) async throws {
        let rows = answers.sorted { $0.key < $1.key }.flatMap { id, values in
            values.enumerated().map { (id: id, position: $0.offset, value: $0.element) }
        }
        try await execute(
            SQL.GrantApplications.setAnswers(
                applicationID: id, questions: rows.map(\.id), positions: rows.map(\.position),
                contents: rows.map(\.value)))
    }
}

extension QuestionSet: PostgresRowDecodable {
    package init(_ row: Row) throws {
        self = try CallForms.questions(row["questions"], version: row["version"])
    }
}

extension ProjectPlan: PostgresRowDecodable {
    /// All but its texts, which are rows of their own.
    package init(_ row: Row) throws {
        let areas: [String] = try row["areas"]
        let groups: [String] = try row["priority_groups"]
        try self.init(
            areas: areas.map { try word($0, "areas") }, priorityGroups: groups.map { try word($0, "priority_groups") },
            ownHours: row["own_hours"], ownHourlyCost: row["own_hourly_cost"], otherFunding: row["other_funding"])
    }
}

/// One standard field of text of an application.
struct TextRow: PostgresRowDecodable {
    let applicationID: GrantApplication.ID
    let field: ProjectPlan.Field
    let content: String

    init(_ row: Row) throws {
        applicationID = try row["application_id"]
        field = try word(row["field"], "field")
        content = try row["content"]
    }
}

/// One value of an answer.
struct AnswerRow: PostgresRowDecodable {
    let applicationID: GrantApplication.ID
    let questionID: Question.ID
    let content: String

    init(_ row: Row) throws {
        applicationID = try row["application_id"]
        questionID = try row["question_id"]
        content = try row["content"]
    }
}
