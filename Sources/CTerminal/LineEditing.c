/* wcwidth is no part of standard C. */
#define _GNU_SOURCE 1

#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <langinfo.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include <readline/history.h>
#include <readline/readline.h>

static ct_callbacks callbacks;

static bool is_utf8(void) {
  const char *set = nl_langinfo(CODESET);
  return set != NULL && strcasecmp(set, "UTF-8") == 0;
}

bool ct_use_utf8(void) {
  if (setlocale(LC_CTYPE, "") != NULL && is_utf8()) return true;
  /* readline sets the locale again from the environment, so the environment has to say it too. */
  unsetenv("LC_ALL");
  setenv("LC_CTYPE", "C.UTF-8", 1);
  if (setlocale(LC_CTYPE, "") == NULL || !is_utf8()) {
    setenv("LC_CTYPE", "en_US.UTF-8", 1);
    setlocale(LC_CTYPE, "");
  }
  return false;
}

bool ct_has_utf8(void) { return is_utf8(); }

int ct_readline_version(void) { return rl_readline_version; }

static void accepted(char *line) {
  rl_callback_handler_remove();
  callbacks.accepted(callbacks.context, line);
  free(line);
}

static char **completed(const char *text, int start, int end) {
  (void)start;
  (void)end;
  /* Never the names of files. */
  rl_attempted_completion_over = 1;
  rl_completion_append_character = 0;
  rl_completion_suppress_append = 1;
  rl_sort_completion_matches = 0;
  rl_ignore_completion_duplicates = 0;
  return callbacks.completed(callbacks.context, text);
}

static void listed(char **matches, int count, int longest) {
  (void)longest;
  callbacks.listed(callbacks.context, matches, count);
}

/* The whole line is one word, because names hold blanks. */
static char *no_word_breaks(void) {
  static char none[] = "";
  return none;
}

static int moved_right(int count, int key) {
  if (rl_point == rl_end && callbacks.movedRight(callbacks.context)) return 0;
  return rl_forward_char(count, key);
}

static int wants_editor(int count, int key) {
  (void)count;
  (void)key;
  callbacks.wantsEditor(callbacks.context);
  return 0;
}

static void leave_terminal_as_it_is(void) {}

/* The terminal once more, opened so that reading it never waits; standard input's own modes are shared with others. */
static int keys = -1;

enum { ABORT_KEY = 7, PATIENCE_MILLISECONDS = 100 };

/*
 * The next key. Ctrl-C makes the system forget what was typed before it, so a read that was promised something may
 * find nothing; it must not wait then, because Ctrl-C has to be acted on. Ctrl-G leaves whatever was half done.
 */
static int next_key(FILE *stream) {
  if (keys < 0) return rl_getc(stream);
  for (;;) {
    unsigned char key;
    ssize_t count = read(keys, &key, 1);
    if (count == 1) return key;
    if (count == 0) return EOF;
    if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) return EOF;
    if (ct_is_interrupted()) return ABORT_KEY;
    struct pollfd place = {.fd = keys, .events = POLLIN};
    poll(&place, 1, PATIENCE_MILLISECONDS);
  }
}

