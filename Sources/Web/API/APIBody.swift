import Crypto
import Domain
import Foundation
import HTTPTypes
import NIOCore
import Store

/// What a body says of a member that may also be nothing.
enum Said<Value: Sendable>: Sendable {
    case nothing
    case null
    case value(Value)

    /// What stands after it: the value, none, or what stood before.
    func over(_ current: Value?) -> Value? {
        switch self {
        case .nothing: current
        case .null: nil
        case .value(let value): value
        }
    }
}

extension ObjectReader {
    /// What is said of a member that may be null. Of a faulty one nothing: its fault is noted.
    func said<Value>(_ name: String, _ read: (String) -> Value?) -> Said<Value> {
        if let value = read(name) { return .value(value) }
        return isNull(name) ? .null : .nothing
    }

    /// The value of a member that may be left out but not be null.
    func given<Value>(_ name: String, _ read: (String) -> Value?) -> Value? {
        if isNull(name) { fault(name, .isMissing) }
        return read(name)
    }

    /// A point in time in a year that makes sense.
    func moment(_ name: String) -> Instant? {
        guard let instant = instant(name) else { return nil }
        guard let wrong = SensibleTime.fault(of: instant) else { return instant }
        fault(name, wrong)
        return nil
    }

    /// Adds what the Domain finds wrong, except with members of which reading found a fault already.
    func add(_ found: FieldErrors) {
        let faulty = errors.all.map(\.field)
        for error in found.all {
            let isKnown = faulty.contains { name in
                name == error.field || name.hasPrefix("\(error.field).") || name.hasPrefix("\(error.field)[")
            }
            if !isKnown { errors.add(error.field, error.fault) }
        }
    }
}

extension WebRequest {
    /// The body of a command. None at all is read as an object without members.
    func command() throws(RequestFault) -> ObjectReader {
        body.readableBytes == 0 ? ObjectReader([]) : try json()
    }

    /// The request as one that may be repeated, if its sender gave it a key.
    func repeatable(by person: Person) throws -> RepeatableRequest? {
        guard let key = try idempotencyKey else { return nil }
        return RepeatableRequest(
            personID: person.id, route: "\(method.rawValue) \(path)", key: key,
            hash: Array(SHA256.hash(data: Data(body.readableBytesView))))
    }
}
