import Domain
import Testing

@Suite struct `Who changed an event` {
    private func title(_ title: String) -> (inout FundedCase) -> Void { { $0.details.title = title } }

    @Test func `is who last changed that fact, not who last saved`() throws {
        let versions = [
            Records.version(1, by: "Anna"), Records.version(2, by: "Bo", title("B")),
            Records.version(3, by: "Cilla") {
                $0.details.title = "B"
                $0.details.kind = .retreat
            },
        ]
        let changes = versions[0].record.compared(to: versions[2].record, versions: versions).changes
        #expect(changes.map(\.change.field) == [.eventTitle, .kind])
        #expect(changes.map { $0.version?.recordedBy } == ["Bo", "Cilla"])
        #expect(changes.map { $0.version?.record.version } == [2, 3])
    }

    @Test func `is asked of the versions in between alone`() throws {
        let versions = [
            Records.version(1, by: "Anna"), Records.version(2, by: "Bo", title("B")),
            Records.version(3, by: "Cilla", title("C")), Records.version(4, by: "Doris", title("D")),
        ]
        let changed = versions[1].record.compared(to: versions[2].record, versions: versions).changes
        #expect(changed.map { $0.version?.recordedBy } == ["Cilla"])
    }

    @Test func `between any two versions the one is told as before and the other as now, in either direction`() {
        let (old, new) = (Records.version(1), Records.version(5, title("B")))
        let there = old.record.compared(to: new.record).changes.map(\.change)
        let back = new.record.compared(to: old.record, versions: [old, new]).changes.map(\.change)
        #expect(there.map(\.now) == [.text("B")])
        #expect(back.map(\.before) == [.text("B")])
    }

    @Test func `what is as received again has not changed, but the case officer saw something else`() throws {
        let versions = [
            Records.version(1), Records.version(2, title("B")), Records.version(3, by: "Cilla"),
        ]
        let event = versions[0].record.compared(to: versions[2].record, versions: versions, recommended: 2)
        #expect(event.changes.isEmpty)
        #expect(event.hasMovedSinceRecommendation)
        #expect(event.unseen.map(\.change.before) == [.text("B")])
        #expect(event.unseen.map { $0.version?.recordedBy } == ["Cilla"])
        #expect(event.isUnseen(.eventTitle) && !event.isUnseen(.kind))
    }

    @Test func `what the case officer has seen is no news to whoever decides`() {
        let versions = [Records.version(1), Records.version(2, title("B"))]
        let event = versions[0].record.compared(to: versions[1].record, versions: versions, recommended: 2)
        #expect(event.changes.count == 1 && event.unseen.isEmpty && !event.hasMovedSinceRecommendation)
    }
}
