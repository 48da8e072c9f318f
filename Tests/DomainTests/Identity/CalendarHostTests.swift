import Domain
import Testing

@Suite struct `A calendar host` {
    @Test(arguments: ["samlyft.example", "kalender.region.example", "localhost", "127.0.0.1", "a", "X-1.Example"])
    func `is the name of a host, in small letters, behind the identity of each event`(_ name: String) throws {
        let host = try #require(CalendarHost(name))
        let id = Event.ID(number: 7)
        #expect(host.uid(of: id) == "\(id)@\(name.lowercased())")
    }

    @Test(arguments: [
        "", ".", "-a", "a-", "a.", "å.example", "a b", "a@b", "a:8080", "https://a", "[::1]", "a\n",
        String(repeating: "a", count: 254),
    ])
    func `is nothing else`(_ name: String) {
        #expect(CalendarHost(name) == nil)
    }
}
