package import Domain

extension FormReader {
    /// An amount as people write it: `30 000`, `30000,50`, `30000 kr`.
    package func money(_ name: String) -> Money? {
        guard let text = text(name) else { return nil }
        if let money = TypedText.money(text) { return money }
        if TypedText.isNegativeMoney(text) {
            errors.add(name, .isTooSmall(least: 0))
        } else {
            errors.add(name, TypedText.isTooMuchMoney(text) ? .isMoreThan(.largest) : .isNot(.money))
        }
        return nil
    }

    package func requiredMoney(_ name: String) -> Money { required(name, money(name), or: .zero) }

    /// A day: `2027-04-27`.
    package func day(_ name: String) -> Day? {
        guard let text = text(name) else { return nil }
        let day = Day(text)
        let wrong = day.map { SensibleTime.fault(of: $0) } ?? SensibleTime.fault(ofText: text, else: .day)
        guard let wrong else { return day }
        errors.add(name, wrong)
        return nil
    }

    package func requiredDay(_ name: String) -> Day { required(name, day(name), or: Day(daysSince1970: 0)) }

    /// A time as the clock in Stockholm shows it: one field `2027-04-27T10:00`, or the fields `name.date` and
    /// `name.time`. Faults stand at the field that was typed in.
    package func instant(_ name: String) -> Instant? {
        let typed = text(name)
        let day = text("\(name).date")
        let clock = text("\(name).time")
        if typed == nil, day == nil, clock == nil { return nil }
        if let typed { return instant(typed, at: name) }
        guard let day else {
            errors.add("\(name).date", .isMissing)
            return nil
        }
        guard let clock else {
            errors.add("\(name).time", .isMissing)
            return nil
        }
        let wrong = Day(day).map { SensibleTime.fault(of: $0) } ?? SensibleTime.fault(ofText: day, else: .day)
        if let wrong {
            errors.add("\(name).date", wrong)
            return nil
        }
        return instant("\(day)T\(TypedText.clock(clock) ?? clock)", at: "\(name).time")
    }

    package func requiredInstant(_ name: String) -> Instant {
        let before = errors.all.count
        guard let instant = instant(name) else {
            // The page shows the fault where the reader types: at the date, if the page has one.
            if errors.all.count == before { errors.add(has("\(name).date") ? "\(name).date" : name, .isMissing) }
            return Instant(microseconds: 0)
        }
        return instant
    }

    private func instant(_ text: String, at field: String) -> Instant? {
        switch TypedText.instant(text) {
        case .success(let instant):
            guard let wrong = SensibleTime.fault(of: instant) else { return instant }
            errors.add(field, wrong)
            return nil
        case .failure(let wrong):
            errors.add(field, wrong.fault)
            return nil
        }
    }
}
