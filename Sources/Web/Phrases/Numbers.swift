package import Domain

/// Numbers and money (webbriktlinjer.se R66): groups of three with a no-break space, decimal comma.
extension Phrases {
    /// `35 000`; in English `35,000`.
    package func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { grouped += say("\u{A0}", en: ",") }
            grouped.append(digit)
        }
        return number < 0 ? say("\u{2212}", en: "\u{2212}") + grouped : grouped
    }

    /// `35 000 kr`, with öre only where there are any; in English `SEK 35,000`.
    package func money(_ money: Money) -> String {
        let ore = abs(money.ore % 100)
        let kronor = number(money.ore / 100)
        let cents = ore == 0 ? "" : "\(ore < 10 ? "0" : "")\(ore)"
        let swedish = cents.isEmpty ? kronor : "\(kronor),\(cents)"
        let english = cents.isEmpty ? kronor : "\(kronor).\(cents)"
        return say("\(swedish)\u{A0}kr", en: "SEK\u{A0}\(english)")
    }

    /// `12,5 %` for 0.125; in English `12.5%`.
    package func percent(_ part: Double) -> String {
        let tenths = Int((part * 1000).rounded())
        let whole = number(tenths / 10)
        let rest = abs(tenths % 10)
        return rest == 0
            ? say("\(whole)\u{A0}%", en: "\(whole)%") : say("\(whole),\(rest)\u{A0}%", en: "\(whole).\(rest)%")
    }
}
