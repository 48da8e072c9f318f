/// A name or title that somebody has written: its direction is its own, and does not turn the text around it.
package func userText(_ text: String) -> HTML {
    .element("bdi", [], text.withoutBidiControls)
}

/// A longer text that somebody has written: a paragraph for each of theirs, with their line ends.
package func userParagraphs(_ text: String) -> HTML {
    var paragraphs: [[Substring]] = [[]]
    for line in text.withoutBidiControls.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
        if line.allSatisfy(\.isWhitespace) {
            paragraphs.append([])
        } else {
            paragraphs[paragraphs.count - 1].append(line)
        }
    }
    return HTML {
        for lines in paragraphs where !lines.isEmpty {
            p(.dir(.auto)) {
                for (number, line) in lines.enumerated() {
                    if number > 0 { br() }
                    String(line)
                }
            }
        }
    }
}

extension String {
    /// Without embeddings, overrides and isolates (Unicode UAX 9, 2.1 to 2.5): one left open would turn what follows,
    /// and a closing one would end our isolation. The marks LRM, RLM and ALM stay: they move nothing else.
    fileprivate var withoutBidiControls: String {
        guard unicodeScalars.contains(where: \.isBidiControl) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isBidiControl }))
    }
}

extension Unicode.Scalar {
    fileprivate var isBidiControl: Bool { ("\u{202A}"..."\u{202E}") ~= self || ("\u{2066}"..."\u{2069}") ~= self }
}
