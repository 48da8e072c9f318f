/// What is wrong with a request.
extension Phrases {
    func title(_ code: RequestFault.Code) -> String {
        switch code {
        case .badHost: say("Fel värdnamn", en: "Wrong host name")
        case .badParameter: say("En uppgift i adressen är fel", en: "A parameter of the address is wrong")
        case .badIdempotencyKey: say("Fel i Idempotency-Key", en: "Wrong Idempotency-Key")
        case .badToken: say("Åtkomstnyckeln gäller inte", en: "The token is not valid")
        case .malformedJSON: say("Innehållet är inte JSON", en: "The body is not JSON")
        case .malformedForm: say("Formuläret går inte att läsa", en: "The form cannot be read")
        case .foreignForm: say("Formuläret gäller inte längre", en: "The form is no longer valid")
        case .methodNotAllowed: say("Metoden finns inte här", en: "The method does not exist here")
        case .tooSlow: say("Det tog för lång tid", en: "It took too long")
        case .tooLarge: say("För mycket på en gång", en: "Too much at once")
        case .addressTooLong: say("Adressen är för lång", en: "The address is too long")
        case .mediaType: say("Fel slags innehåll", en: "Wrong kind of content")
        case .tooMany: say("För många förfrågningar", en: "Too many requests")
        case .methodUnknown: say("Okänd metod", en: "Unknown method")
        }
    }

    func detail(_ fault: RequestFault) -> String {
        if let range = fault.range { return detail(range) }
        guard let most = fault.most else { return detail(fault.code) }
        if fault.field == "file" {
            return say(
                "Filen är för stor. En fil får vara högst \(size(most)): gör den mindre eller dela upp den, och skicka den igen. Inget annat har ändrats.",
                en:
                    "The file is too large. A file may be at most \(size(most)): make it smaller or divide it, and send it again. Nothing else was changed."
            )
        }
        return say(
            "Det du skickade är för stort. Högst \(size(most)) tas emot.",
            en: "What you sent is too large. At most \(size(most)) is taken.")
    }

    private func detail(_ range: RequestFault.Range) -> String {
        switch range {
        case .numbers(let least, let most):
            say(
                "Värdet ska vara ett helt tal från \(number(least)) till \(number(most)).",
                en: "The value must be a whole number from \(number(least)) to \(number(most)).")
        case .days(let first, let last):
            say("Värdet ska ligga från \(first) till \(last).", en: "The value must lie from \(first) to \(last).")
        }
    }

    func detail(_ code: RequestFault.Code) -> String {
        switch code {
        case .badHost:
            say(
                "Rubriken Host ska nämna tjänsten, och bara en gång.",
                en: "The header Host must name the service, once.")
        case .badParameter:
            say(
                "Värdet är inget som tjänsten förstår, eller står två gånger.",
                en: "The value is not understood, or stands twice.")
        case .badIdempotencyKey:
            say("Nyckeln ska ha 1–255 synliga ASCII-tecken.", en: "The key must have 1–255 visible ASCII characters.")
        case .badToken:
            say("Nyckeln är okänd, återkallad eller har gått ut.", en: "The token is unknown, revoked or has expired.")
        case .malformedJSON:
            say(
                "Skicka ett JSON-objekt i UTF-8, högst 32 nivåer djupt.",
                en: "Send a JSON object in UTF-8, at most 32 levels deep.")
        case .malformedForm:
            say(
                "Skicka formuläret i UTF-8 med högst 1000 fält.",
                en: "Send the form in UTF-8 with at most 1000 fields.")
        case .foreignForm:
            say(
                "Gå tillbaka, ladda om sidan och skicka formuläret igen.",
                en: "Go back, load the page again and send the form once more.")
        case .methodNotAllowed:
            say("Rubriken Allow säger vilka metoder som finns.", en: "The header Allow says which methods exist.")
        case .tooSlow: say("Hela innehållet hann inte komma fram.", en: "The whole body did not arrive in time.")
        case .tooLarge:
            say(
                "En fil får vara högst 10 MB, om regionen inte har satt en annan gräns. Annat får vara högst 256 kB.",
                en: "A file may be at most 10 MB, unless the region has set another limit. Other bodies: 256 kB.")
        case .addressTooLong: say("Korta adressen.", en: "Make the address shorter.")
        case .mediaType:
            say(
                "Content-Type ska vara application/json i API:et, och ett vanligt formulär på sidorna.",
                en: "Content-Type must be application/json in the API, and a plain form on pages.")
        case .tooMany: say("Vänta en stund och försök igen.", en: "Wait a while and try again.")
        case .methodUnknown:
            say(
                "Tjänsten känner inte till metoden i begäran.",
                en: "The service does not know the method of the request.")
        }
    }
}
