import Domain
import HTTPTypes
import Operations
import Store

extension Link.API {
    static func replies(_ condition: Condition.ID, of grant: Grant.ID) -> String {
        "\(self.grant(grant))/conditions/\(condition)/replies"
    }
}

extension Routes {
    /// What hosts answer to the breaches of a condition: read by whoever may read the grant, written by its library.
    mutating func addReplies(_ service: Service) {
        let path = "\(Link.API.grants)/:id/conditions/:conditionId/replies"
        get(path, access: .loggedIn) { request, person in
            try request.allowParameters("limit", "page")
            let window = try request.page
            let grant = try await service.database.grant(request.id(Grant.self), readBy: person)
            let condition = try grant.condition(request.id(Condition.self, "conditionId"))
            let names = try await service.database.names(of: grant.repliers)
            let part = Array(condition.replies.dropFirst(window.offset).prefix(window.limit))
            return .list(part, window, total: condition.replies.count, for: request) { json, reply in
                json.write(reply, in: condition, names)
            }
        }
        post(path, access: .role(.host, .applicant, .signatory)) { request, person in
            let (id, conditionID) = (try request.id(Grant.self), try request.id(Condition.self, "conditionId"))
            let json = try request.json()
            let text = json.requiredText("reply")
            try json.end()
            let made = try await service.operations.replyToBreach(
                of: conditionID, in: id, saying: text, by: person, expecting: request.expectedVersion(),
                request: request.repeatable(by: person))
            let grant = try await service.database.grants(for: .region, id: id).grants.first
            guard let condition = try grant?.condition(conditionID),
                let reply = condition.replies.first(where: { $0.id == made })
            else { throw Refusal.missing }
            let names = try await service.database.names(of: [reply.repliedBy])
            return .json(.created, location: Link.API.replies(conditionID, of: id)) {
                $0.write(reply, in: condition, names)
            }
        }
    }
}