void ct_open(const char *name, ct_callbacks given) {
  callbacks = given;
  rl_readline_name = strdup(name);
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  /* A matter of taste: before inputrc is read, so that a person's own taste wins. */
  rl_variable_bind("show-all-if-ambiguous", "on");
  rl_variable_bind("bell-style", "none");
  rl_variable_bind("blink-matching-paren", "off");
  rl_add_defun("gangway-right", moved_right, -1);
  rl_add_defun("gangway-editor", wants_editor, -1);
  rl_initialize();
  using_history();
  const char *terminal = ttyname(STDIN_FILENO);
  if (terminal != NULL) keys = open(terminal, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  rl_getc_function = next_key;
  /* What has to be so: after it. */
  rl_variable_bind("enable-bracketed-paste", "on");
  rl_variable_bind("page-completions", "off");
  rl_variable_bind("mark-directories", "off");
  rl_variable_bind("history-preserve-point", "off");
  rl_completion_query_items = -1;
  rl_attempted_completion_function = completed;
  rl_completion_display_matches_hook = listed;
  rl_completion_word_break_hook = no_word_breaks;
  rl_completer_quote_characters = "";
  static const char *const right[] = {"\033[C", "\033OC", "\006"};
  for (size_t i = 0; i < sizeof right / sizeof right[0]; i++) {
    if (rl_function_of_keyseq(right[i], NULL, NULL) == rl_forward_char) rl_bind_keyseq(right[i], moved_right);
  }
  rl_bind_keyseq_if_unbound("\030\005", wants_editor);
}

void ct_listen(const char *prompt) {
  /* Raw between prompts: what is typed while an answer is worked out is kept, and never echoed into it. */
  rl_deprep_term_function = leave_terminal_as_it_is;
  rl_callback_handler_install(prompt, accepted);
}

void ct_stop_listening(void) { rl_callback_handler_remove(); }

void ct_take_input(void) { rl_callback_read_char(); }

void ct_release_terminal(void) {
  rl_deprep_term_function = rl_deprep_terminal;
  rl_deprep_terminal();
}

void ct_take_terminal(void) {
  rl_prep_terminal(1);
  rl_deprep_term_function = leave_terminal_as_it_is;
}

const char *ct_line(void) { return rl_line_buffer == NULL ? "" : rl_line_buffer; }

bool ct_cursor_is_at_end(void) { return rl_point == rl_end; }

void ct_insert(const char *text) {
  rl_insert_text(text);
  rl_redisplay();
}

void ct_replace_line(const char *text) {
  rl_replace_line(text, 0);
  rl_point = rl_end;
}

size_t ct_columns(const char *text) {
  mbstate_t state;
  memset(&state, 0, sizeof state);
  size_t columns = 0;
  for (size_t left = strlen(text); left > 0;) {
    wchar_t character;
    size_t taken = mbrtowc(&character, text, left, &state);
    if (taken == 0 || taken > left) {
      memset(&state, 0, sizeof state);
      taken = 1;
    } else {
      int width = wcwidth(character);
      if (width > 0) columns += (size_t)width;
    }
    text += taken;
    left -= taken;
  }
  return columns;
}

size_t ct_width_with_prompt(void) {
  size_t hidden = 0;
  const char *prompt = rl_display_prompt == NULL ? "" : rl_display_prompt;
  size_t length = strlen(prompt);
  char *visible = malloc(length + 1);
  if (visible == NULL) return 0;
  size_t kept = 0;
  for (size_t i = 0; i < length; i++) {
    if (prompt[i] == RL_PROMPT_START_IGNORE) {
      hidden = 1;
    } else if (prompt[i] == RL_PROMPT_END_IGNORE) {
      hidden = 0;
    } else if (!hidden) {
      visible[kept++] = prompt[i];
    }
  }
  visible[kept] = 0;
  size_t columns = ct_columns(visible) + ct_columns(ct_line());
  free(visible);
  return columns;
}

bool ct_is_busy(void) {
  return RL_ISSTATE(
             RL_STATE_ISEARCH | RL_STATE_NSEARCH | RL_STATE_SEARCH | RL_STATE_NUMERICARG | RL_STATE_METANEXT |
             RL_STATE_MULTIKEY | RL_STATE_MOREINPUT | RL_STATE_MACRODEF | RL_STATE_COMPLETING | RL_STATE_VIMOTION |
             RL_STATE_CHARSEARCH) != 0;
}

void ct_drop_line(void) {
  rl_callback_sigcleanup();
  /* Else the mark lands in the middle of a line that takes several rows. */
  rl_point = rl_end;
  rl_redisplay();
  rl_free_line_state();
  rl_replace_line("", 0);
  fputs("^C", rl_outstream);
  fflush(rl_outstream);
  rl_callback_handler_remove();
  using_history();
  fputs("\n", rl_outstream);
  fflush(rl_outstream);
}

void ct_hide_line(void) {
  rl_clear_visible_line();
  fflush(rl_outstream);
}

void ct_show_line(void) {
  rl_on_new_line();
  rl_redisplay();
}

void ct_was_resized(void) { rl_resize_terminal(); }

static struct winsize size(void) {
  struct winsize size = {0};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
  return size;
}

int ct_width(void) { return size().ws_col; }

int ct_height(void) { return size().ws_row; }

void ct_remember(const char *line) {
  HIST_ENTRY *last = history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
  if (last != NULL && strcmp(last->line, line) == 0) return;
  add_history(line);
}
