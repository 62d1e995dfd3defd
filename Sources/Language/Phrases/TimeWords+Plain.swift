// Words that mean themselves, and ordinary words that matter beside times.
extension TimeWords {
  static func addPlain(_ add: Adding) {
    let plain: [(StaticString, TimeToken.Kind)] = [
      ("on", .on), ("at @", .at), ("by", .by), ("until till til", .until), ("in", .in), ("of", .of), ("the", .the),
      ("a an", .a), ("this current", .this), ("next nxt", .next), ("last previous prev", .last),
      ("past", .past), ("every each evry", .every), ("everyday", .everyday), ("other", .other),
      ("alternate twice thrice", .alternate), ("ago", .ago), ("from", .from), ("to", .to), ("through thru", .through),
      ("and &", .and), ("or", .or), ("before", .before), ("after", .after), ("since", .since),
      ("between btw", .between),
      ("during throughout", .during), ("for", .for), ("within", .within), ("over", .over), ("today tdy", .today),
      ("tomorrow tmrw tomorow tommorow tommorrow tmr tomo tmw tomm", .tomorrow), ("yesterday", .yesterday),
      ("tonight tonite", .tonight), ("now", .now), ("half", .half), ("hence", .hence), ("early", .early),
      ("late", .late), ("end", .ending), ("start beginning", .starting), ("middle mid", .middle),
      ("working business", .working), ("thing", .thing), ("lunch lunchtime", .lunch), ("o'clock oclock", .oclock),
      ("due", .due), ("no", .no), ("later", .later), ("than", .than), ("latest", .latest),
      ("earliest soonest", .earliest),
      ("sooner", .sooner), ("couple pair", .couple), ("few several some", .few), ("any most certain", .any),
      ("not unless", .not), ("except excluding excl apart", .except), ("times", .times), ("when", .when),
      ("once", .once),
      ("soon", .soon), ("as", .as), ("is are gets becomes goes has have been", .is),
      ("rest remainder", .rest), ("commencing starting effective", .commencing), ("time", .time),
      ("close", .close), ("play", .play), ("eom", .endOfMonth), ("eoq", .endOfQuarter), ("eoy", .endOfYear),
      ("eow", .endOfWeek), ("calendar", .calendar), ("more", .more),
      ("around about approximately approx roughly", .about),
      ("ish approximately", .approx), ("ahead", .ahead), ("whole all entire", .whole), ("same", .same),
      ("right", .right),
      ("ytd mtd qtd", .toDate), ("summer winter spring autumn", .season),
      ("bit while moment jiffy", .vague), ("up", .up), ("eve", .eve), ("opening", .opening),
      ("closest nearest", .nearest), ("but", .but), ("soonish", .soon),
    ]
    for (words, kind) in plain { add(words, kind, 0, 0) }
    add("following", .next, 1, 0)
    add("coming upcoming", .this, 0, 1)
    add("beginning", .starting, 1, 0)
    add("earlier", .later, 1, 0)
    add("ytd", .toDate, 8, 0)
    add("mtd", .toDate, 6, 0)
    add("qtd", .toDate, 7, 0)
    add("about around", .about, 1, 0)
  }

  static func addOrdinary(_ add: Adding) {
    add(
      "reduce reduced cut grew grow increase increased down drop dropped fell rose multiply divide out", .change, 0, 0)
    add("version phase case pr mr number ticket issue item sprint step part milestone build v bug", .label, 0, 0)
    add("story task incident note chapter room level priority followup question row page", .label, 0, 0)
    add(
      "done closed merged shipped live released finished resolved ready fixed deployed approved unblocked back", .state,
      0,
      0)
    add("complete completed signed published available confirmed answered delivered launched", .state, 0, 0)
    add("with so if please pls my your our his her their then re we i he she it they you sharp that", .function, 0, 0)
  }
}
