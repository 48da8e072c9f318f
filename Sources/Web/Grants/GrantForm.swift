import Domain

/// A form on a page of a grant. It carries the version that it was read at, and comes back with what was typed.
struct GrantForm {
    let request: WebRequest

    /// Does what the form asks for and goes on to `place`; refused, it shows the page again.
    func send(
        to place: String, _ done: Done, _ work: (FormReader, Int?) async throws -> Void,
        orShow show: (Refusal) async throws -> WebResponse
    ) async throws -> WebResponse {
        try await attempt {
            let form = try request.form()
            let version = form.requiredInteger("version")
            try await work(form, version)
            return .redirect(to: Link.after(done, at: place))
        } orShow: { refusal in
            try await show(refusal)
        }
    }

    /// The fields: filled with what is likely, or after a refusal with what was typed.
    func fields(
        _ likely: [String: [String]], after refusal: Refusal?, label: @escaping (String) -> String
    ) -> TypedForm {
        TypedForm(
            refusal == nil ? likely : request.typed, errors: refusal?.fieldErrors ?? [], phrases: request.phrases,
            label: label)
    }
}
