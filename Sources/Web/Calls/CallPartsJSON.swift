import Domain
import Store

extension JSONWriter {
    /// What a call says under its headings, its tracks and its rounds.
    mutating func writeParts(of call: Call) {
        let details = call.details
        array("texts", CallSection.allCases.filter { details.texts[$0]?.isEmpty == false }) { json, section in
            json.object {
                $0.member("section", section)
                $0.writeMembers(of: details.texts[section] ?? BilingualText())
            }
        }
        array("tracks", details.tracks) { json, track in
            json.object {
                $0.member("id", track.id)
                $0.member("name", track.name)
                $0.member("budget", track.budget)
                $0.member("maximumAmount", track.maximumAmount)
            }
        }
        array("rounds", details.rounds) { json, round in
            json.object {
                $0.member("id", round.id)
                $0.member("opensAt", round.opensAt)
                $0.member("closesAt", round.closesAt)
                $0.member("decisionExpectedOn", round.decisionExpectedOn)
            }
        }
        member("rolling", details.isRolling)
        member("questionVersion", call.questions.version)
    }

    mutating func writeMembers(of text: BilingualText) {
        member("sv", text.swedish)
        member("en", text.english)
    }

    /// The questions of a call in one version.
    mutating func write(_ set: QuestionSet) {
        object {
            $0.member("version", set.version)
            $0.array("questions", set.questions) { json, question in json.write(question) }
        }
    }

    private mutating func write(_ question: Question) {
        object {
            $0.member("id", question.id)
            $0.member("kind", question.kind)
            $0.member("label", question.label)
            $0.member("help", question.help)
            $0.member("required", question.isRequired)
            $0.array("options", question.options) { json, option in
                json.object {
                    $0.member("key", option.key)
                    $0.member("label", option.label)
                }
            }
            if let limit = question.limit {
                $0.object("limit") {
                    $0.member("most", limit.most)
                    $0.member("unit", limit.unit)
                }
            } else {
                $0.member("limit", Int?.none)
            }
            if let premise = question.premise {
                $0.object("onlyIf") {
                    $0.member("questionId", premise.questionID)
                    $0.member("answer", premise.answer)
                }
            } else {
                $0.member("onlyIf", Int?.none)
            }
        }
    }
}

extension JSONWriter {
    /// The money of a call with that of its tracks, as the board has it.
    mutating func writeBoard(_ whole: CallMoney, tracks: some Sequence<CallMoney>) {
        object {
            $0.member("callId", whole.callID)
            $0.member("title", whole.name.swedish)
            $0.member("budget", whole.budget)
            $0.member("committed", whole.committed)
            $0.member("free", whole.free)
            $0.writeSums(of: whole)
            $0.writeTracks(tracks)
        }
    }

    mutating func writeTracks(_ tracks: some Sequence<CallMoney>) {
        array("tracks", Array(tracks)) { json, track in
            json.object {
                $0.member("trackId", track.trackID)
                $0.member("name", track.name)
                $0.member("budget", track.budget)
                $0.member("committed", track.committed)
                $0.member("free", track.free)
                $0.writeSums(of: track)
            }
        }
    }

    /// What the region alone is told. Shares are parts of the budget, from 0 to 1.
    mutating func writeSums(of money: CallMoney) {
        member("askedFor", money.askedFor)
        member("appliedFor", money.appliedFor)
        member("paid", money.paid)
        member("applications", money.applications)
        member("spentShare", Double(money.spentShare) / 10_000)
        member("committedShare", Double(money.committedShare) / 10_000)
    }
}

extension BilingualText: JSONWritable {
    package func write(to json: inout JSONWriter) { json.object { $0.writeMembers(of: self) } }
}

extension CallSection: JSONWritable {}
extension Question.Kind: JSONWritable {}
extension Question.Limit.Unit: JSONWritable {}
