import Domain
import HTML
import Postgres
import Store

/// A grant that depends on an event, as its host knows it.
struct DependentGrant: Sendable {
    let grant: Grant
    let title: String
    let registryNumber: String
    /// The condition that binds the event.
    let condition: Condition?
}

extension Querying {
    /// The grants of these libraries that an event's condition belongs to.
    func dependentGrants(on event: Event) async throws -> [DependentGrant] {
        let found = try await grants(for: .libraries(event.hosts), event: event.id, limit: 100).grants
        return try await named(found, on: event.id)
    }

    private func named(_ grants: [Grant], on event: Event.ID) async throws -> [DependentGrant] {
        var named: [DependentGrant] = []
        for grant in grants {
            guard let application = try await grantApplication(grant.applicationID) else { continue }
            named.append(
                DependentGrant(
                    grant: grant, title: application.request.title,
                    registryNumber: application.receipt?.registryNumber ?? "",
                    condition: grant.conditions.first { $0.eventID == event }))
        }
        return named
    }
}

/// Why a change to a funded event was not made, and how it can be made all the same. It stands inside the form, so that
/// what was typed goes along.
struct BreachPart {
    let typed: TypedForm
    let findings: [Finding]
    let grants: [DependentGrant]
    let libraries: LibraryNames

    private var phrases: Phrases { typed.phrases }

    /// The name of the button that makes the change as a deviation.
    static let buttonName = "deviation"

    /// Of a reason that is missing the form's own summary stands above.
    @HTMLBuilder var html: HTML {
        if findings.isEmpty {
            div(.class("notice notice-warning")) { content }
        } else {
            div(.class("error-summary"), .id("error-summary"), .role(.alert), .tabIndex(-1)) { content }
        }
    }

    @HTMLBuilder private var content: HTML {
        h2(phrases.changeWouldBreach)
        p(phrases.nothingChangedYet)
        FindingWords(phrases: phrases, libraries: libraries).list(findings, ofHeldCondition: true)
        for dependent in grants {
            p {
                "\(phrases.grantAtStake) "; DependentGrantName(grant: dependent, phrases: phrases).html
            }
        }
        p(phrases.deviationMeans)
        if !findings.isEmpty, !typed["reason"].trimmed.isEmpty { p { strong(phrases.reasonWaitsForItsButton) } }
        typed.lines("reason", 3)
        button(phrases.changeAsDeviation, name: Self.buttonName, value: "true", .class("serious"))
    }
}

/// Title, number and sum of a grant.
struct DependentGrantName {
    let grant: DependentGrant
    let phrases: Phrases

    @HTMLBuilder var html: HTML {
        link(to: Link.application(grant.grant.applicationID)) { userText(grant.title) }
        " (\(grant.registryNumber), \(phrases.money(grant.grant.amount)))"
        if let condition = grant.condition, let due = condition.replyDueAt {
            ". "; link(phrases.replyTitle, to: Link.reply(condition.id, of: grant.grant.id))
            " (\(phrases.answerBy(due)))"
        }
    }
}

extension Phrases {
    var changeWouldBreach: String {
        say("Ändringen bryter ett bidragsvillkor", en: "The change breaks a grant condition")
    }
    var nothingChangedYet: String {
        say(
            "Inget är ändrat än, och det du skrev finns kvar här nedanför.",
            en: "Nothing has changed yet, and what you typed is kept below.")
    }
    var grantAtStake: String { say("Bidraget som berörs:", en: "The grant concerned:") }
    var deviationMeans: String {
        say(
            "Du kan gå tillbaka och ändra på annat sätt. Eller gör ändringen ändå och anmäl den som en avvikelse: då får regionen veta det genast, utbetalningar pausas och ni får en tid på er att svara.",
            en:
                "You can make another change instead. Or make this one and report it as a deviation: the region is told at once, payments are held, and you are given time to reply."
        )
    }
    var changeAsDeviation: String {
        say("Gör ändringen och anmäl avvikelse", en: "Make the change and report a deviation")
    }
    /// To whoever has given a reason, and pressed the button that saves without one.
    fileprivate var reasonWaitsForItsButton: String {
        say(
            "Orsaken är ifylld, men ändringen är inte gjord. Tryck på ”Gör ändringen och anmäl avvikelse” för att göra den.",
            en:
                "The reason is filled in, but the change is not made. Press “Make the change and report a deviation” to make it."
        )
    }
    /// The main button of a form whose change would break a condition.
    var saveWithoutDeviation: String {
        say("Spara utan att anmäla avvikelse", en: "Save without reporting a deviation")
    }
    var reason: String { say("Orsak", en: "Reason") }
}
