/// A generator of random numbers that gives the same ones for the same seed everywhere.
///
/// Sebastiano Vigna, splitmix64.c, 2015, public domain; after Steele, Lea and Flood, "Fast splittable pseudorandom
/// number generators", OOPSLA 2014.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A whole number from 0 up to, not including, a bound above 0.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// True so many times in a hundred.
  mutating func chance(_ percent: Double) -> Bool { Double.random(in: 0..<100, using: &self) < percent }

  /// The index of a share, as likely as the share is large.
  mutating func share(of shares: [Double]) -> Int {
    var rest = Double.random(in: 0..<shares.reduce(0, +), using: &self)
    for (index, share) in shares.enumerated() {
      if rest < share { return index }
      rest -= share
    }
    return shares.count - 1
  }
}
