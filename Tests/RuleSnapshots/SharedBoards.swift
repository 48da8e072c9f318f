import Domain

extension Snapshot {
    /// One or two joint boards of two or three libraries each, which come and go about the day of an event.
    mutating func share(around starts: Instant, _ random: inout SeededGenerator) {
        let (today, first) = (Stockholm.day(now), Stockholm.day(starts))
        for board in 1...random.pick([1, 1, 2]) {
            let mates = (Self.libraries + [Self.outsider]).shuffled(using: &random).prefix(random.pick([2, 2, 3]))
            for mate in mates {
                let from = random.pick([
                    today.adding(days: -400), today.adding(days: -400), today.adding(days: -2), today, first,
                    first.adding(days: 1),
                ])
                let to = random.pick([nil, nil, nil, first, first.adding(days: 1), today])
                boards.append(
                    RegionFacts.BoardSeat(
                        boardID: LibraryBoard.ID.numbered(board), libraryID: mate, validFrom: from,
                        validTo: to.map { max($0, from) }))
            }
        }
    }
}
