/// An instant in a `timestamptz` column: microseconds since 1970-01-01T00:00:00Z.
package struct PostgresTimestamp: Hashable, Comparable, Sendable, PostgresEncodable, PostgresDecodable {
    /// Microseconds since 1970, which is all that PostgreSQL keeps.
    package let microseconds: Int64

    /// The instant so many microseconds after 1970 began.
    package init(microseconds: Int64) { self.microseconds = microseconds }

    package static func < (left: Self, right: Self) -> Bool { left.microseconds < right.microseconds }

    /// PostgreSQL counts from 2000-01-01, which is 10,957 days later.
    private static let epoch: Int64 = 10_957 * 86_400_000_000

    package static var postgresType: PostgresType { .timestamptz }
    package static var postgresTypes: [PostgresType] { [.timestamptz] }
    package var postgresValue: PostgresValue {
        PostgresValue(type: .timestamptz, number: max(microseconds, .min + Self.epoch) - Self.epoch)
    }
    /// Refuses `infinity`, which has no instant.
    package init(postgres: PostgresCell) throws {
        let value: Int64 = try postgres.number()
        let (microseconds, overflow) = value.addingReportingOverflow(Self.epoch)
        guard !overflow, value != .min else { throw PostgresCellFault.outOfRange }
        self.microseconds = microseconds
    }
}

/// A day in a `date` column: days since 1970-01-01.
package struct PostgresDate: Hashable, Comparable, Sendable, PostgresEncodable, PostgresDecodable {
    /// Days since 1970-01-01.
    package let days: Int32

    /// The day so many days after 1970-01-01.
    package init(days: Int32) { self.days = days }

    package static func < (left: Self, right: Self) -> Bool { left.days < right.days }

    /// PostgreSQL counts from 2000-01-01.
    private static let epoch: Int32 = 10_957

    package static var postgresType: PostgresType { .date }
    package static var postgresTypes: [PostgresType] { [.date] }
    package var postgresValue: PostgresValue {
        PostgresValue(type: .date, number: max(days, .min + Self.epoch) - Self.epoch)
    }
    /// Refuses `infinity`, which has no day.
    package init(postgres: PostgresCell) throws {
        let value: Int32 = try postgres.number()
        let (days, overflow) = value.addingReportingOverflow(Self.epoch)
        guard !overflow, value != .min else { throw PostgresCellFault.outOfRange }
        self.days = days
    }
}
