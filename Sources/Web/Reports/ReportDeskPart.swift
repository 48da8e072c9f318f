import Domain
import HTML
import Store

/// The reports that wait for somebody: due soon, overdue, to settle and to confirm.
struct ReportDeskPart {
    let reports: [ReportOnDesk]
    let today: Day
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if !reports.isEmpty {
            section(.class("panel")) {
                h2(phrases.reportsHeading)
                listing(
                    caption: phrases.reportsHeading,
                    [
                        Column(phrases.application), Column(phrases.applicant), Column(phrases.reportDueOn),
                        Column(phrases.status),
                    ], reports.map(row))
            }
        }
    }

    private func row(_ report: ReportOnDesk) -> TableRow {
        TableRow([
            link(to: Link.report(report.grantID)) { userText("\(report.registryNumber) \(report.title)") },
            userText(report.libraryName), HTML(phrases.day(report.dueOn)), standing(of: report),
        ])
    }

    private func standing(of report: ReportOnDesk) -> HTML {
        if report.state == .reported {
            return badge(report.isProposed ? phrases.reportIsToConfirm : phrases.reportIsToSettle)
        }
        if report.dueOn >= today { return badge(phrases.reportIsSoonDue) }
        let isLong = report.dueOn.adding(days: Grant.Reporting.daysUntilDemand) < today
        return badge(isLong ? phrases.reportIsToDemand : phrases.reportIsOverdue, kind: "bad")
    }
}
