/// The Swedish personal identity number, which the service has no need of and refuses to keep (dataskyddslagen
/// 2018:218 3 kap. 10 §).
package enum PersonalNumber {
    /// Whether digits in `text` read as one: a date, or one of a coordination number with the day plus 60, then three
    /// digits and the check digit (folkbokföringslagen 1991:481 18 §; SKV 707), with or without century and sign.
    package static func stands(in text: String) -> Bool {
        runs(of: text).contains { digits in
            switch digits.count {
            case 10: isNumber(digits)
            case 12: (16...20).contains(digits[0] * 10 + digits[1]) && isNumber(Array(digits[2...]))
            default: false
            }
        }
    }

    /// The digits that stand together; one sign before the last four does not part them.
    private static func runs(of text: String) -> [[Int]] {
        var runs: [[Int]] = [[]]
        var signs = 0
        for scalar in text.unicodeScalars {
            if ("0"..."9").contains(scalar) {
                runs[runs.count - 1].append(Int(scalar.value) - 48)
            } else if "-+ ".unicodeScalars.contains(scalar), [6, 8].contains(runs[runs.count - 1].count), signs == 0 {
                signs = 1
            } else {
                runs.append([])
                signs = 0
            }
        }
        return runs
    }

    private static func isNumber(_ digits: [Int]) -> Bool {
        let month = digits[2] * 10 + digits[3]
        let day = digits[4] * 10 + digits[5]
        return (1...12).contains(month) && ((1...31).contains(day) || (61...91).contains(day)) && luhn(digits) == 0
    }

    /// The sum of H. P. Luhn's check, modulo ten: nought if the last digit fits.
    private static func luhn(_ digits: [Int]) -> Int {
        digits.enumerated().reduce(0) { sum, digit in
            let doubled = digit.offset.isMultiple(of: 2) ? digit.element * 2 : digit.element
            return sum + doubled / 10 + doubled % 10
        } % 10
    }
}
