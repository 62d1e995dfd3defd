// Accessors of the compiled prompts.
