package import Domain
import Postgres
package import Store

extension Operations {
    /// Somebody says something in a case, to both parties, or as a note that only the region reads. The other side is
    /// told of a message; of a note nobody is.
    package func writeMessage(
        _ text: String, to visibility: CaseMessage.Visibility, in id: GrantApplication.ID, by person: Person,
        request: RepeatableRequest? = nil
    ) async throws -> CaseMessage.ID {
        var errors = FieldErrors()
        errors.text(text, "text", limit: 10_000, required: true, lines: true)
        try errors.check()
        return try await once(request) { transaction in
            guard let application = try await transaction.lockGrantApplication(id), application.maySee(person) else {
                throw Refusal.missing
            }
            guard let side = application.side(of: person) else { throw Refusal.notAllowed(.roleIsMissing) }
            guard application.receipt != nil else { throw Refusal.conflict(.wrongState) }
            if side == .region {
                let events = try await transaction.events(application.request.events.map(\.eventID))
                try await transaction.impartiality(in: application, events: events).check(person)
            } else if visibility == .region {
                throw Refusal.invalid("visibility", .isNotOneOf([CaseMessage.Visibility.parties.rawValue]))
            }
            let message = CaseMessage(
                visibility: visibility, side: side, text: text, senderName: person.name,
                sentAt: try await transaction.now())
            try await transaction.insert(message, in: id, by: person.id)
            if visibility == .parties {
                let reader: CaseMessage.Side = side == .region ? .applicant : .region
                try await transaction.enqueue(.caseMessage, about: id, payload: "{\"to\":\"\(reader.rawValue)\"}")
            }
            return message.id
        }
    }
}
