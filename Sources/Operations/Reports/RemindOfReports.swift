import Domain
import Postgres
import Store

extension Operations {
    /// Reminds of reports two weeks before their day, on it, and two weeks after it, each once (G14). A report that is
    /// sent is reminded of no more; one that was returned is, of its new day. Answers with how many reminders were
    /// given.
    func remindOfReports() async throws -> Int {
        try await change { transaction in
            let today = Stockholm.day(try await transaction.now())
            let reminders = try await transaction.reportReminders(on: today)
            for reminder in reminders {
                try await transaction.enqueue(
                    .reportReminder, about: reminder.grantID,
                    payload: "{\"kind\":\"\(reminder.kind)\",\"dueOn\":\"\(reminder.dueOn.text)\"}")
            }
            return reminders.count
        }
    }
}
