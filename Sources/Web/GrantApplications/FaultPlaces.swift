import Domain
import HTML

/// Where a fault that a submission finds is mended: on the page of its section.
extension ApplicationPage {
    /// Where its contents are written now.
    var formPath: String {
        isDraft ? Link.editApplication(application.id) : Link.editCompletion(application.id)
    }

    /// Where one field is written: a draft has a page for each section.
    private func formPath(of field: String) -> String {
        guard isDraft, let section = ApplicationSection(field: field) else { return formPath }
        return Link.edit(section, of: application.id)
    }

    /// The page on which a fault stands.
    func address(of field: String) -> String {
        switch field {
        case "attachments": Link.attachments(application.id)
        case "partners": Link.partners(application.id)
        default: "\(formPath(of: field))#\(controlID(place(of: field)))"
        }
    }

    /// Where a fault stands on the page of the form.
    private func place(of field: String) -> String {
        ApplicationForm.places(ApplicationForm.values(wanted, call.questions))[field] ?? field
    }
}
