import Domain
import RuleSnapshots
import Testing

extension Identifier {
    /// The identity that a test knows by its number.
    init(number: Int) { self = .numbered(number) }
}

/// What the clock in Stockholm shows, as an instant: `2027-04-27T10:00`.
func clock(_ text: String) -> Instant {
    guard let instant = LocalDateTime(text).flatMap(Stockholm.instant) else {
        Issue.record("no clock ever shows \(text)")
        return Instant(microseconds: 0)
    }
    return instant
}

/// `2027-04-27`.
func day(_ text: String) -> Day {
    guard let day = Day(text) else {
        Issue.record("no calendar has \(text)")
        return Day(daysSince1970: 0)
    }
    return day
}

/// The region as the tests know it: 33 municipalities, each with its library.
enum Skane {
    static let codes = [
        1214, 1230, 1231, 1233, 1256, 1257, 1260, 1261, 1262, 1263, 1264, 1265, 1266, 1267, 1270, 1272, 1273, 1275,
        1276, 1277, 1278, 1280, 1281, 1282, 1283, 1284, 1285, 1286, 1287, 1290, 1291, 1292, 1293,
    ]
    static let lund = Library.ID(number: 1281)
    static let malmo = Library.ID(number: 1280)
    static let perstorp = Library.ID(number: 1275)
    static let eslov = Library.ID(number: 1285)
    static let universityLibrary = Library.ID(number: 9001)
    static let hospitalLibrary = Library.ID(number: 9002)
    static let sodraSandby = Branch.ID(number: 1)
    static let dalby = Branch.ID(number: 2)
    static let branchInMalmo = Branch.ID(number: 3)
    static let branchOfUniversity = Branch.ID(number: 4)

    static let libraries = codes.map { Library.ID(number: $0) }
    /// The 32 that are not Lund's.
    static let others = libraries.filter { $0 != lund }
    static let members = libraries.map { RegionFacts.Member(libraryID: $0, validFrom: day("1997-01-01")) }
    static let branches = [
        sodraSandby: lund, dalby: lund, branchInMalmo: malmo, branchOfUniversity: universityLibrary,
    ]

    static func region(
        _ members: [RegionFacts.Member] = members, _ successions: [RegionFacts.Succession] = [],
        _ boards: [RegionFacts.BoardSeat] = []
    ) -> RegionFacts {
        RegionFacts(
            members: members, municipalityCodes: Set(codes.map(String.init)), libraryOfBranch: branches,
            successions: successions, boards: boards)
    }
}

/// A lecture in Lund for forty, with nothing wrong.
func lecture(_ change: (inout EventDetails) -> Void = { _ in }) -> EventDetails {
    var details = EventDetails(
        title: "Källkritik", kind: .lecture, hostLibraryID: Skane.lund, startsAt: clock("2027-04-27T10:00"),
        endsAt: clock("2027-04-27T16:00"), attendance: .onsite,
        venue: Venue(name: "Stadsbiblioteket", city: "Lund", municipalityCode: "1281"), seats: Seats(forAnybody: 40))
    change(&details)
    return details
}

/// The faults that `validate` finds.
func faults(_ validate: (inout FieldErrors) -> Void) -> [FieldError] {
    var errors = FieldErrors()
    validate(&errors)
    return errors.all
}

extension Event {
    /// A draft whose UID ends in the host of the tests.
    static func drafted(_ details: EventDetails, at instant: Instant) -> Event {
        guard let host = CalendarHost("test.example") else { preconditionFailure("test.example is a host") }
        return drafted(details, calendarHost: host, at: instant)
    }
}
