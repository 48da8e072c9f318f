import ClamAV
import Configuration
import Domain

/// How much an application may carry, and who scans it.
struct AttachmentSettings: Sendable {
    let limits: AttachmentLimits
    let scanner: ClamAV.Address?

    /// Reads the settings, and adds what is wrong with them to `faults`.
    init(_ reader: ConfigReader, _ faults: inout [String]) {
        func whole(_ key: ConfigKey, _ variable: String, _ standard: Int, _ range: ClosedRange<Int>) -> Int {
            let number = reader.int(forKey: key, default: standard)
            guard range.contains(number) else {
                faults.append("\(variable) must be \(range.lowerBound) to \(range.upperBound)")
                return standard
            }
            return number
        }
        let file = whole("attachments.megabytesPerFile", "SAMLYFT_ATTACHMENTS_MEGABYTES_PER_FILE", 10, 1...100)
        let total = whole("attachments.megabytesInAll", "SAMLYFT_ATTACHMENTS_MEGABYTES_IN_ALL", 50, 1...1000)
        let count = whole("attachments.files", "SAMLYFT_ATTACHMENTS_FILES", 20, 1...100)
        let address = reader.string(forKey: "clamav.address", default: "")
        scanner = ClamAV.Address(address)
        if scanner == nil, !address.isEmpty {
            faults.append("SAMLYFT_CLAMAV_ADDRESS must be the path of a socket, or a host and a port")
        }
        let megabyte = 1024 * 1024
        limits = AttachmentLimits(
            file: file * megabyte, total: total * megabyte, count: count, isScanned: scanner != nil)
    }
}
