import Language
import Times

/// A grammar and names of a few lines each, for tests of reading.
enum SmallWorld {
  static let now = Instant(seconds: 1_715_679_600)

  static let lexicon = """
    shorthand: { whats: what is, whos: who is, hows: how is, b4: before, w/: with, pls: please, f/u: follow up }
    stop: [a, an, the, is, are, of, on, in, for, to, at, do, does, what, who, when, where, how, and, with, by, be,
      me, i, you, these, here]
    polite: [please, hey, hi, thanks, thank you, can you tell me, could you, quickly, pls]
    pronouns: [it, that, this, she, he, they]
    lead_ins: [and, what about, how about, same for]
    synonyms:
      blocking: [holding up, in the way of, holding back]
      owns: [responsible for, in charge of]
    lists:
      stage: { beta: [in beta], general: [generally available, ga] }
      audience: { customer: [customers, client], engineering: [engineers] }
      person: { me: [me, myself] }
    """

  static let files: [PromptFile] = [
    PromptFile(path: "p/lexicon.yaml", text: lexicon),
    PromptFile(
      path: "p/blocked.by.yaml",
      text: """
        intent: blocked.by
        say:
          - what is blocking [the] {feature}
          - what is blocking {item}
          - (why|how come) is {item} (stuck|blocked)
          - (why|how come) is {feature} (stuck|blocked)
        slots:
          feature: { type: feature }
          item: { type: item }
        one_of: [feature, item]
        ask: Which feature or item?
        examples:
          - anything in the way of smart export: { feature: Smart Export }
          - whats holdng up CHK-101: { item: CHK-101 }
        not: [what is blocked]
        """),
    PromptFile(
      path: "p/blocked.list.yaml",
      text: """
        intent: blocked.list
        say:
          - (what|who) is blocked [right now]
          - show [me] [all] blocked (items|work|things)
          - what is {team} (blocked on|waiting for)
        slots: { team: team }
        examples:
          - who cant go on at the moment
        """),
    PromptFile(
      path: "p/feature.status.yaml",
      text: """
        intent: feature.status
        say:
          - is {feature} live [yet|already] [(in|for) [the] {scope}]
          - "[what is] [the] status of [the] {feature}"
          - how is {feature} (going|doing|coming along)
          - "{feature} status"
        slots: { feature: feature, scope: scope }
        ask: Which feature?
        examples:
          - customer wants to know if bulk invite is switched on for starter: { feature: Bulk Invite, scope: Starter }
        """),
    PromptFile(
      path: "p/feature.owner.yaml",
      text: """
        intent: feature.owner
        say:
          - who owns [the] {feature}
          - who is [the] owner of [the] {feature}
          - who do i (ask|talk to) about [the] {feature}
        slots: { feature: { type: feature, required: true, ask: The owner of what? } }
        """),
    PromptFile(
      path: "p/followup.add.yaml",
      text: """
        intent: followup.add
        changes: true
        several: true
        say:
          - "follow up {person} {text}"
          - "follow up [on] {text}"
          - remind me to {text}
          - "{person} to {text}"
        slots: { person: person, text: text, when: when }
        """),
    PromptFile(
      path: "p/followup.done.yaml",
      text: """
        intent: followup.done
        changes: true
        say: ["{number} is done", "mark {number} [as] done"]
        """),
    PromptFile(
      path: "p/talk.greet.yaml",
      text: """
        intent: talk.greet
        say: [hello, hi, hey, good morning]
        """),
    PromptFile(
      path: "p/none.unable.yaml",
      text: """
        intent: none.unable
        unable: true
        say:
          - (send|write) (an email|a mail) to {text}
          - deploy {feature}
        """),
  ]

  static let names = NameTable([
    NamedRecord(kind: .feature, key: "smart-export", name: "Smart Export"),
    NamedRecord(kind: .feature, key: "smart-export", name: "Smart Export", alias: "SE"),
    NamedRecord(kind: .feature, key: "bulk-import", name: "Bulk Import"),
    NamedRecord(kind: .feature, key: "bulk-invite", name: "Bulk Invite"),
    NamedRecord(kind: .feature, key: "eu-data-residency", name: "EU data residency"),
    NamedRecord(kind: .feature, key: "cafe", name: "Café Menu"),
    NamedRecord(kind: .scope, key: "eu", name: "EU"),
    NamedRecord(kind: .scope, key: "us", name: "US"),
    NamedRecord(kind: .scope, key: "starter", name: "Starter"),
    NamedRecord(kind: .team, key: "payments", name: "Payments"),
    NamedRecord(kind: .person, key: "nora", name: "Nora Lind"),
    NamedRecord(kind: .person, key: "nora", name: "Nora Lind", alias: "Nora"),
    NamedRecord(kind: .person, key: "ivo", name: "Ivo Marsh"),
    NamedRecord(kind: .person, key: "ivo", name: "Ivo Marsh", alias: "Ivo"),
    NamedRecord(kind: .person, key: "ivo-b", name: "Ivo Berg"),
    NamedRecord(kind: .person, key: "ivo-b", name: "Ivo Berg", alias: "Ivo"),
  ])

  static func source() -> GrammarSource { GrammarSource.read(files).source }

  static func reader() -> Reader { Reader(grammar: Grammar(source())) }

  static func read(_ text: String, names: NameTable = names) -> Reading {
    reader().read(text, names: names, context: ReadingContext(now: now))
  }
}
