import Domain
import HTML
import Store

/// How much of a call's money is granted, asked for and left.
struct BudgetPage {
    let request: WebRequest
    let call: Call
    let window: PageWindow
    let applications: [ApplicationInCall]
    let total: Int
    /// Of the call, then of its tracks.
    let money: [CallMoney]

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        p { link(to: Link.call(call.id)) { userText(call.details.title) } }
        h1(phrases.budgetTitle)
        MoneyTable(caption: phrases.budgetTitle, money: money, phrases: phrases).html
        if call.details.budget > .zero {
            meter(
                label: phrases.granted, value: call.committed.ore / 100, of: call.details.budget.ore / 100)
        }
        if applications.isEmpty { p(phrases.noApplicationsYet) } else { list }
        paging(window, total: total, for: request)
    }

    private var list: HTML {
        listing(
            caption: phrases.applicationsOfCall,
            [
                Column(phrases.application), Column(phrases.registryNumber), Column(phrases.applicant),
                Column(phrases.status), Column(phrases.sought, isNumber: true), Column(phrases.granted, isNumber: true),
            ], applications.map(row))
    }

    private func row(_ application: ApplicationInCall) -> TableRow {
        TableRow([
            link(to: Link.deskCase(application.id)) { userText(application.title) },
            HTML(application.registryNumber ?? ""), userText(application.libraryName),
            HTML(phrases.name(application.status)), HTML(phrases.money(application.requestedAmount)),
            HTML(application.granted.map { phrases.money($0) } ?? "–"),
        ])
    }
}

/// The money of every call and its tracks, in one table for each call.
struct BudgetBoardPage {
    let request: WebRequest
    let board: BudgetBoard
    let window: PageWindow

    private var phrases: Phrases { request.phrases }

    @HTMLBuilder var html: HTML {
        h1(phrases.budgetBoardTitle)
        p(phrases.budgetBoardLead, .class("lead"))
        if board.calls.isEmpty { p(phrases.noCalls) }
        for call in board.calls {
            h2 { link(to: Link.budget(call.whole.callID)) { userText(phrases.words(call.whole.name)) } }
            MoneyTable(
                caption: phrases.words(call.whole.name), money: [call.whole] + call.tracks, phrases: phrases
            ).html
        }
        paging(window, total: board.total, for: request)
    }
}

/// The money of a call in a row, and under it that of each of its tracks.
struct MoneyTable {
    let caption: String
    let money: [CallMoney]
    let phrases: Phrases

    var html: HTML {
        listing(
            caption: caption,
            [
                Column(phrases.moneyOf), Column(phrases.budgetOfCall, isNumber: true),
                Column(phrases.granted, isNumber: true), Column(phrases.paidOut, isNumber: true),
                Column(phrases.appliedFor, isNumber: true), Column(phrases.stillAskedFor, isNumber: true),
                Column(phrases.left, isNumber: true), Column(phrases.shareSpent, isNumber: true),
            ], money.map(row))
    }

    private func row(_ money: CallMoney) -> TableRow {
        TableRow([
            money.trackID == nil ? HTML(phrases.wholeCall) : userText(phrases.words(money.name)),
            HTML(phrases.money(money.budget)), HTML(phrases.money(money.committed)), HTML(phrases.money(money.paid)),
            HTML(phrases.money(money.appliedFor)), HTML(phrases.money(money.askedFor)),
            HTML(phrases.money(money.free)), HTML(phrases.percent(Double(money.spentShare) / 10_000)),
        ])
    }
}
