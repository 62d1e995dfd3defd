import Delivery

/// The people of a file under keys that read like their names.
///
/// The key is the name in lower case with hyphens (a login where the tracker shows logins), so that one person has
/// one key in every format and in every later export. A second account of the same name gets a suffix made of its
/// account id, which stays the same as long as the first comes first.
struct People {
  private let mapping: Mapping
  private var keyOfAccount: [String: String] = [:]
  private var accountOfKey: [String: String] = [:]
  private var people: [String: Person] = [:]
  private var doubles: [String: [String]] = [:]

  init(mapping: Mapping) {
    self.mapping = mapping
  }

  mutating func key(of account: Account) -> Key<Person> {
    let identity = account.id ?? account.handle.map { "@" + $0 } ?? "=" + account.name
    if let key = keyOfAccount[identity] { return Key(key) }
    let mapped = mapping.person(account)
    let name = mapped ?? account.name
    var key = (mapped ?? account.handle ?? account.name).slug
    // Without an id the name is all there is, so the same name is the same person.
    if mapped == nil, account.id != nil, let other = accountOfKey[key], other != identity, !other.hasPrefix("=") {
      let first = key
      key += "-" + People.suffix(of: identity)
      doubles[first, default: [first]].append(key)
    }
    keyOfAccount[identity] = key
    if accountOfKey[key] == nil || account.id != nil { accountOfKey[key] = identity }
    if people[key] == nil {
      people[key] = Person(key: Key(key), name: name, active: account.isActive)
    }
    return Key(key)
  }

  /// Everybody, sorted by key.
  var all: [Person] {
    people.values.sorted { $0.key < $1.key }
  }

  var warnings: [Warning] {
    doubles.sorted { $0.key < $1.key }.map { key, keys in
      .sameName(people[key]?.name ?? key, keys: keys)
    }
  }

  /// Four characters of the account's hash (FNV-1a, 64 bits), as readable as such a thing can be.
  private static func suffix(of identity: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in identity.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return String(String(hash % 1_679_616, radix: 36).suffix(4))
  }
}
