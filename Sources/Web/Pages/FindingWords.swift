import Domain
import HTML
import Store

/// Says in plain words what the funding rule finds.
struct FindingWords {
    let phrases: Phrases
    let libraries: LibraryNames

    /// One finding as a sentence, with the libraries that it is about by name.
    func sentence(_ finding: Finding) -> String {
        let sentence = sentence(finding.reason, finding.libraries)
        return finding.cases.isEmpty ? sentence : "\(sentence) \(finding.cases.joined(separator: ", "))."
    }

    private func sentence(_ reason: Finding.Reason, _ ids: [Library.ID]) -> String {
        let names = libraries.list(ids).joined(separator: ", ")
        if names.isEmpty { return phrases.message(reason) }
        return "\(phrases.message(reason)) \(reason == .tooFewAreInvited ? phrases.forgotten(names) : names)"
    }

    /// A finding as it was kept.
    func sentence(_ kept: KeptFinding) -> String {
        guard let reason = Finding.Reason(rawValue: kept.reason) else { return kept.reason }
        return sentence(reason, kept.libraries.compactMap { Library.ID($0) })
    }

    /// A list of what stands in the way: of an application, or of a change to an event that a grant depends on.
    func list(_ findings: [Finding], in events: [Event] = [], ofHeldCondition isHeld: Bool = false) -> HTML {
        ul(.class("findings")) {
            for finding in findings {
                li {
                    p(sentence(finding))
                    if isHeld { p(phrases.holdsUntilTheEnd, .class("hint")) }
                    p(grounds(of: finding, in: events, isHeld: isHeld), .class("hint"))
                }
            }
        }
    }
}

extension Phrases {
    /// The rule in the words of its source, and what they mean to those who do not read Swedish.
    @HTMLBuilder var ruleAsItIsWritten: HTML {
        p(
            "Ett villkor för regional finansiering är att biblioteket också bjuder in personal från andra skånska bibliotek.",
            .lang("sv"))
        if language == .english {
            p(
                "(A condition of regional funding is that the library also invites staff from other libraries in Skåne.)",
                .class("hint"))
        }
    }
    var holdsUntilTheEnd: String {
        say(
            "Det är ett villkor för bidraget, som gäller tills händelsen är slut.",
            en: "This is a condition of the grant, and holds until the event has ended.")
    }
    func forgotten(_ names: String) -> String { say("Saknas: \(names).", en: "Missing: \(names).") }

    /// How a clause weighs, what it says, and its number.
    func clause(_ severity: Severity, _ predicate: String) -> String {
        let known = Predicate(rawValue: predicate).map { ": \(name($0))" } ?? ""
        return "\(name(severity))\(known) (\(predicate))"
    }

    /// What a finding means for the reader.
    func meaning(of finding: Finding) -> String {
        let label = clause(finding.severity, finding.predicate.rawValue)
        switch (finding.verdict, finding.severity) {
        case (.holds, _): return label
        case (.unknown, _):
            return "\(label). "
                + say(
                    "Det går inte att avgöra än, och måste klaras ut.",
                    en: "It cannot be told yet, and must be cleared up.")
        case (.fails, .core):
            return "\(label). "
                + say(
                    "Behövs för att ansökan ska kunna skickas in.",
                    en: "Needed before the application can be submitted.")
        case (.fails, .call):
            return "\(label). "
                + say("Behövs för att bidrag ska kunna beviljas.", en: "Needed before money can be granted.")
        case (.fails, .hint):
            return "\(label). " + say("Ett råd, som inte hindrar något.", en: "Advice, which stops nothing.")
        }
    }
}
