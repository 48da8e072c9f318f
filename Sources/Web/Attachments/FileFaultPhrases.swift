import Domain

/// What is wrong with a file that somebody adds.
extension Phrases {
    func file(_ fault: FieldError.Fault) -> String {
        switch fault {
        case .isTooLargeAFile(let most):
            say(
                "Filen får vara högst \(size(most)). Gör den mindre eller dela upp den, och bifoga den igen.",
                en: "The file may be at most \(size(most)). Make it smaller or divide it, and attach it again.")
        case .areTooLargeFiles(let most):
            say(
                "Bilagorna får tillsammans vara högst \(size(most)). Ta bort någon först.",
                en: "The attachments may be \(size(most)) together. Remove one first.")
        case .areTooManyFiles(let most):
            say(
                "En ansökan får ha högst \(number(most)) bilagor. Ta bort någon först.",
                en: "An application may have \(number(most)) attachments. Remove one first.")
        case .isNoFileName:
            say(
                "Döp om filen: namnet ska ha högst \(number(FileName.limit)) synliga tecken.",
                en: "Give the file another name, of at most \(number(FileName.limit)) visible characters.")
        case .isNotAFile(let endings):
            say(
                "Filen är inte av ett slag som tas emot. Välj en fil som slutar på \(list(endings)).",
                en: "The file is not of a kind that is taken. Choose one that ends in \(list(endings)).")
        case .endsOtherwise(let endings):
            say(
                "Filens innehåll är ett annat än namnet säger. Namnet ska sluta på \(list(endings)).",
                en: "The file holds something else than its name says. The name should end in \(list(endings)).")
        default: ""
        }
    }

    private func list(_ endings: [String]) -> String {
        endings.map { ".\($0)" }.joined(separator: say(" eller ", en: " or "))
    }

    /// An amount of bytes as people read it.
    func size(_ bytes: Int) -> String {
        if bytes < 1024 { return say("\(number(bytes)) byte", en: "\(number(bytes)) bytes") }
        let kilobytes = (bytes + 512) / 1024
        if kilobytes < 1024 { return "\(number(kilobytes)) kB" }
        let tenths = (bytes * 10 + 524_288) / 1_048_576
        let rest = tenths % 10
        return rest == 0 ? "\(number(tenths / 10)) MB" : "\(number(tenths / 10))\(say(",", en: "."))\(rest) MB"
    }
}
