import Domain
import HTML

/// A form as a page shows it: what stands in its fields, what each is called, and what is wrong with it. What somebody
/// typed is shown again as they typed it, so that no fault costs them their work.
struct TypedForm {
    let phrases: Phrases
    let label: (String) -> String
    /// All that stands in its fields.
    let everything: [String: [String]]
    /// The faults under the names of the controls that they stand beside.
    private let errors: [FieldError]

    /// `places` says which control shows the faults of a field that is no control itself.
    init(
        _ values: [String: [String]] = [:], errors: [FieldError] = [], places: [String: String] = [:],
        phrases: Phrases, label: @escaping (String) -> String
    ) {
        everything = values
        self.errors = errors.map { FieldError(field: places[$0.field] ?? $0.field, fault: $0.fault) }
        self.phrases = phrases
        self.label = label
    }

    /// What stands in a field, empty if nothing does.
    subscript(_ name: String) -> String { everything[name]?.first ?? "" }

    /// All that is ticked under a name.
    func all(_ name: String) -> Set<String> { Set(everything[name] ?? []) }

    /// What is wrong with a field.
    func error(_ name: String) -> String? {
        errors.first { $0.field == name }.map { phrases.besideField($0, label: label) }
    }

    /// Whether one of these fields is faulty, so that what hides it has to be open.
    func hasFault(in names: String...) -> Bool { errors.contains { names.contains($0.field) } }

    /// Whether a field that begins so is faulty.
    func hasFault(under prefix: String) -> Bool { errors.contains { $0.field.hasPrefix(prefix) } }

    /// All faults, each a link to its field.
    @HTMLBuilder var summary: HTML {
        if !errors.isEmpty {
            errorSummary(title: phrases.somethingToMend, items: summaryItems)
        }
    }

    private var summaryItems: [(field: String, message: String)] {
        errors.map { error in (field: error.field, message: phrases.besideField(error, label: label)) }
    }
}

extension WebRequest {
    /// All that was typed in the form that was sent.
    var typed: [String: [String]] {
        Dictionary(grouping: fields?.all ?? [], by: \.name).mapValues { $0.map { TypedText.normalised($0.value) } }
    }
}

extension Refusal {
    /// What is wrong field by field, if that is why.
    var fieldErrors: [FieldError] { if case .invalid(let errors) = self { errors } else { [] } }
    /// What the funding rule has found, if that is why.
    var findings: [Finding] {
        switch self {
        case .broken(_, let findings), .wouldBreach(let findings, _): findings
        default: []
        }
    }
}

/// Does what a form asks for. A refusal that the sender can do something about comes back as the page with the form;
/// what they may not see stays missing.
func attempt(
    _ work: () async throws -> WebResponse, orShow page: (Refusal) async throws -> WebResponse
) async throws -> WebResponse {
    do {
        return try await work()
    } catch let refusal as Refusal {
        guard refusal != .missing, refusal != .notLoggedIn else { throw refusal }
        return try await page(refusal)
    }
}

extension WebResponse {
    /// A page; one that comes back since something was refused says so to programs too. `keeping`: the page's own
    /// address, if what is typed in its forms is to wait in the reader's window until it is accepted.
    static func page(
        _ title: String, for request: WebRequest, after refusal: Refusal?, head: [HeadItem] = [],
        keeping: String? = nil, @HTMLBuilder content: () -> HTML
    ) -> WebResponse {
        var response = page(
            title, for: request, head: head + (keeping == nil ? [] : [.script(Assets.unsent.path)])
        ) {
            if let keeping { UnsentPart(request: request, page: keeping).html }
            content()
        }
        if let refusal { response.status = Problem(refusal).status }
        return response
    }
}
