import HTML
import ICalendar

/// Times what the service renders, and prints a line for each: name, median in milliseconds, floor.
@main
struct RenderingBenchmark {
    static func main() {
        for (count, floor) in [(500, "5 ms"), (5000, "")] {
            let feed = sampleFeed(of: count)
            let size = feed.bytes(limit: .max).count
            report("iCalendar text of \(count) events, \(size) bytes", floor: floor) { feed.bytes(limit: .max).count }
        }
        report("page with a table of 50 rows", floor: "") { samplePage(rows: 50).bytes.count }
    }

    private static func report(_ name: String, floor: String, _ work: () -> Int) {
        var times: [Double] = []
        var size = 0
        for _ in 0..<21 {
            let time = ContinuousClock().measure { size += work() }
            times.append(Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1000)
        }
        let median = times.sorted()[times.count / 2]
        // Two decimals without Foundation; `size` is used so that no work is optimised away.
        let hundredths = String(Int(median * 100) + (size == 0 ? 1 : 0))
        let whole = hundredths.dropLast(2)
        print("\(name)\t\(whole.isEmpty ? "0" : whole).\(hundredths.suffix(2)) ms\t\(floor)")
    }
}
