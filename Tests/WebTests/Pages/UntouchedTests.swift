import Domain
import Operations
import TestDatabase
import Testing

@testable import Web

@Suite struct `A form that is sent untouched` {
    @Test func `leaves an event as it was, to the microsecond and the order of what is ticked`() async throws {
        try await PageSite.with { site in
            let id = try await site.scene.draftEvent { details in
                details.startsAt = Instant(microseconds: 1_950_000_015_123_456)
                // The second of the two half past two that this night has.
                details.endsAt = Instant(microseconds: 1_950_744_607_500_000)
                details.title = "  Rum \"A\" & <B>  "
                details.summary = "Två rader\nmed slut \n"
                details.description = "Första\n\n  indrag & 'citat'\n"
                details.audience = [.heads, .staff]
                details.themes = ["eget-tema", "ledarskap", "demokrati"]
                details.seats = Seats(capacity: 30, own: 7, others: 3, any: 20)
                details.prices = Prices(own: Money(ore: 12_345), others: .kronor(1))
                details.registration.closesAt = Instant(microseconds: 1_949_900_001_000_001)
            }
            let before = try await site.scene.event(id)
            let form = try FilledForm(
                try await site.get(Link.editEvent(id), as: site.scene.karin), to: Link.editEvent(id))
            let saved = try await site.post(Link.editEvent(id), as: site.scene.karin, form.fields)
            #expect(saved.status == 303)
            #expect(try await site.scene.event(id).details == before.details)
            let touched = try await site.get(Link.editEvent(id), as: site.scene.karin)
            let again = try FilledForm(touched, to: Link.editEvent(id)).changed(["startsAt.time": "10.00.30"])
            #expect(try await site.post(Link.editEvent(id), as: site.scene.karin, again).status == 303)
            let after = try await site.scene.event(id).details
            #expect(Stockholm.local(after.startsAt).text.hasSuffix("T10:00:30"))
            #expect(after.endsAt == before.details.endsAt)
        }
    }

    @Test func `leaves an application with all lines of its budget`() async throws {
        try await PageSite.with { site in
            let scene = site.scene
            let events = [try await scene.boundEvent(), try await scene.boundEvent()].sorted()
            var request = scene.request(for: events)
            request.purpose = "Att lära \n"
            request.budget = [
                .init(kind: .fee, amount: .kronor(10_000)), .init(kind: .travel, amount: Money(ore: 50)),
                .init(kind: .fee, amount: .kronor(10_000)), .init(kind: .fee, amount: .zero),
                .init(kind: .material, amount: .kronor(19_999)),
            ]
            let id = try await scene.operations.draftApplication(
                request, to: try await scene.openCall(), from: try scene.library(of: scene.karin), by: scene.karin)
            for section in ApplicationSection.allCases {
                let path = Link.edit(section, of: id)
                let form = try FilledForm(try await site.get(path, as: scene.karin), to: path)
                let sent = form.fields.filter { !$0.0.isEmpty }
                #expect(try await site.post(path, as: scene.karin, sent).status == 303, "\(section)")
            }
            #expect(try await scene.application(id).request == request)
        }
    }

    @Test func `leaves a call as it was, to the fraction of a percent`() async throws {
        try await PageSite.with { site in
            var details = site.scene.callDetails
            details.opensAt = Instant(microseconds: 1_951_000_015_123_456)
            details.closesAt = Instant(microseconds: 1_952_000_015_123_456)
            details.maximumAmount = Money(ore: 5_000_050)
            let id = try await site.scene.operations.draftCall(
                details, rule: CallRule(maximumOwnShare: 0.333), by: site.scene.amira)
            let form = try FilledForm(
                try await site.get(Link.editCall(id), as: site.scene.amira), to: Link.editCall(id))
            #expect(try await site.post(Link.editCall(id), as: site.scene.amira, form.fields).status == 303)
            let call = try await site.scene.call(id)
            #expect(call.details == details)
            #expect(call.rule.maximumOwnShare == 0.333)
            #expect(call.rule.version == 1)
        }
    }
}
