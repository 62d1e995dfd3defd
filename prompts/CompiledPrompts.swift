package import Language

/// The prompts as the build compiled them into the program.
package enum CompiledPrompts {
  /// The grammar of every intent; made of nothing but its own bytes, so it costs no time.
  package static var grammar: Grammar {
    // The image was written by the same version of the code that reads it, so it always fits.
    Grammar(image: GrammarData.image) ?? Grammar(GrammarSource())
  }

  /// The lexicon, for grammars read from a folder that holds none.
  ///
  /// - Complexity: O(*n*) in its length: it is read anew each time.
  package static var lexicon: Lexicon {
    GrammarSource.read([PromptFile(path: "lexicon.yaml", text: GrammarData.lexicon)]).source.lexicon
  }
}
