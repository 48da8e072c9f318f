import Domain
import Testing

@testable import Web

@Suite struct `Everything is said in both languages` {
    let both = Language.allCases.map(Phrases.init)

    /// Fails for what is empty or the same in both languages, unless it is the same word.
    func check(_ said: [String], _ words: Set<String> = []) {
        #expect(said.allSatisfy { !$0.isEmpty })
        #expect(said[0] != said[1] || words.contains(said[0]), "\(said[0])")
    }

    @Test func `problems of every code`() {
        #expect(Problem.examples.count > 30)
        #expect(Set(Problem.examples.map(\.code)).count == Problem.examples.count)
        for problem in Problem.examples {
            check(both.map { $0.title(problem) })
            check(both.map { $0.detail(problem) })
            #expect(both[0].explanation(ofCode: problem.code) != nil)
        }
    }

    @Test func `findings, reasons and repairs`() {
        for reason in Finding.Reason.allCases { check(both.map { $0.message(reason) }) }
        for reason in Refusal.Reason.allCases { check(both.map { $0.message(reason) }) }
        for repair in Repairs.repairs { check(both.map { $0.label(repair) }) }
    }

    @Test func `faults of fields`() {
        let forms: [FieldError.Form] = [
            .text, .number, .truth, .time, .day, .money, .list, .object, .address, .webAddress, .identifier,
        ]
        let plain: [FieldError.Fault] = [
            .isMissing, .isUnknownField, .isTooLong(limit: 200), .isTooSmall(least: 1), .isTooLarge(most: 1000),
            .isNotOneOf(["a", "b"]), .doesNotExist, .isTwice, .isNotAfter("startsAt"), .isTooEarly(than: "demandedAt"),
            .isTooLate(than: "endsAt"),
            .isInTheHourThatSpringLeavesOut, .doesNotAddUp(to: .kronor(1000)), .seatsDoNotAddUp(to: 30),
            .isMoreThan(.kronor(1)), .isNotAttested,
            .hasControlCharacters, .isLocked, .weightsDoNotAddUp(to: 100), .isTooLargeAFile(most: 1),
            .areTooLargeFiles(most: 1), .areTooManyFiles(most: 1), .isNoFileName, .isNotAFile(of: ["pdf"]),
            .endsOtherwise(than: ["pdf"]), .isInfected, .isNotConfirmed, .isBooked,
        ]
        let faults = plain + forms.map { .isNot($0) }
        for fault in faults { check(both.map { $0.message(fault) }) }
        #expect(Set(faults.map(\.code)).count == faults.count)
    }

    @Test func `names of states and kinds`() {
        let same: Set<String> = ["Material", "Administrator"]
        for kind in EventKind.allCases { check(both.map { $0.name(kind) }) }
        for attendance in Attendance.allCases { check(both.map { $0.name(attendance) }) }
        for audience in Audience.allCases { check(both.map { $0.name(audience) }) }
        for role in Role.allCases { check(both.map { $0.name(role) }, same) }
        for scope in Invitation.Scope.allCases { check(both.map { $0.name(scope) }) }
        for state in Invitation.State.allCases { check(both.map { $0.name(state) }) }
        for kind in Library.Kind.allCases { check(both.map { $0.name(kind) }) }
        for status in GrantApplication.Status.allCases { check(both.map { $0.name(status) }) }
        for kind in GrantRequest.BudgetLine.Kind.allCases { check(both.map { $0.name(kind) }, same) }
        for state in Grant.State.allCases { check(both.map { $0.name(state) }) }
        for state in Condition.State.allCases { check(both.map { $0.name(state) }) }
        for verdict in Verdict.allCases { check(both.map { $0.name(verdict) }) }
        for ground in DeclaredConflict.Ground.allCases { check(both.map { $0.name(ground) }) }
        for side in CaseMessage.Side.allCases { check(both.map { $0.name(side) }) }
        for severity in Severity.allCases { check(both.map { $0.name(severity) }) }
        for month in 1...12 { check(both.map { $0.monthName(month) }, ["april", "september", "november", "december"]) }
        for day in 0..<7 { check(both.map { $0.weekdayName(Day(daysSince1970: day)) }) }
    }
}

@Suite struct `Dates and numbers as authorities write them` {
    let sv = Phrases(.swedish)
    let en = Phrases(.english)

    func at(_ text: String) throws -> Instant { try #require(Instant(rfc3339: text)) }

    @Test func `spans of time`() throws {
        let start = try at("2027-04-27T10:00:00+02:00")
        let end = try at("2027-04-27T12:00:00+02:00")
        #expect(sv.span(from: start, to: end) == "den 27 april 2027 kl. 10.00–12.00")
        #expect(en.span(from: start, to: end) == "27 April 2027, 10.00–12.00")
        let later = try at("2027-04-28T09:05:00+02:00")
        #expect(sv.span(from: start, to: later) == "den 27 april 2027 kl. 10.00 – den 28 april 2027 kl. 9.05")
        #expect(en.span(from: start, to: later) == "27 April 2027, 10.00 – 28 April 2027, 9.05")
    }

    @Test func `whole days have no clock`() throws {
        let start = try at("2027-04-27T00:00:00+02:00")
        let end = try at("2027-04-28T00:00:00+02:00")
        #expect(sv.span(from: start, to: end, allDay: true) == "den 27 april 2027")
        let later = try at("2027-05-03T00:00:00+02:00")
        #expect(sv.span(from: start, to: later, allDay: true) == "den 27 april 2027 – den 2 maj 2027")
    }

    @Test(arguments: [
        ("2026-12-28", 2026, 53), ("2027-01-03", 2026, 53), ("2027-01-04", 2027, 1), ("2024-12-30", 2025, 1),
        ("2027-04-27", 2027, 17), ("2021-01-01", 2020, 53),
    ])
    func `weeks are those of ISO 8601`(_ text: String, _ year: Int, _ week: Int) throws {
        let day = try #require(Day(text))
        #expect(day.isoWeek == (year, week))
        #expect(sv.week(day) == "v. \(week)")
    }

    @Test func `weekdays in words`() throws {
        let day = try #require(Day("2027-04-27"))
        #expect(sv.weekdayAndDay(day) == "tisdag 27 april 2027")
        #expect(en.weekdayAndDay(day) == "Tuesday 27 April 2027")
    }

    @Test func `numbers and money`() {
        #expect(sv.number(1_234_567) == "1\u{A0}234\u{A0}567")
        #expect(en.number(1_234_567) == "1,234,567")
        #expect(sv.number(-999) == "\u{2212}999")
        #expect(sv.money(.kronor(35_000)) == "35\u{A0}000\u{A0}kr")
        #expect(sv.money(Money(ore: 3_500_005)) == "35\u{A0}000,05\u{A0}kr")
        #expect(en.money(.kronor(35_000)) == "SEK\u{A0}35,000")
        #expect(sv.percent(0.125) == "12,5\u{A0}%")
        #expect(en.percent(0.5) == "50%")
    }

    @Test(arguments: [
        (nil, Language.swedish), ("en", .english), ("en-GB,sv;q=0.8", .english), ("sv;q=0.5, en;q=0.7", .english),
        ("de", .swedish), ("de, en;q=0.1", .english), ("en;q=0", .swedish), ("*", .swedish), ("en;q=x", .swedish),
    ])
    func `the language that the browser prefers`(_ field: String?, _ language: Language) {
        #expect(Language(preferred: field) == language)
    }
}
