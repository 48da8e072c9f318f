import Domain

extension WebRequest {
    /// What was typed, with one more row in the list for which its button was pressed; nil if none was.
    var typedWithMoreRows: [String: [String]]? {
        typedWithMoreRows(of: [ApplicationForm.events, ApplicationForm.budget])
    }

    /// The same for any lists.
    func typedWithMoreRows(of lists: [FormRows]) -> [String: [String]]? {
        var typed = typed
        if typed[ApplicationForm.moreRows]?.first == AnswersForm.follow { return typed }
        guard let asked = typed[ApplicationForm.moreRows]?.first, let list = lists.first(where: { $0.name == asked })
        else { return nil }
        typed[list.field(list.fields[0], (list.numbers(in: typed).last ?? -1) + 1)] = [""]
        return typed
    }
}

extension Optional {
    /// What `transform` makes of what is there.
    func mapAsync<Value>(_ transform: (Wrapped) async throws -> Value) async rethrows -> Value? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
