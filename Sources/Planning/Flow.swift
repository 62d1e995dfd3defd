package import Delivery
package import Times

/// Where finished work spent its time: waiting or active, stage by stage.
package struct Flow: Sendable {
  /// The life of one finished item.
  package struct Life: Sendable {
    package var created: Instant?
    package var done: Instant
    /// The statuses it took, oldest first, by number.
    package var stages: [(at: Instant, status: Int)]

    package init(created: Instant?, done: Instant, stages: [(at: Instant, status: Int)]) {
      self.created = created
      self.done = done
      self.stages = stages
    }
  }

  /// One stage with what items spent in it, in seconds.
  package struct Stage: Sendable {
    package let status: Int
    /// The time in it of every item that was in it, ascending.
    package let times: [Int64]

    package var total: Int64 { times.reduce(0, +) }
  }

  /// From creation to done, in seconds, ascending.
  package let leadTimes: [Int64]
  /// From the first active moment to done, in seconds, ascending.
  package let cycleTimes: [Int64]
  /// The stages in which most time was spent first.
  package let stages: [Stage]
  package let active: Int64
  package let waiting: Int64

  /// The active share of all time between creation and done, over all items together; nothing without time.
  ///
  /// Not the mean of the items' own shares, in which a short item would weigh as much as a long one.
  package var efficiency: Double? {
    active + waiting > 0 ? Double(active) / Double(active + waiting) : nil
  }

  /// - Parameters:
  ///   - lives: Finished items.
  ///   - category: What each status counts as, by number; what nobody explained counts as waiting.
  /// - Complexity: O(stages of all items, sorted).
  package init(_ lives: [Life], category: (Int) -> Status.Category?) {
    var leadTimes: [Int64] = []
    var cycleTimes: [Int64] = []
    var times: [Int: [Int64]] = [:]
    var active: Int64 = 0
    var waiting: Int64 = 0
    for life in lives {
      if let start = life.created ?? life.stages.first?.at { leadTimes.append(max(0, life.done - start)) }
      var own: [Int: Int64] = [:]
      var begun: Instant?
      for (index, stage) in life.stages.enumerated() {
        let kind = category(stage.status)
        if kind == .active, begun == nil { begun = stage.at }
        guard kind != .done else { continue }
        let end = min(life.done, index + 1 < life.stages.count ? life.stages[index + 1].at : life.done)
        let time = max(0, end - stage.at)
        own[stage.status, default: 0] += time
        if kind == .active { active += time } else { waiting += time }
      }
      if let begun { cycleTimes.append(max(0, life.done - begun)) }
      for (status, time) in own { times[status, default: []].append(time) }
    }
    self.leadTimes = leadTimes.sorted()
    self.cycleTimes = cycleTimes.sorted()
    self.active = active
    self.waiting = waiting
    stages = times.map { Stage(status: $0.key, times: $0.value.sorted()) }
      .sorted { ($1.total, $0.status) < ($0.total, $1.status) }
  }
}
