import Domain
import RuleSnapshots
import Testing

@Suite struct `Days` {
    @Test func `follow one another through four hundred years, as the calendar lays them out`() {
        var (year, month, number) = (2000, 1, 1)
        var day = Day(daysSince1970: 10_957)
        for _ in 0..<146_097 {
            let numbers = day.numbers
            guard numbers == (year, month, number), Day(year: year, month: month, day: number) == day else {
                Issue.record("\(day.daysSince1970) is \(numbers), not \(year)-\(month)-\(number)")
                return
            }
            number += 1
            if number > length(of: month, in: year) { (month, number) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
            day = day.adding(days: 1)
        }
        #expect((year, month, number) == (2400, 1, 1))
    }

    private func length(of month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    @Test(arguments: [
        ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2), ("1900-02-28", -25_509, 3),
        ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5), ("2027-04-27", 20_935, 2),
    ])
    func `have a number, a text and a weekday`(_ text: String, _ number: Int, _ weekday: Int) throws {
        let day = try #require(Day(text))
        #expect(day.daysSince1970 == number)
        #expect(day.weekday == weekday)
        #expect(day.text == text)
    }

    @Test(arguments: [
        "2019-02-29", "1900-02-29", "2100-02-29", "2019-04-31", "2019-13-01", "2019-00-10", "2019-01-00", "0000-01-01",
        "2019-1-01", "19-01-01", "2019/01/01", "2019-01-01T", " 2019-01-01", "2019-01-32", "-019-01-01", "",
        "２０１９-01-01",
        "2019-01-0٣", "10000-01-01", "2019-+1-01",
    ])
    func `that do not exist are not read`(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `survive being written and read, from the first to the last`() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<5_000 {
            let day = Day(daysSince1970: Int.random(in: -719_162...2_932_896, using: &random))
            guard Day(day.text) == day else {
                Issue.record("\(day.text) is not read as it was written")
                return
            }
        }
    }

    @Test func `are ordered and counted`() {
        #expect(day("2019-12-31") < day("2020-01-01"))
        #expect(day("2020-02-28").adding(days: 2) == day("2020-03-01"))
        #expect(day("2020-01-01").adding(days: -1) == day("2019-12-31"))
    }
}
