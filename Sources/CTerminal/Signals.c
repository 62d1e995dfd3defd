#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

static int signal_pipe[2] = {-1, -1};
static struct termios found;
static bool found_terminal;

static const int handed_on[] = {SIGINT, SIGTSTP, SIGCONT, SIGWINCH, SIGTERM, SIGHUP, SIGQUIT};
static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Ctrl-C was typed and not yet taken from the pipe. */
static volatile sig_atomic_t interrupted;

static void hand_on(int signal) {
  int before = errno;
  if (signal == SIGINT) interrupted = 1;
  unsigned char byte = (unsigned char)signal;
  /* A full pipe has news enough in it. */
  if (write(signal_pipe[1], &byte, 1) < 0) {}
  errno = before;
}

static void set_handler(int signal, void (*handler)(int), int flags) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

int ct_open_signals(void) {
  if (signal_pipe[0] >= 0) return signal_pipe[0];
  if (pipe(signal_pipe) != 0) return -1;
  for (int end = 0; end < 2; end++) {
    fcntl(signal_pipe[end], F_SETFL, fcntl(signal_pipe[end], F_GETFL) | O_NONBLOCK);
    fcntl(signal_pipe[end], F_SETFD, FD_CLOEXEC);
  }
  ct_take_signals();
  return signal_pipe[0];
}

void ct_take_signals(void) {
  /* readline's reads go on after a signal; `poll` returns in any case. */
  for (size_t i = 0; i < COUNT(handed_on); i++) set_handler(handed_on[i], hand_on, SA_RESTART);
}

void ct_await_interrupt(void) { set_handler(SIGINT, hand_on, SA_RESTART | SA_RESETHAND); }

void ct_lend_signals(void) {
  for (size_t i = 0; i < COUNT(handed_on); i++) {
    if (handed_on[i] != SIGINT && handed_on[i] != SIGQUIT) set_handler(handed_on[i], SIG_DFL, 0);
  }
}

void ct_release_signals(void) {
  for (size_t i = 0; i < COUNT(handed_on); i++) set_handler(handed_on[i], SIG_DFL, 0);
}

int ct_next_signal(void) {
  unsigned char byte;
  if (read(signal_pipe[0], &byte, 1) != 1) return 0;
  if (byte == SIGINT) interrupted = 0;
  return byte;
}

bool ct_is_interrupted(void) { return interrupted != 0; }

void ct_suspend(void) {
  set_handler(SIGTSTP, SIG_DFL, 0);
  raise(SIGTSTP);
  set_handler(SIGTSTP, hand_on, SA_RESTART);
}

/* Only what is safe in a handler: writes, the terminal's attributes, and the signal again. */
static void crash(int signal) {
  static const char sane[] = "\033[?2004l\033[0m\r\n";
  if (write(STDERR_FILENO, sane, sizeof sane - 1) < 0) {}
  if (found_terminal) tcsetattr(STDIN_FILENO, TCSANOW, &found);
  raise(signal);
}

void ct_guard_against_crashes(void) {
  /* A stack of its own, because the stack that ran out cannot hold the handler. */
  static char own_stack[65536];
  stack_t stack = {0};
  stack.ss_sp = own_stack;
  stack.ss_size = sizeof own_stack;
  sigaltstack(&stack, NULL);
  found_terminal = tcgetattr(STDIN_FILENO, &found) == 0;
  for (size_t i = 0; i < COUNT(crashes); i++) {
    set_handler(crashes[i], crash, SA_RESETHAND | SA_NODEFER | SA_ONSTACK);
  }
}
