package import Domain

/// Reads a JSON object field by field and gathers every fault under the API's name of the field.
///
/// What is absent, null or faulty is nil. A `required…` gives a stand-in for what is missing or faulty: it is never
/// used, since `end()` then throws. `end()` also refuses members that nobody asked for, by name.
package final class ObjectReader {
    private let members: [String: JSONValue]
    private let path: String
    private let faults: Faults
    private var asked: Set<String> = []
    private var children: [ObjectReader] = []

    /// Shared by an object and those within it.
    private final class Faults {
        var errors = FieldErrors()
    }

    convenience init(_ members: [JSONValue.Member]) {
        self.init(members, path: "", faults: Faults())
    }

    private init(_ members: [JSONValue.Member], path: String, faults: Faults) {
        self.path = path
        self.faults = faults
        var named: [String: JSONValue] = [:]
        for member in members where named.updateValue(member.value, forKey: member.name) != nil {
            faults.errors.add(path + member.name, .isTwice)
        }
        self.members = named
    }

    /// The faults so far. The Domain's checks add theirs: `details.validate(&json.errors)`.
    package var errors: FieldErrors {
        get { faults.errors }
        set { faults.errors = newValue }
    }

    /// Whether anything is said of `name`, if only null.
    package func has(_ name: String) -> Bool { members[name] != nil }

    /// Whether `name` is said to be nothing.
    package func isNull(_ name: String) -> Bool { members[name] == .null }

    /// Throws all faults, the first of each field.
    package func end() throws(Refusal) {
        refuseUnknown()
        var fields: Set<String> = []
        let first = faults.errors.all.filter { fields.insert($0.field).inserted }
        guard first.isEmpty else { throw .invalid(first) }
    }

    private func refuseUnknown() {
        for name in members.keys.sorted() where !asked.contains(name) { fault(name, .isUnknownField) }
        for child in children { child.refuseUnknown() }
    }
}

extension ObjectReader {
    /// What stands under `name`, unless it is null.
    func value(_ name: String) -> JSONValue? {
        asked.insert(name)
        guard let value = members[name], value != .null else { return nil }
        return value
    }

    func fault(_ name: String, _ fault: FieldError.Fault) { faults.errors.add(path + name, fault) }

    /// What `read` makes of the value under `name`; nothing is a value of another form.
    func read<Value>(_ name: String, _ form: FieldError.Form, _ read: (JSONValue) -> Value?) -> Value? {
        guard let value = value(name) else { return nil }
        guard let result = read(value) else {
            fault(name, .isNot(form))
            return nil
        }
        return result
    }

    /// The items of the list under `name`, each read by `read` under `name[0]`, `name[1]` and so on.
    func items<Value>(_ name: String, _ read: (JSONValue, String) -> Value?) -> [Value]? {
        guard let value = value(name) else { return nil }
        guard case .array(let items) = value else {
            fault(name, .isNot(.list))
            return nil
        }
        return items.enumerated().compactMap { index, item in read(item, "\(name)[\(index)]") }
    }

    /// `value`, or `standIn` where there is none, which is a fault.
    func required<Value>(_ name: String, _ value: Value?, or standIn: @autoclosure () -> Value) -> Value {
        if let value { return value }
        if members[name] == nil || members[name] == .null { fault(name, .isMissing) }
        return standIn()
    }

    /// An object within this one.
    package func object(_ name: String, required: Bool = false) -> ObjectReader? {
        let members: [JSONValue.Member]? = read(name, .object) { value in
            if case .object(let members) = value { members } else { nil }
        }
        guard let members else {
            if required, !has(name) || isNull(name) { fault(name, .isMissing) }
            return nil
        }
        return child(members, name)
    }

    /// A list of objects within this one.
    package func objects(_ name: String) -> [ObjectReader]? {
        items(name) { value, field in
            guard case .object(let members) = value else {
                fault(field, .isNot(.object))
                return nil
            }
            return child(members, field)
        }
    }

    private func child(_ members: [JSONValue.Member], _ name: String) -> ObjectReader {
        let reader = ObjectReader(members, path: "\(path)\(name).", faults: faults)
        children.append(reader)
        return reader
    }
}
