/// How somebody speaks of times and works: what a date means to them, and when their days, quarters and sprints start.
package struct TimeHabits: Hashable, Sendable {
  package var policy: TimePolicy
  package var calendar: WorkCalendar

  package init(policy: TimePolicy = .standard, calendar: WorkCalendar = .standard) {
    self.policy = policy
    self.calendar = calendar
  }

  package static let standard = TimeHabits()
}
