import Domain
import Testing

@testable import Web

@Suite struct `JSON is read strictly` {
    @Test(arguments: [
        "", "{", "{}x", #"{"a":01}"#, #"{"a":1.}"#, #"{"a":.5}"#, #"{"a":+1}"#, #"{"a":NaN}"#, #"{'a':1}"#,
        #"{"a":1,}"#,
        #"{"a":"\x"}"#, #"{"a":"\ud800"}"#, #"{"a":"\ud800\u0041"}"#, "{\"a\":\"\u{1}\"}", #"{"a" 1}"#, #"{"a":tru}"#,
        #"[1,]"#, #"{"a":1}//"#, #"{"a":"\u12g4"}"#, "\u{FEFF}{}",
    ])
    func `what is no JSON is none`(_ text: String) {
        #expect(JSONValue(Array(text.utf8)) == nil)
    }

    @Test func `bytes that are no UTF-8 are no JSON`() {
        #expect(JSONValue(Array(#"{"a":""#.utf8) + [0xFF] + Array(#""}"#.utf8)) == nil)
    }

    @Test func `nesting ends at 32`() {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        #expect(JSONValue(nested(32)) != nil)
        #expect(JSONValue(nested(33)) == nil)
        #expect(JSONValue(nested(100_000)) == nil)
    }

    @Test func `every escape is read`() {
        let text = #"{"a":"\"\\\/\b\f\n\r\t\u00e5\ud83d\ude00","b":-1.5e+3,"c":[true,false,null,{}]}"#
        let members = [
            JSONValue.Member(name: "a", value: .string("\"\\/\u{8}\u{C}\n\r\tå😀")),
            JSONValue.Member(name: "b", value: .number("-1.5e+3")),
            JSONValue.Member(name: "c", value: .array([.truth(true), .truth(false), .null, .object([])])),
        ]
        #expect(JSONValue(Array(text.utf8)) == .object(members))
    }
}

@Suite struct `JSON is written as it is read` {
    @Test func `an object with all that there is`() {
        var json = JSONWriter()
        json.object {
            $0.member("text", "å\"\\\n\u{1}\u{2028}</script>")
            $0.member("count", 12)
            $0.member("part", 0.5)
            $0.member("is", true)
            $0.member("nothing", String?.none)
            $0.member("amount", Money(ore: 3_000_050))
            $0.member("at", Instant(microseconds: 1_800_000_000_000_000))
            $0.member("day", Day(year: 2027, month: 4, day: 7))
            $0.object("inner") { $0.member("kind", EventKind.trainingDay) }
            $0.array("list", [1, 2])
            $0.array("empty", [String]())
            $0.array("objects", [1, 2]) { json, number in json.object { $0.member("n", number) } }
        }
        #expect(
            json.text == #"{"text":"å\"\\\n\u0001\u2028</script>","count":12,"part":0.5,"is":true,"nothing":null,"#
                + #""amount":{"amount":"30000.50","currency":"SEK"},"at":"2027-01-15T08:00:00Z","day":"2027-04-07","#
                + #""inner":{"kind":"training-day"},"list":[1,2],"empty":[],"objects":[{"n":1},{"n":2}]}"#)
    }

    @Test(arguments: [-62_135_596_800_000_000, -1, 0, 1, 1_808_812_800_123_456, 253_402_300_799_000_000])
    func `instants are what the Domain writes`(_ microseconds: Int) {
        var json = JSONWriter()
        json.value(Instant(microseconds: microseconds))
        #expect(json.text == "\"\(Instant(microseconds: microseconds).rfc3339)\"")
    }

    @Test(arguments: [-300_050, -50, 0, 5, 99, 100, 3_000_000, 1_000_000_000_000])
    func `amounts are what the Domain writes`(_ ore: Int) {
        var json = JSONWriter()
        json.value(Money(ore: ore))
        #expect(json.text == #"{"amount":"\#(Money(ore: ore).decimal)","currency":"SEK"}"#)
    }

    @Test func `identities are what the Domain writes`() {
        for _ in 0..<100 {
            let id = Event.ID()
            var json = JSONWriter()
            json.value(id)
            #expect(json.text == "\"\(id)\"")
        }
    }

    @Test(arguments: ["", "a", "å\u{2029}b", "\u{0}\u{1F}\u{7F}", "😀\"", "e\u{301}"])
    func `every text comes back`(_ text: String) {
        var json = JSONWriter()
        json.value(text)
        #expect(JSONValue(json.bytes) == .string(text))
    }
}
