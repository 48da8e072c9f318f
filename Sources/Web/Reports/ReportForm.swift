import Domain

/// A report as people fill it in. Its fields are named after the events and libraries of the page.
struct ReportForm {
    let file: ReportFile

    /// Reads what was typed.
    func read(_ form: FormReader) -> Report {
        Report(
            events: file.facts.enumerated().map { index, fact in read(form, fact, at: index) },
            outcome: Report.Line.Kind.allCases.compactMap { kind in
                form.money("outcome.\(kind.rawValue)").map { Report.Line(kind: kind, amount: $0) }
            },
            total: form.money("total"), ownContribution: form.money("ownContribution"),
            otherFunding: form.money("otherFunding"), learnings: form.text("learnings") ?? "",
            materialLink: form.text("materialLink") ?? "", supportWasTold: form.truth("supportWasTold"))
    }

    /// Adds what the Domain finds, so that all faults are told at once. Those of a report that is to be sent are told
    /// here only beside others: alone they do not keep it from being saved.
    func addFaults(of report: Report, sending: Bool, attested: Bool, to form: FormReader) {
        var faults = FieldErrors()
        report.validate(&faults, of: file.facts)
        guard !form.errors.all.isEmpty || !faults.all.isEmpty else { return }
        if sending {
            faults = FieldErrors()
            report.validateForSubmission(&faults, of: file.facts, attested: attested)
        }
        // A line that could not be read is missing in the sum, and is what is to be mended.
        let hasSum = !form.errors.all.contains { $0.field.hasPrefix("outcome.") }
        for fault in faults.all where hasSum || fault.field != "total" { form.errors.add(fault.field, fault.fault) }
    }

    /// The report as it is sent: a total that was left empty is the sum of its lines.
    func withTotal(_ report: Report, _ form: FormReader) -> Report {
        var report = report
        if report.total == nil, form.raw("total").trimmed.isEmpty, !report.outcome.isEmpty {
            report.total = report.outcome.map(\.amount).sum
        }
        return report
    }

    private func read(_ form: FormReader, _ fact: Report.EventFacts, at index: Int) -> Report.EventOutcome {
        Report.EventOutcome(
            eventID: fact.eventID,
            carriedOut: form.choice("events.\(index).carriedOut", YesOrNo.self).map { $0 == .yes },
            deviations: form.text("events.\(index).deviations") ?? "",
            guests: file.guestLibraries(of: fact).compactMap { library in
                let registered = form.integer("events.\(index).registered.\(library.id)")
                let attended = form.integer("events.\(index).attended.\(library.id)")
                guard registered != nil || attended != nil else { return nil }
                return Report.Guests(libraryID: library.id, registered: registered, attended: attended)
            },
            refused: form.integer("events.\(index).refused"))
    }

    /// What stands in the fields of a report that was kept.
    func typed(_ report: Report) -> [String: [String]] {
        var typed: [String: [String]] = [
            "total": [report.total?.typed ?? ""], "ownContribution": [report.ownContribution?.typed ?? ""],
            "otherFunding": [report.otherFunding?.typed ?? ""], "learnings": [report.learnings],
            "materialLink": [report.materialLink], "supportWasTold": report.supportWasTold ? ["true"] : [],
        ]
        for line in report.outcome { typed["outcome.\(line.kind.rawValue)"] = [line.amount.typed] }
        for (index, fact) in file.facts.enumerated() {
            guard let told = report.events.first(where: { $0.eventID == fact.eventID }) else { continue }
            typed["events.\(index).carriedOut"] = told.carriedOut.map { [($0 ? YesOrNo.yes : .no).rawValue] } ?? []
            typed["events.\(index).deviations"] = [told.deviations]
            typed["events.\(index).refused"] = told.refused.map { ["\($0)"] } ?? []
            for guests in told.guests {
                typed["events.\(index).registered.\(guests.libraryID)"] = guests.registered.map { ["\($0)"] } ?? []
                typed["events.\(index).attended.\(guests.libraryID)"] = guests.attended.map { ["\($0)"] } ?? []
            }
        }
        return typed
    }

    /// Beside which control a fault stands that the Domain has found in `report`.
    func places(_ report: Report) -> [String: String] {
        var places = ["outcome": "outcome.fee"]
        for (index, event) in report.events.enumerated() {
            for name in ["carriedOut", "deviations", "refused"] {
                places["events[\(index)].\(name)"] = "events.\(index).\(name)"
            }
            for (guest, guests) in event.guests.enumerated() {
                for name in ["registered", "attended"] {
                    places["events[\(index)].guests[\(guest)].\(name)"] = "events.\(index).\(name).\(guests.libraryID)"
                }
            }
        }
        return places
    }
}

/// An answer that somebody has to choose.
enum YesOrNo: String, CaseIterable { case yes, no }
