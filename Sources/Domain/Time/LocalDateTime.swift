/// A reading of calendar and clock without a zone, from year 1 to 9999. Gregorian throughout.
package struct LocalDateTime: Hashable, Sendable, Comparable {
    package let day: Day
    /// Seconds since midnight, 0 to 86,399.
    package let secondOfDay: Int

    package init(day: Day, secondOfDay: Int = 0) {
        self.day = day
        self.secondOfDay = secondOfDay
    }

    package init(secondsSince1970 seconds: Int) {
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        day = Day(daysSince1970: rest < 0 ? days - 1 : days)
        secondOfDay = rest < 0 ? rest + 86_400 : rest
    }

    package var hour: Int { secondOfDay / 3600 }
    package var minute: Int { secondOfDay / 60 % 60 }
    package var second: Int { secondOfDay % 60 }

    /// Seconds since 1970 if this clock stood in UTC.
    package var secondsAsUTC: Int { day.daysSince1970 * 86_400 + secondOfDay }

    package static func < (left: LocalDateTime, right: LocalDateTime) -> Bool { left.secondsAsUTC < right.secondsAsUTC }
}

extension LocalDateTime {
    /// `2027-04-27T10:00:00`.
    package var text: String {
        "\(day.text)T\(Self.padded(hour, to: 2)):\(Self.padded(minute, to: 2)):\(Self.padded(second, to: 2))"
    }

    /// Reads `2027-04-27T10:00:00` or `2027-04-27T10:00`, with `T`, `t` or a space; nil if there is no such day or
    /// time.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        self.init(bytes[...])
    }

    init?(_ bytes: ArraySlice<UInt8>) {
        let bytes = Array(bytes)
        guard bytes.count == 16 || bytes.count == 19, let day = Day(bytes: bytes[0..<10]),
            [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10]),
            bytes[13] == UInt8(ascii: ":"), let hour = Self.number(bytes[11...12]),
            let minute = Self.number(bytes[14...15]),
            hour <= 23, minute <= 59
        else { return nil }
        var second = 0
        if bytes.count == 19 {
            guard bytes[16] == UInt8(ascii: ":"), let read = Self.number(bytes[17...18]), read <= 59 else { return nil }
            second = read
        }
        self.init(day: day, secondOfDay: hour * 3600 + minute * 60 + second)
    }

    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
