package import Domain
import struct Foundation.UUID

/// A value that JSON has a form for.
package protocol JSONWritable {
    /// Appends the value; commas are the writer's.
    func write(to json: inout JSONWriter)
}

extension JSONWritable where Self: RawRepresentable, RawValue: JSONWritable {
    /// An enumeration is written by its raw value.
    package func write(to json: inout JSONWriter) { rawValue.write(to: &json) }
}

extension String: JSONWritable {
    package func write(to json: inout JSONWriter) { json.quoted(self) }
}

extension Int: JSONWritable {
    package func write(to json: inout JSONWriter) { json.digits(self) }
}

extension Double: JSONWritable {
    /// JSON has no infinity and no NaN.
    package func write(to json: inout JSONWriter) { json.raw(isFinite ? String(self) : "null") }
}

extension Bool: JSONWritable {
    package func write(to json: inout JSONWriter) { json.raw(self ? "true" : "false") }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    package func write(to json: inout JSONWriter) {
        if let self { self.write(to: &json) } else { json.raw("null") }
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    package func write(to json: inout JSONWriter) { json.array(self) { $0.value($1) } }
}

extension Identifier: JSONWritable {
    /// As `description`, without the three strings that it takes to make it: half the cost of a small object.
    package func write(to json: inout JSONWriter) {
        let id = rawValue.uuid
        json.byte(UInt8(ascii: "\""))
        json.hexadecimal(id.0, id.1, id.2, id.3)
        json.byte(UInt8(ascii: "-"))
        json.hexadecimal(id.4, id.5)
        json.byte(UInt8(ascii: "-"))
        json.hexadecimal(id.6, id.7)
        json.byte(UInt8(ascii: "-"))
        json.hexadecimal(id.8, id.9)
        json.byte(UInt8(ascii: "-"))
        json.hexadecimal(id.10, id.11, id.12, id.13, id.14, id.15)
        json.byte(UInt8(ascii: "\""))
    }
}

extension Money: JSONWritable {
    /// As CommonGrants writes money: `{"amount": "30000.00", "currency": "SEK"}`.
    package func write(to json: inout JSONWriter) {
        json.raw("{\"amount\":\"")
        if ore < 0 { json.byte(UInt8(ascii: "-")) }
        json.digits(abs(ore) / 100)
        json.byte(UInt8(ascii: "."))
        json.digits(abs(ore % 100), width: 2)
        json.raw("\",\"currency\":\"SEK\"}")
    }
}

extension Day: JSONWritable {
    package func write(to json: inout JSONWriter) {
        json.byte(UInt8(ascii: "\""))
        json.digits(of: self)
        json.byte(UInt8(ascii: "\""))
    }
}

extension Instant: JSONWritable {
    /// RFC 3339 in UTC, with a fraction only where there is one.
    package func write(to json: inout JSONWriter) {
        let local = LocalDateTime(secondsSince1970: seconds)
        json.byte(UInt8(ascii: "\""))
        json.digits(of: local.day)
        json.byte(UInt8(ascii: "T"))
        json.digits(local.hour, width: 2)
        json.byte(UInt8(ascii: ":"))
        json.digits(local.minute, width: 2)
        json.byte(UInt8(ascii: ":"))
        json.digits(local.second, width: 2)
        let fraction = microseconds - seconds * 1_000_000
        if fraction != 0 {
            json.byte(UInt8(ascii: "."))
            json.digits(fraction, width: 6)
        }
        json.byte(UInt8(ascii: "Z"))
        json.byte(UInt8(ascii: "\""))
    }
}

extension JSONWriter {
    fileprivate mutating func digits(of day: Day) {
        let (year, month, number) = day.numbers
        digits(year, width: 4)
        byte(UInt8(ascii: "-"))
        digits(month, width: 2)
        byte(UInt8(ascii: "-"))
        digits(number, width: 2)
    }
}

extension EventKind: JSONWritable {}
extension Attendance: JSONWritable {}
extension Audience: JSONWritable {}
extension Role: JSONWritable {}
extension Invitation.Scope: JSONWritable {}
extension Invitation.State: JSONWritable {}
extension GrantApplication.Status: JSONWritable {}
extension GrantRequest.BudgetLine.Kind: JSONWritable {}
extension ApplicationPartner.Role: JSONWritable {}
extension Attachment.Scan.State: JSONWritable {}
extension SimilarApplication.Reason: JSONWritable {}
extension Grant.State: JSONWritable {}
extension Condition.State: JSONWritable {}
extension Condition.Breach.Kind: JSONWritable {}
extension Appeal: JSONWritable {}
extension ReceivedAppeal.Outcome: JSONWritable {}
extension DecisionDocument.Kind: JSONWritable {}
extension DecisionText.Language: JSONWritable {}
extension DecisionTexts.Kind: JSONWritable {}
extension Deviation.Kind: JSONWritable {}
extension Library.Kind: JSONWritable {}
extension Predicate: JSONWritable {}
extension Severity: JSONWritable {}
extension Verdict: JSONWritable {}
extension Finding.Reason: JSONWritable {}
