import HTTPTypes
import Metrics

/// The counters of one route, made once: looking labels up for each request costs more than the request's routing.
struct RouteMeters: Sendable {
    let route: String
    private let timer: Metrics.Timer
    private let classes: [Counter]

    init(route: String) {
        self.route = route
        timer = Metrics.Timer(label: "http_request_seconds", dimensions: [("route", route)])
        classes = (1...5).map {
            Counter(label: "http_requests_total", dimensions: [("route", route), ("class", "\($0)xx")])
        }
    }

    func record(_ status: HTTPResponse.Status, took: Duration) {
        let (seconds, attoseconds) = took.components
        timer.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
        classes[min(max(status.code / 100, 1), 5) - 1].increment()
    }
}
