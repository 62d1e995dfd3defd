import Delivery
import Prompts
import Store
import Times

/// How far a release is: its date, its features, and how much of its work is done.
struct ReleaseCard {
  let scene: Scene
  let release: Release

  func answer() throws -> Answer {
    let work = try scene.snapshot.workCounts(ofRelease: release.key)
    let headline =
      if let date = release.date {
        Words.FeatureStatus.releaseDated(
          name: release.name, date: scene.wording.datedDay(date), done: work.done, total: work.total)
      } else {
        Words.FeatureStatus.releaseUndated(name: release.name, done: work.done, total: work.total)
      }
    var facts: [Fact] = []
    let features = try scene.snapshot.features(ofRelease: release.key).map(\.name)
    if !features.isEmpty {
      facts.append(Fact(Words.FeatureStatus.releaseFeatures, features.joined(separator: ", "), source: release.source))
    }
    if work.total > work.done {
      facts.append(
        Fact(
          Words.FeatureStatus.left,
          Words.FeatureStatus.workValue(
            done: work.done, total: work.total, active: work.active, waiting: work.waiting),
          source: work.source, asOf: work.newest))
    }
    return Answer(
      .answered, headline, body: facts.isEmpty ? [] : [.facts(facts)],
      next: [Words.FeatureStatus.Next.work(name: release.name)])
  }
}
