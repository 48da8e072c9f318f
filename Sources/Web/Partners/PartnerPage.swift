import Domain
import HTML

/// The libraries that take part in an application: those there are, the answer that is asked of one's own, and for
/// whoever writes the draft the form of all of them.
struct PartnerPage {
    let request: WebRequest
    let person: Person
    /// With the partners that stand in its completion, if its writer answers a request for one.
    let application: GrantApplication
    let asked: CompletionRequest?
    let libraries: LibraryNames
    let refusal: Refusal?
    let typed: TypedForm

    private var phrases: Phrases { request.phrases }
    private var isDraft: Bool { application.status == .draft }
    private var isAskedFor: Bool { asked?.parts.contains(.partners) ?? false }

    @HTMLBuilder var html: HTML {
        p { link(to: way) { userText(application.request.title) } }
        h1(phrases.partnersHeading)
        typed.summary
        above
        PartnerList(application: application, libraries: libraries, phrases: phrases).html
        if isDraft {
            for library in application.coApplicants where application.mayConfirm(person, for: library) {
                answer(for: library)
            }
        }
        if application.mayBeEdited(by: person), isDraft || isAskedFor {
            edit
            p { link(isDraft ? phrases.name(ApplicationSection.cooperation) : phrases.writeCompletion, to: way) }
        }
    }

    /// Where one comes from.
    private var way: String {
        if isAskedFor { return Link.editCompletion(application.id) }
        return isDraft && application.mayBeEdited(by: person)
            ? Link.edit(.cooperation, of: application.id) : Link.application(application.id)
    }

    @HTMLBuilder private var above: HTML {
        switch refusal {
        case nil: confirmation(request)
        case .invalid: HTML.empty
        case .stale:
            StalePart(
                typed: typed, now: PartnerForm.values(application.partners), phrases: phrases,
                say: { _, value in Library.ID(value).map { libraries[$0] } ?? value }
            ).html
        case .some(let refusal): refusalNotice(refusal, phrases)
        }
    }

    private func answer(for library: Library.ID) -> HTML {
        let isConfirmed = application.partners.contains { $0.libraryID == library && $0.confirmation != nil }
        return section(.class("panel")) {
            h2(isConfirmed ? phrases.youApplyTogether : phrases.askedToApplyTogether)
            p(phrases.applyTogetherMeans)
            if !isConfirmed {
                commandButton(
                    phrases.confirmApplying(libraries[library]), to: Link.coApplying(application.id, by: library),
                    for: request)
            }
            commandButton(
                phrases.declineApplying(libraries[library]), to: Link.noCoApplying(application.id, by: library),
                for: request)
        }
    }

    private var edit: HTML {
        form(action: "\(Link.partners(application.id))#error-summary", method: .post, .class("wide-form")) {
            request.formToken
            button(phrases.savePartners, .class("default-button"), .aria(.hidden, "true"), .tabIndex(-1))
            hidden(name: "version", value: "\(application.version)")
            fieldset(legend: phrases.partnersHeading, .id("partners")) {
                p(phrases.partnersHint, .class("hint"))
                for row in PartnerForm.rows.shown(in: typed.everything, spare: 1) { fields(of: row) }
                more
            }
            div(.class("actions")) { button(phrases.savePartners) }
        }
    }

    private func fields(of row: Int) -> HTML {
        let others = libraries.all.filter { $0.id != application.libraryID }
        return div(.class("row")) {
            typed.pick(
                PartnerForm.rows.field("libraryId", row), others.map { Choice($0.id.description, $0.name) },
                none: phrases.noLibraryChosen)
            typed.pick(
                PartnerForm.rows.field("role", row),
                ApplicationPartner.Role.allCases.map { Choice($0.rawValue, phrases.name($0)) })
            typed.lines(PartnerForm.rows.field("contribution", row), 2)
        }
    }

    private var more: HTML {
        let next = (PartnerForm.rows.shown(in: typed.everything, spare: 1).last ?? -1) + 1
        let place = controlID(PartnerForm.rows.field("libraryId", next))
        return p {
            button(
                phrases.oneMoreLibrary, name: ApplicationForm.moreRows, value: PartnerForm.rows.name,
                .formAction("\(Link.partners(application.id))#\(place)"), .class("quiet"))
        }
    }
}

/// The libraries that take part, as the pages of an application list them.
struct PartnerList {
    let application: GrantApplication
    let libraries: LibraryNames
    let phrases: Phrases

    var html: HTML {
        if application.partners.isEmpty {
            p(phrases.noPartners)
        } else {
            listing(
                caption: phrases.partnersHeading,
                [Column(phrases.libraryHeading), Column(phrases.roleHeading), Column(phrases.contributionHeading)],
                application.partners.map(row))
        }
    }

    private func row(_ partner: ApplicationPartner) -> TableRow {
        TableRow([
            userText(libraries[partner.libraryID]), role(partner), userParagraphs(partner.contribution),
        ])
    }

    @HTMLBuilder private func role(_ partner: ApplicationPartner) -> HTML {
        phrases.name(partner.role)
        if partner.role == .coApplicant {
            " "
            if partner.confirmation == nil {
                badge(phrases.hasNotConfirmed, kind: "warning")
            } else {
                badge(phrases.hasConfirmed, kind: "good")
            }
        }
    }
}

extension Link {
    static func partners(_ id: GrantApplication.ID) -> String { "\(application(id))/partners" }
    static func coApplying(_ id: GrantApplication.ID, by library: Library.ID) -> String {
        "\(partners(id))/\(library)/confirmation"
    }
    static func noCoApplying(_ id: GrantApplication.ID, by library: Library.ID) -> String {
        "\(partners(id))/\(library)/refusal"
    }
}
