/// The pages about the service.
extension Link {
    static let about = "/about"
    static let accessibility = "/accessibility"
    static let privacy = "/privacy"
    static let cookies = "/cookies"
    static let retention = "/retention"
    static let earlierAwards = "/earlier-awards"
    static let outbox = "/outbox"
}
