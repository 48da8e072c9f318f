/// The languages of the service.
package enum Language: String, Sendable, CaseIterable {
    case swedish = "sv"
    case english = "en"

    /// The first of ours that Accept-Language prefers (RFC 9110 12.5.4); Swedish where it says nothing of either.
    init(preferred field: String?) {
        var best: (language: Language, weight: Double)?
        for range in (field ?? "").prefix(200).split(separator: ",") {
            let parts = range.split(separator: ";")
            let tag = (parts.first ?? "").filter { $0 != " " }.lowercased().split(separator: "-").first ?? ""
            let quality = parts.dropFirst().first.map { String($0.filter { $0 != " " }) } ?? "q=1"
            guard let language = Language(rawValue: String(tag)), let weight = Double(quality.dropFirst(2)), weight > 0
            else { continue }
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        self = best?.language ?? .swedish
    }
}

/// All that the service says, in one language. Each feature adds its phrases in an extension.
package struct Phrases: Sendable {
    package let language: Language
    /// What the region calls its grants in Swedish.
    let noun: GrantNoun

    package init(_ language: Language) { self.init(language, noun: .bidrag) }

    package init(_ language: Language, noun: GrantNoun) {
        self.language = language
        self.noun = noun
    }

    /// One phrase in both languages, so that neither is forgotten.
    package func say(_ swedish: SwedishPhrase, en english: String) -> String {
        switch language {
        case .swedish: swedish.text(noun)
        case .english: english
        }
    }
}
