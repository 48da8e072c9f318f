import Domain

/// The headings, tracks and rounds of a call in its form. Tracks and rounds are lists of rows.
enum CallPartsForm {
    static let tracks = FormRows(name: "tracks", fields: ["name", "nameInEnglish", "budget", "maximumAmount"])
    static let rounds = FormRows(
        name: "rounds", fields: ["opensOn", "opensTime", "closesOn", "closesTime", "decisionOn"])

    static func read(_ form: FormReader, _ sent: [String: [String]], into details: inout CallDetails) {
        for section in CallSection.allCases {
            let text = BilingualText(
                form.text("texts.\(section.name).sv") ?? "", en: form.text("texts.\(section.name).en") ?? "")
            if !text.isEmpty { details.texts[section] = text }
        }
        details.isRolling = form.truth("rolling")
        tracks.pass(form, sent)
        rounds.pass(form, sent)
        details.tracks = tracks.filled(in: sent).map { row in
            CallTrack(
                name: BilingualText(
                    form.requiredText(tracks.field("name", row)),
                    en: form.text(tracks.field("nameInEnglish", row)) ?? ""),
                budget: form.requiredMoney(tracks.field("budget", row)),
                maximumAmount: form.money(tracks.field("maximumAmount", row)))
        }
        details.rounds = rounds.filled(in: sent).map { row in
            CallRound(
                opensAt: instant(form, row, "opensOn", "opensTime"),
                closesAt: instant(form, row, "closesOn", "closesTime"),
                decisionExpectedOn: form.day(rounds.field("decisionOn", row)))
        }
    }

    /// A day and a time of the clock in two fields of a row.
    private static func instant(_ form: FormReader, _ row: Int, _ day: String, _ clock: String) -> Instant {
        let (dayField, clockField) = (rounds.field(day, row), rounds.field(clock, row))
        let (date, time) = (form.requiredText(dayField), form.requiredText(clockField))
        guard !date.isEmpty, !time.isEmpty else { return Instant(microseconds: 0) }
        guard Day(date) != nil else {
            form.errors.add(dayField, .isNot(.day))
            return Instant(microseconds: 0)
        }
        switch TypedText.instant("\(date)T\(TypedText.clock(time) ?? time)") {
        case .success(let instant): return instant
        case .failure(let wrong):
            form.errors.add(clockField, wrong.fault)
            return Instant(microseconds: 0)
        }
    }

    static func values(_ details: CallDetails) -> [String: [String]] {
        var values: [String: [String]] = ["rolling": details.isRolling ? ["yes"] : []]
        for section in CallSection.allCases {
            values["texts.\(section.name).sv"] = [details.texts[section]?.swedish ?? ""]
            values["texts.\(section.name).en"] = [details.texts[section]?.english ?? ""]
        }
        for (row, track) in details.tracks.enumerated() {
            values[tracks.field("name", row)] = [track.name.swedish]
            values[tracks.field("nameInEnglish", row)] = [track.name.english]
            values[tracks.field("budget", row)] = [track.budget.typed]
            values[tracks.field("maximumAmount", row)] = [track.maximumAmount?.typed ?? ""]
        }
        for (row, round) in details.rounds.enumerated() {
            let (opens, closes) = (Stockholm.local(round.opensAt), Stockholm.local(round.closesAt))
            values[rounds.field("opensOn", row)] = [opens.day.text]
            values[rounds.field("opensTime", row)] = [opens.clockText]
            values[rounds.field("closesOn", row)] = [closes.day.text]
            values[rounds.field("closesTime", row)] = [closes.clockText]
            values[rounds.field("decisionOn", row)] = [round.decisionExpectedOn?.text ?? ""]
        }
        return values
    }

    /// What nobody has touched stays as it is kept.
    static func over(_ kept: CallDetails, _ typed: CallDetails) -> CallDetails {
        var details = typed
        for (section, text) in typed.texts {
            guard let before = kept.texts[section] else { continue }
            details.texts[section] = BilingualText(
                TypedText.text(text.swedish, over: before.swedish),
                en: TypedText.text(text.english, over: before.english))
        }
        return details
    }
}

extension CallPartsForm {
    /// What most calls say, for a new one to begin with.
    static var standardTexts: [String: [String]] {
        let (swedish, english) = (Phrases(.swedish), Phrases(.english))
        return [
            "texts.whoMayApply.sv": [swedish.whoMayApplyText], "texts.whoMayApply.en": [english.whoMayApplyText],
            "texts.notForWhat.sv": [swedish.notForWhatText], "texts.notForWhat.en": [english.notForWhatText],
        ]
    }

    /// What was typed, with one more row in the list for which its button was pressed; nil if none was.
    static func withMoreRows(_ typed: [String: [String]]) -> [String: [String]]? {
        guard let asked = typed[ApplicationForm.moreRows]?.first,
            let list = [tracks, rounds].first(where: { $0.name == asked })
        else { return nil }
        var typed = typed
        typed[list.field(list.fields[0], (list.numbers(in: typed).last ?? -1) + 1)] = [""]
        return typed
    }

    /// Which row shows the faults that the Domain finds: it counts only rows in which something stands.
    static func places(_ typed: [String: [String]]) -> [String: String] {
        var places = [
            "tracks": tracks.field("budget", tracks.numbers(in: typed).first ?? 0),
            "rounds": rounds.field("opensOn", rounds.numbers(in: typed).first ?? 0),
        ]
        for (index, row) in tracks.filled(in: typed).enumerated() {
            places["tracks[\(index)].name.sv"] = tracks.field("name", row)
            places["tracks[\(index)].name.en"] = tracks.field("nameInEnglish", row)
            places["tracks[\(index)].budget"] = tracks.field("budget", row)
            places["tracks[\(index)].maximumAmount"] = tracks.field("maximumAmount", row)
        }
        for (index, row) in rounds.filled(in: typed).enumerated() {
            places["rounds[\(index)].opensAt"] = rounds.field("opensOn", row)
            places["rounds[\(index)].closesAt"] = rounds.field("closesOn", row)
            places["rounds[\(index)].decisionExpectedOn"] = rounds.field("decisionOn", row)
        }
        return places
    }
}
