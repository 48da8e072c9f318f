import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// An approval meets another command on its case, on its event, or on the money of its call or track.
enum Meeting: String, Encounter {
    case approvalAndOwnStaffOnly, approvalAndNarrowing, approvalAndCancellation, approvalAndDeviation
    case approvalAndWithdrawal, approvalAndRejection, approvalAndHigherPrice, approvalAndFewerSeats
    case approvalAndConflict, approvalAndApproval, approvalAndApprovalOfTheTrack

    var testDescription: String { rawValue }

    /// Two commands on the same case or call read much before one has to wait for the other.
    var stride: Int {
        switch self {
        case .approvalAndOwnStaffOnly: 1
        case .approvalAndNarrowing, .approvalAndCancellation, .approvalAndDeviation, .approvalAndHigherPrice,
            .approvalAndFewerSeats:
            3
        case .approvalAndWithdrawal, .approvalAndRejection, .approvalAndConflict: 4
        case .approvalAndApproval, .approvalAndApprovalOfTheTrack: 6
        }
    }

    var ground: DatabaseToCopy<[Case]> { RaceCases.forMeetings }

    func commands(in scene: Scene, on cases: [Case], round: Int) async throws -> [Command] {
        // Cases of numbers eight apart are of one call.
        let number = needsTwo ? round / 8 * 16 + round % 8 : round
        try #require(number + 8 < cases.count, "there are too few cases for all orders")
        let (made, next) = (cases[number], cases[number + 8].application)
        if self == .approvalAndApproval { try await scene.leaveMoneyForOne(in: made.application) }
        if self == .approvalAndApprovalOfTheTrack { try await scene.putIntoTrackForOne(made.application, next) }
        let approve: Command = { try await scene.approve(made.application) }
        return [approve, try other(in: scene, made.application, made.event, next)]
    }

    private var needsTwo: Bool { self == .approvalAndApproval || self == .approvalAndApprovalOfTheTrack }

    private func other(
        in scene: Scene, _ application: GrantApplication.ID, _ event: Event.ID, _ next: GrantApplication.ID
    ) throws -> Command {
        let operations = scene.operations
        switch self {
        case .approvalAndOwnStaffOnly: return { try await scene.invite(event, .own, .draft) }
        case .approvalAndNarrowing:
            let perstorp = try scene.library(of: scene.pontus)
            return { try await scene.invite(event, .list, .bound, [perstorp]) }
        case .approvalAndCancellation:
            return { _ = try await operations.cancelEvent(event, because: "Sjukdom.", by: scene.karin) }
        case .approvalAndDeviation:
            return {
                _ = try await operations.reportDeviation(
                    from: event, because: "Sjukdom.", .cancellation, by: scene.karin)
            }
        case .approvalAndWithdrawal:
            return { _ = try await operations.withdrawApplication(application, because: "Ändrat.", by: scene.ulf) }
        case .approvalAndRejection:
            return { _ = try await operations.rejectApplication(application, reasons: "Ryms inte.", by: scene.dag) }
        case .approvalAndHigherPrice: return { try await scene.edit(event) { $0.prices.others = .kronor(500) } }
        case .approvalAndFewerSeats:
            return { try await scene.edit(event) { $0.seats = Seats(capacity: 30, own: 27, others: 0, any: 3) } }
        case .approvalAndConflict:
            return {
                _ = try await operations.declareConflict(
                    in: application, on: .closeRelation, explanation: "Min syster skrev den.", by: scene.dag)
            }
        case .approvalAndApproval, .approvalAndApprovalOfTheTrack: return { try await scene.approve(next) }
        }
    }
}

extension Scene {
    /// The call of a case has money for one more grant.
    fileprivate func leaveMoneyForOne(in application: GrantApplication.ID) async throws {
        try await database.run(
            """
            UPDATE calls SET budget = committed + 3000000
             WHERE id = (SELECT call_id FROM grant_applications WHERE id = '\(application)')
            """)
    }

    /// Both cases seek money of one track of their call, which has enough for one of them.
    fileprivate func putIntoTrackForOne(_ one: GrantApplication.ID, _ other: GrantApplication.ID) async throws {
        let track = CallTrack.ID()
        try await database.run(
            "SET LOCAL session_replication_role = replica",
            """
            INSERT INTO call_tracks (id, call_id, position, name, budget)
            SELECT '\(track)', call_id, 1, 'Spår', 3000000 FROM grant_applications WHERE id = '\(one)'
            """,
            "UPDATE grant_applications SET track_id = '\(track)' WHERE id IN ('\(one)', '\(other)')")
    }
}
