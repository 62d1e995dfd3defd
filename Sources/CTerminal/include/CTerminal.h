/*
 * What Swift cannot say itself: readline's globals and macros, handlers of signals, and a terminal's size.
 *
 * readline keeps its state in globals, so there is one editor in a process and it lives on one thread. Every function
 * here is called from that thread, but for the handlers of signals, which only write to a pipe or end the process.
 */
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Whom readline calls; `context` comes back with every call. */
typedef struct {
  void *context;
  /* A line was accepted; a null pointer stands for the end of input on an empty line. */
  void (*accepted)(void *context, const char *line);
  /* What the text before the cursor can become: an array as readline wants it, of memory that it frees. */
  char **(*completed)(void *context, const char *text);
  /* Matches are to be listed; the first entry is what they share. */
  void (*listed)(void *context, char **matches, int count);
  /* The key that goes right was typed at the end of the line; true when something was inserted. */
  bool (*movedRight)(void *context);
  /* The key that opens an editor was typed. */
  void (*wantsEditor)(void *context);
} ct_callbacks;

/* Makes the locale one with UTF-8, which readline needs to move over whole characters; true for the person's own. */
bool ct_use_utf8(void);
/* Whether the locale, as it is now, holds UTF-8. */
bool ct_has_utf8(void);

/* The version of the library: the major number in the high byte, the minor in the low one. */
int ct_readline_version(void);

/* Prepares readline under a name that `$if` in inputrc can ask for. */
void ct_open(const char *name, ct_callbacks callbacks);

/* Puts a prompt out and listens for a line; whoever calls reads when input is there. */
void ct_listen(const char *prompt);
/* Listens no longer; the terminal stays as readline has it, so that keys typed now are kept and not echoed. */
void ct_stop_listening(void);
/* Takes the input that is there. */
void ct_take_input(void);

/* Gives the terminal back as it was found, and takes it again. */
void ct_release_terminal(void);
void ct_take_terminal(void);

const char *ct_line(void);
bool ct_cursor_is_at_end(void);
void ct_insert(const char *text);
void ct_replace_line(const char *text);
/* Columns that the line takes with its prompt, as the terminal counts them. */
size_t ct_width_with_prompt(void);

/* A search, a quoted key, a number before a command or another half-typed thing is going on. */
bool ct_is_busy(void);
/* Leaves what is going on and the line, and goes to a fresh row below it. */
void ct_drop_line(void);
/* Clears what is shown of the line, so that something can be printed in its place; `ct_show_line` brings it back. */
void ct_hide_line(void);
void ct_show_line(void);
void ct_was_resized(void);
/* Columns of the text, as the locale has them; unprintable characters count nothing. */
size_t ct_columns(const char *text);
int ct_width(void);
int ct_height(void);

void ct_remember(const char *line);

/* Makes a pipe on which each signal arrives as its number: interrupt, suspend, resize, end and hang-up. */
int ct_open_signals(void);
/* Back to what the system does with them, and to the pipe again. */
void ct_release_signals(void);
/* While another program has the terminal: it alone is interrupted, and both are stopped together. */
void ct_lend_signals(void);
void ct_take_signals(void);
/* Sees to it that the terminal is sane after a crash. */
void ct_guard_against_crashes(void);
/* The number of a signal that came in, or 0. */
int ct_next_signal(void);
/* Takes note of Ctrl-C, once and without a pipe; a second one ends the process as ever. */
void ct_await_interrupt(void);
/* Whether Ctrl-C waits to be taken as a signal. */
bool ct_is_interrupted(void);
/* Stops the process as Ctrl-Z does, and returns when it goes on. */
void ct_suspend(void);

#ifdef __cplusplus
}
#endif
#endif
