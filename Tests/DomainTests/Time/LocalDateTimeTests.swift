import Domain
import Testing

@Suite struct `Readings of a clock` {
    @Test(arguments: [
        ("2027-04-27T10:00", "2027-04-27T10:00:00"), ("2027-04-27T10:00:59", "2027-04-27T10:00:59"),
        ("2027-04-27 23:59", "2027-04-27T23:59:00"), ("2027-04-27t00:00:01", "2027-04-27T00:00:01"),
        ("2020-02-29T10:00", "2020-02-29T10:00:00"), ("0001-01-01T00:00", "0001-01-01T00:00:00"),
        ("9999-12-31T23:59:59", "9999-12-31T23:59:59"),
    ])
    func `are read with or without seconds`(_ text: String, _ written: String) throws {
        #expect(try #require(LocalDateTime(text)).text == written)
    }

    @Test(arguments: [
        "2019-02-29T10:00", "2027-04-27T24:00", "2027-04-27T10:60", "2027-04-27T10:00:60", "2027-04-27T1:00",
        "2027-04-27T10.00", "2027-04-27", "2027-04-27T", "2027-04-27T10:00Z", "2027-04-27T10:00:00Z",
        "2027-04-27_10:00", "2027-04-27T10:0a", "2027-04-27T-1:00", "2027-04-27T10:00:0", "", "2027-04-27T１0:00",
    ])
    func `that no clock shows are not read`(_ text: String) {
        #expect(LocalDateTime(text) == nil)
    }

    @Test func `have hours, minutes and seconds`() throws {
        let local = try #require(LocalDateTime("2027-04-27T10:09:08"))
        #expect((local.hour, local.minute, local.second) == (10, 9, 8))
        #expect(local.day == day("2027-04-27"))
    }

    @Test(arguments: [-1, 0, 1, 86_399, 86_400, -86_400, -86_401, 253_402_300_799, -62_135_596_800])
    func `come back from the seconds that they are`(_ seconds: Int) {
        let local = LocalDateTime(secondsSince1970: seconds)
        #expect(local.secondsAsUTC == seconds)
        #expect((0..<86_400).contains(local.secondOfDay))
        #expect(LocalDateTime(local.text) == local)
    }
}
