import Domain

/// What the API asks for behind the question mark. A faulty value is refused by the name of its parameter.
extension WebRequest {
    /// Refuses parameters that the route does not know: a filter that is misspelt must not look like one that found
    /// all.
    func allowParameters(_ names: String...) throws(RequestFault) {
        for (name, _) in query.all where !names.contains(name) && name != "language" {
            throw RequestFault(.badParameter, field: name)
        }
    }
}

extension Query {
    /// One of the values of an enumeration.
    func oneOf<Value: Choosable>(_ name: String, _ type: Value.Type) throws(RequestFault) -> Value? {
        try read(name) { Value(rawValue: $0) }
    }

    /// An identity.
    func identity<Subject>(_ name: String, _ subject: Subject.Type) throws(RequestFault) -> Identifier<Subject>? {
        try read(name) { Identifier<Subject>($0) }
    }

    /// `true` or `false`.
    func truth(_ name: String) throws(RequestFault) -> Bool? {
        try read(name) { Bool($0) }
    }

    /// Text of at most `limit` characters. PostgreSQL's text holds no NUL, and nobody searches for control characters.
    func words(_ name: String, limit: Int = 200) throws(RequestFault) -> String? {
        try read(name) { text in
            let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
            return isPlain && text.count <= limit ? text : nil
        }
    }

    /// A point in time, or a day: its first instant, or the first after it where `after` is true.
    func moment(_ name: String, after: Bool = false) throws(RequestFault) -> Instant? {
        let found = try read(name) { text in
            if let day = Day(text) { return Stockholm.start(of: after ? day.adding(days: 1) : day) }
            return Instant(rfc3339: text)
        }
        guard let found else { return nil }
        guard SensibleTime.fault(of: found) == nil else {
            throw RequestFault(
                .badParameter, field: name, range: .days(SensibleTime.range.first, SensibleTime.range.last))
        }
        return found
    }

    private func read<Value>(_ name: String, _ make: (String) -> Value?) throws(RequestFault) -> Value? {
        guard let text = try single(name) else { return nil }
        guard let value = make(text) else { throw RequestFault(.badParameter, field: name) }
        return value
    }
}
