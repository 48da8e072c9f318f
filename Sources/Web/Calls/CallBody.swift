import Domain

/// What a body says of a call: all of it, or what shall change.
struct CallBody: Sendable {
    var title: String?
    var description: String?
    var opensAt: Instant?
    var closesAt: Instant?
    var projectStartsOn: Said<Day>
    var projectEndsOn: Said<Day>
    var budget: Money?
    var maximumAmount: Said<Money>
    var invite: CallRule.Breadth?
    var noticeDays: Int?
    var minimumSeatsForOthers: Int?
    var maximumOwnShare: Double?
    var othersPayNoMore: Bool?
    var oneGrantPerEvent: Bool?
    var costsWithoutEvent: [GrantRequest.BudgetLine.Kind]?
    var daysToReply: Int?
    var payment: Payment.Mode?
    var acceptanceNeeded: Bool?
    var reportDays: Int?
    var paymentAfterAppeal: Bool?
    var texts: [CallSection: BilingualText]?
    var tracks: [CallTrack]?
    var rounds: [CallRound]?
    var rolling: Bool?

    /// Reads every member that the API knows of a call. Faults stay with the reader.
    init(_ json: ObjectReader) {
        title = json.given("title", json.text)
        description = json.given("description", json.text)
        opensAt = json.given("opensAt", json.moment)
        closesAt = json.given("closesAt", json.moment)
        projectStartsOn = json.said("projectStartsOn", json.sensibleDay)
        projectEndsOn = json.said("projectEndsOn", json.sensibleDay)
        budget = json.given("budget", json.money)
        maximumAmount = json.said("maximumAmount", json.money)
        let rule = json.given("rule") { json.object($0) }
        invite = rule?.given("invite") { rule?.breadth($0) }
        noticeDays = rule?.given("noticeDays") { rule?.integer($0) }
        minimumSeatsForOthers = rule?.given("minimumSeatsForOthers") { rule?.integer($0) }
        maximumOwnShare = rule?.given("maximumOwnShare") { rule?.number($0) }
        othersPayNoMore = rule?.given("othersPayNoMore") { rule?.truth($0) }
        costsWithoutEvent = rule?.given("costsWithoutEvent") { rule?.choices($0, GrantRequest.BudgetLine.Kind.self) }
        oneGrantPerEvent = rule?.given("oneGrantPerEvent") { rule?.truth($0) }
        texts = json.given("texts", json.sections)
        tracks = json.given("tracks", json.tracks)
        rounds = json.given("rounds", json.rounds)
        rolling = json.given("rolling", json.truth)
        daysToReply = rule?.given("daysToReply") { rule?.integer($0) }
        let terms = json.given("terms") { json.object($0) }
        payment = terms?.given("payment") { terms?.choice($0, Payment.Mode.self) }
        acceptanceNeeded = terms?.given("acceptanceNeeded") { terms?.truth($0) }
        reportDays = terms?.given("reportDays") { terms?.integer($0) }
        paymentAfterAppeal = terms?.given("paymentAfterAppeal") { terms?.truth($0) }
    }
}

extension CallBody {
    /// The details and the rule of a new call, or every fault of the body.
    static func newCall(_ json: ObjectReader) throws(Refusal) -> (CallDetails, CallRule) {
        let body = CallBody(json)
        for name in ["title", "opensAt", "closesAt", "budget"] where !json.has(name) { json.fault(name, .isMissing) }
        // Stand-ins for what is missing: they are never kept, since end() throws.
        let opensAt = body.opensAt ?? body.closesAt?.adding(days: -1) ?? Instant(microseconds: 0)
        let blank = CallDetails(
            title: "", opensAt: opensAt, closesAt: opensAt.adding(days: 1),
            budget: body.maximumAmount.over(nil) ?? .kronor(1))
        let (details, rule) = body.edit(blank, CallRule())
        var found = FieldErrors()
        details.validate(&found)
        rule.validate(&found)
        json.add(found)
        try json.end()
        return (details, rule)
    }

    /// The call with what the body says put over it.
    @Sendable func edit(_ details: CallDetails, _ rule: CallRule) -> (CallDetails, CallRule) {
        var details = details
        details.title = title ?? details.title
        details.description = description ?? details.description
        details.opensAt = opensAt ?? details.opensAt
        details.closesAt = closesAt ?? details.closesAt
        details.projectStartsOn = projectStartsOn.over(details.projectStartsOn)
        details.projectEndsOn = projectEndsOn.over(details.projectEndsOn)
        details.budget = budget ?? details.budget
        details.maximumAmount = maximumAmount.over(details.maximumAmount)
        details.terms.payment = payment ?? details.terms.payment
        details.terms.needsAcceptance = acceptanceNeeded ?? details.terms.needsAcceptance
        details.terms.reportDays = reportDays ?? details.terms.reportDays
        details.terms.paysAfterAppeal = paymentAfterAppeal ?? details.terms.paysAfterAppeal
        details.texts = texts ?? details.texts
        details.tracks = tracks ?? details.tracks
        details.rounds = rounds ?? details.rounds
        details.isRolling = rolling ?? details.isRolling
        return (details, edit(rule))
    }

    private func edit(_ rule: CallRule) -> CallRule {
        var rule = rule
        rule.invite = invite ?? rule.invite
        rule.noticeDays = noticeDays ?? rule.noticeDays
        rule.minimumSeatsForOthers = minimumSeatsForOthers ?? rule.minimumSeatsForOthers
        rule.maximumOwnShare = maximumOwnShare ?? rule.maximumOwnShare
        rule.othersPayNoMore = othersPayNoMore ?? rule.othersPayNoMore
        rule.oneGrantPerEvent = oneGrantPerEvent ?? rule.oneGrantPerEvent
        rule.daysToReply = daysToReply ?? rule.daysToReply
        rule.costsWithoutEvent = GrantRequest.BudgetLine.Kind.allCases.filter(
            (costsWithoutEvent ?? rule.costsWithoutEvent).contains)
        return rule
    }
}

extension ObjectReader {
    /// `"all"`, or a number of other libraries. No region has a thousand.
    fileprivate func breadth(_ name: String) -> CallRule.Breadth? {
        switch value(name) {
        case .none: return nil
        case .string("all"): return .all
        case .number:
            guard let least = integer(name) else { return nil }
            if least > 1000 { fault(name, .isTooLarge(most: 1000)) }
            return .atLeast(least)
        default:
            fault(name, .isNot(.number))
            return nil
        }
    }

    fileprivate func sensibleDay(_ name: String) -> Day? {
        guard let day = day(name) else { return nil }
        if let wrong = SensibleTime.fault(of: day) { fault(name, wrong) }
        return day
    }
}
