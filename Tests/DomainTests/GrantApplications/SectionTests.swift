import Domain
import Testing

@Suite struct `Two people write in one application` {
    private let shown = GrantRequest(
        title: "Läslust", purpose: "Att lära.", budget: [.init(kind: .fee, amount: .kronor(1000))],
        requestedAmount: .kronor(1000))

    private func save(
        _ section: ApplicationSection, _ typed: GrantRequest, into kept: GrantRequest
    ) throws -> GrantRequest {
        try kept.taking(section, from: typed) { $0.text(of: section) == shown.text(of: section) }
    }

    /// What somebody types in a section: something else in each of its parts.
    private func typed(_ section: ApplicationSection, _ word: String) -> GrantRequest {
        var request = shown
        switch section {
        case .basics: request.title = word
        case .needs: (request.purpose, request.plan.areas) = (word, [.democracy])
        case .activities: request.events = [.init(eventID: Event.ID(number: word.count), amount: .kronor(1))]
        case .budget: request.plan.otherFunding = .kronor(word.count)
        case .questions: request.answers = [Question.ID(number: 1): [word]]
        case .cooperation, .access: break
        }
        for field in section.parts.flatMap(\.texts) { request.plan[field] = word }
        return request
    }

    @Test(arguments: ApplicationSection.allCases, ApplicationSection.allCases)
    func `in two sections, and both are kept`(_ mine: ApplicationSection, _ theirs: ApplicationSection) throws {
        guard mine != theirs else { return }
        let kept = shown.taking(theirs, from: typed(theirs, "Deras"))
        let saved = try save(mine, typed(mine, "Mitt."), into: kept)
        #expect(saved.text(of: mine) == typed(mine, "Mitt.").text(of: mine))
        for other in ApplicationSection.allCases where other != mine {
            #expect(saved.text(of: other) == kept.text(of: other))
        }
    }

    @Test(arguments: ApplicationSection.allCases)
    func `in the same section, and neither is overwritten`(_ section: ApplicationSection) throws {
        let kept = shown.taking(section, from: typed(section, "Deras"))
        #expect(throws: Refusal.stale) { try save(section, typed(section, "Mitt."), into: kept) }
        #expect(try save(section, shown, into: kept) == kept, "who has changed nothing puts nothing back")
        #expect(try save(section, typed(section, "Deras"), into: kept) == kept, "the same is not at odds")
    }

    @Test func `and each part of the form is written in one section`() {
        let parts = ApplicationSection.allCases.flatMap(\.parts)
        #expect(Set(parts).count == parts.count)
        #expect(Set(parts) == Set(GrantRequest.Part.allCases).subtracting([.partners, .attachments]))
    }
}
