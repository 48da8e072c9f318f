extension EventDetails {
    package static let longestTitle = 200
    package static let longestSummary = 500
    package static let longestDescription = 20_000

    /// Adds what is wrong with the details, field by field under the API's names.
    package func validate(_ errors: inout FieldErrors) {
        errors.text(title, "title", limit: Self.longestTitle, required: true)
        errors.text(summary, "summary", limit: Self.longestSummary, lines: true)
        errors.text(description, "description", limit: Self.longestDescription, lines: true)
        validateTime(&errors)
        validatePlace(&errors)
        validateSeats(&errors)
        validateRegistration(&errors)
        errors.require(!audience.isEmpty, "audience", .isMissing)
        errors.require(Set(coHostLibraryIDs).count == coHostLibraryIDs.count, "coHostLibraryIds", .isTwice)
        errors.require(!coHostLibraryIDs.contains(hostLibraryID), "coHostLibraryIds", .isTwice)
        errors.require(coHostLibraryIDs.count <= 50, "coHostLibraryIds", .isTooLong(limit: 50))
        errors.require(themes.count <= 20, "themes", .isTooLong(limit: 20))
        for theme in themes { errors.text(theme, "themes", limit: 60, required: true) }
        errors.require(prices.own <= .largest && prices.others <= .largest, "prices", .isMoreThan(.largest))
    }

    private func validateTime(_ errors: inout FieldErrors) {
        errors.require(endsAt > startsAt, "endsAt", .isNotAfter("startsAt"))
        errors.require(endsAt <= startsAt.adding(days: 400), "endsAt", .isTooLarge(most: 400))
    }

    private func validatePlace(_ errors: inout FieldErrors) {
        if attendance != .online {
            errors.require(venue != nil, "venue", .isMissing)
        }
        if attendance == .online {
            errors.require(onlineURL != nil, "onlineUrl", .isMissing)
        }
        errors.require(!recordingOnly || attendance != .onsite, "recordingOnly", .isNotOneOf(["false"]))
        if let venue {
            errors.text(venue.name, "venue.name", limit: 200, required: true)
            errors.text(venue.street ?? "", "venue.street", limit: 200)
            errors.text(venue.city ?? "", "venue.city", limit: 100)
        }
        if let onlineURL {
            errors.require(WebAddress.isAddress(onlineURL), "onlineUrl", .isNot(.webAddress))
        }
    }

    private func validateSeats(_ errors: inout FieldErrors) {
        guard let capacity = seats.capacity else {
            return errors.require(seats == .unlimited, "seatPools", .isTooLarge(most: 0))
        }
        // Seats of a capacity that cannot be have no sum to come to.
        guard capacity > 0 else { return errors.add("capacity", .isTooSmall(least: 1)) }
        errors.require(capacity <= Seats.largestCapacity, "capacity", .isTooLarge(most: Seats.largestCapacity))
        let pools = [seats.own, seats.others, seats.any]
        errors.require(
            pools.allSatisfy { (0...Seats.largestCapacity).contains($0) }, "seatPools", .isTooSmall(least: 0))
        errors.require(
            pools.reduce(0) { $0.addingReportingOverflow($1).partialValue } == capacity, "seatPools",
            .seatsDoNotAddUp(to: capacity))
    }

    private func validateRegistration(_ errors: inout FieldErrors) {
        if let opens = registration.opensAt {
            errors.require(opens < endsAt, "registration.opensAt", .isTooLate(than: "endsAt"))
        }
        for (field, closes) in [
            ("registration.closesAt", registration.closesAt),
            ("registration.othersCloseAt", registration.othersCloseAt),
        ] {
            guard let closes else { continue }
            errors.require(closes <= endsAt, field, .isTooLate(than: "endsAt"))
            if let opens = registration.opensAt {
                errors.require(closes > opens, field, .isNotAfter("registration.opensAt"))
            }
        }
    }
}

extension FieldErrors {
    /// Checks one text: not only white space if `required`, at most `limit` characters, no control characters but
    /// line breaks and tabs where `lines` may be many, and nothing that turns the direction of the text after it.
    package mutating func text(
        _ text: String, _ field: String, limit: Int, required: Bool = false, lines: Bool = false
    ) {
        if required { require(text.unicodeScalars.contains(where: \.isSeen), field, .isMissing) }
        require(text.unicodeScalars.count <= limit, field, .isTooLong(limit: limit))
        let allowed: Set<Unicode.Scalar> = lines ? ["\n", "\r", "\t"] : []
        let hasControls = text.unicodeScalars.contains {
            $0.properties.generalCategory == .control && !allowed.contains($0) || $0.turnsDirection
        }
        require(!hasControls, field, .hasControlCharacters)
    }
}

extension Unicode.Scalar {
    /// Whether a reader sees anything of it: neither white space nor a character that is made to be invisible.
    fileprivate var isSeen: Bool { !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint }

    /// Whether it embeds, overrides or isolates a direction (Unicode Standard Annex 9, 2.1 to 2.4): what comes after it
    /// in a list or a letter would be shown backwards.
    fileprivate var turnsDirection: Bool {
        ("\u{202A}"..."\u{202E}").contains(self) || ("\u{2066}"..."\u{2069}").contains(self)
    }
}

/// Addresses of the web that may be shown as links.
package enum WebAddress {
    /// Whether `text` is an absolute http or https address without white space, quotes or control characters.
    package static func isAddress(_ text: String) -> Bool {
        guard text.utf8.count <= 2048 else { return false }
        let rest: Substring
        if text.hasPrefix("https://") {
            rest = text.dropFirst(8)
        } else if text.hasPrefix("http://") {
            rest = text.dropFirst(7)
        } else {
            return false
        }
        // A host with a dot in it: a name of one word is a slip, or a machine that the reader cannot reach.
        let host = rest.prefix { !"/?#:".contains($0) }
        guard host.dropFirst().dropLast().contains(".") else { return false }
        return rest.unicodeScalars.allSatisfy {
            $0.value > 0x20 && $0.value != 0x7F && !"\"<>\\^`{|}".unicodeScalars.contains($0)
        }
    }
}
