import Domain
import HTML
import Postgres
import Store

/// Papers that could not be printed yet, on the desk.
struct WaitingPrintsPart {
    let prints: [WaitingPrint]
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        if !prints.isEmpty {
            notice(phrases.printsWaitHeading, kind: "warning") {
                if prints.contains(where: \.toolIsMissing) { p(phrases.printToolIsMissing) }
                ul {
                    for print in prints {
                        li {
                            link(print.number, to: Link.deskCase(print.applicationID))
                            ": \(phrases.printIsTried(print))"
                            if !print.toolIsMissing { div(.class("detail")) { userParagraphs(print.fault) } }
                        }
                    }
                }
            }
        }
    }
}
