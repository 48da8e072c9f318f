package import Domain
import Foundation

extension RuleInputs {
    /// Reads what `canonicalText` wrote; nil if it is of a form that this program does not know. Of what the rule does
    /// not read, such as titles, nothing stands there, and so nothing comes back.
    package init?(canonicalText: String) throws {
        let form = try JSONDecoder().decode(RuleInputsForm.self, from: Data(canonicalText.utf8))
        guard form.form == Self.form else { return nil }
        self = try form.inputs
    }
}

/// The members of an evaluation's inputs.
private struct RuleInputsForm: Decodable {
    let form: Int
    let mode: Written<FundingRule.Standing>
    let evaluatedAt: Written<Instant>
    let applicant: Written<Library.ID>
    let requestedOre: Int
    let withoutEventOre: Int?
    let project: Project
    let rule: SnapshotForm.RuleForm
    let region: Region
    let events: [RuleEventForm]
    let claims: [Claim]?
    let condition: Condition?

    struct Project: Decodable {
        let startsOn: Written<Day>?
        let endsOn: Written<Day>?
    }

    struct Region: Decodable {
        let members: [Member]
        let municipalityCodes: [String]
        let branches: [Branch]
        let successions: [Succession]?
        let boards: [BoardSeat]?

        struct BoardSeat: Decodable {
            let boardId: Written<LibraryBoard.ID>
            let libraryId: Written<Library.ID>
            let validFrom: Written<Day>
            let validTo: Written<Day>?
        }

        struct Succession: Decodable {
            let libraryId: Written<Library.ID>
            let successorId: Written<Library.ID>
            let from: Written<Day>
        }

        struct Member: Decodable {
            let libraryId: Written<Library.ID>
            let validFrom: Written<Day>
            let validTo: Written<Day>?
        }

        struct Branch: Decodable {
            let branchId: Written<Domain.Branch.ID>
            let libraryId: Written<Library.ID>
        }
    }

    struct Claim: Decodable {
        let eventId: Written<Event.ID>
        let isGranted: Bool
    }

    struct Condition: Decodable {
        let hosts: [Written<Library.ID>]?
        let promisedSeats: String?
        let isLogged: Bool?
        let history: [Past]?
        let before: RuleEventForm?
    }

    struct Past: Decodable {
        let since: Written<Instant>
        let event: RuleEventForm
    }

    var inputs: RuleInputs {
        get throws {
            RuleInputs(
                try facts, standing: mode.value, at: evaluatedAt.value,
                claims: claims?.map {
                    EventClaim(eventID: $0.eventId.value, isGranted: $0.isGranted, registryNumber: nil)
                }, before: condition?.before?.event(readAt: evaluatedAt.value))
        }
    }

    private var facts: RuleFacts {
        get throws {
            let instant = evaluatedAt.value
            return RuleFacts(
                applicant: applicant.value, requestedAmount: Money(ore: requestedOre),
                withoutEvent: Money(ore: withoutEventOre ?? 0),
                events: events.map {
                    FundedEvent(event: $0.event(readAt: instant), costShare: Money(ore: $0.costShareOre ?? 0))
                }, region: region.facts, rule: try rule.rule, projectStartsOn: project.startsOn?.value,
                projectEndsOn: project.endsOn?.value, hostsOfItsDay: (condition?.hosts).map { Set($0.map(\.value)) },
                promisedSeats: condition?.promisedSeats.map { PromisedSeats(Int($0)) },
                isLogged: condition?.isLogged,
                delivered: Dictionary(
                    events.compactMap { event in event.delivered.map { (event.id.value, Set($0.map(\.value))) } },
                    uniquingKeysWith: { first, _ in first }),
                history: condition?.history?.map {
                    PastEvent(event: $0.event.event(readAt: instant), since: $0.since.value)
                })
        }
    }
}

extension RuleInputsForm.Region {
    fileprivate var facts: RegionFacts {
        RegionFacts(
            members: members.map {
                RegionFacts.Member(
                    libraryID: $0.libraryId.value, validFrom: $0.validFrom.value, validTo: $0.validTo?.value)
            }, municipalityCodes: Set(municipalityCodes),
            libraryOfBranch: Dictionary(
                branches.map { ($0.branchId.value, $0.libraryId.value) }, uniquingKeysWith: { first, _ in first }),
            successions: (successions ?? []).map {
                RegionFacts.Succession(
                    libraryID: $0.libraryId.value, successorID: $0.successorId.value, from: $0.from.value)
            },
            boards: (boards ?? []).map {
                RegionFacts.BoardSeat(
                    boardID: $0.boardId.value, libraryID: $0.libraryId.value, validFrom: $0.validFrom.value,
                    validTo: $0.validTo?.value)
            })
    }
}
