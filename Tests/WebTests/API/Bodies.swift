import Domain
import TestDatabase

@testable import Web

/// Bodies as clients send them.
enum Body {
    static func money(_ kronor: Int) -> String { #"{"amount": "\#(kronor).00", "currency": "SEK"}"# }

    /// An event with every member of the contract.
    static func event(_ library: String, _ more: String = "") -> String {
        #"""
        {"title": "AI i bibliotekets vardag", "kind": "lecture", "summary": "Vad gör AI?", "description": "En förmiddag.",
         "hostLibraryId": "\#(library)", "coHostLibraryIds": [], "startsAt": "2027-04-27T10:00:00+02:00",
         "endsAt": "2027-04-27T12:00:00+02:00", "timeZone": "Europe/Stockholm", "allDay": false, "attendance": "hybrid",
         "venue": {"name": "Biblioteket", "street": "Storgatan 1", "city": "Lund", "municipalityCode": "1281"},
         "onlineUrl": "https://meet.example/ai", "audience": ["staff"], "themes": ["digital-kompetens"], "capacity": 60,
         "seatPools": [{"audience": "any", "seats": 60}],
         "registration": {"opensAt": null, "closesAt": null, "othersCloseAt": null},
         "prices": {"own": \#(money(0)), "others": \#(money(0))}\#(more)}
        """#
    }

    /// A call that is open now.
    static func call(_ scene: Scene, _ more: String = "") -> String {
        #"""
        {"title": "Kompetensutveckling", "opensAt": "\#(scene.now.adding(days: -1).rfc3339)",
         "closesAt": "\#(scene.now.adding(days: 30).rfc3339)", "budget": \#(money(600_000)),
         "maximumAmount": \#(money(60_000)),
         "rule": {"invite": "all", "noticeDays": 14, "minimumSeatsForOthers": 5, "maximumOwnShare": 0.5}\#(more)}
        """#
    }

    static func application(call: String, library: String, event: String, _ more: String = "") -> String {
        #"""
        {"callId": "\#(call)", "libraryId": "\#(library)", "title": "AI för alla", "purpose": "Att lära av varandra.",
         "events": [{"eventId": "\#(event)", "costShare": \#(money(30_000))}],
         "budget": [{"kind": "fee", "amount": \#(money(30_000))}], "requestedAmount": \#(money(30_000))\#(more)}
        """#
    }

    static func invitation(_ scope: String, _ state: String, _ invitees: [String] = []) -> String {
        let list = invitees.map { "\"\($0)\"" }.joined(separator: ",")
        return #"{"scope": "\#(scope)", "state": "\#(state)", "invitees": [\#(list)]}"#
    }

    static let recommendation = #"{"outcome": "approve", "amount": \#(money(30_000)), "reasons": "Angeläget."}"#
    static let approval = #"{"amount": \#(money(30_000)), "reasons": "Enligt förslaget."}"#
}

extension API {
    /// The library of a municipality.
    func library(_ code: String) async throws -> String {
        try await get("/api/v1/libraries?municipalityCode=\(code)&kind=public")["items"][0]["id"].text ?? ""
    }

    /// Creates something, and gives its id.
    func create(_ path: String, as person: String, _ body: String) async throws -> String {
        try await post(path, as: person, body)["id"].text ?? ""
    }

    /// A call that is announced and open.
    func openCall() async throws -> String {
        let call = try await create("/api/v1/calls", as: People.amira, Body.call(scene))
        _ = try await post("/api/v1/calls/\(call)/publication", as: People.amira)
        return call
    }
}
