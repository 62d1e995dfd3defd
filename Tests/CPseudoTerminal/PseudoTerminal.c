#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include "CPseudoTerminal.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

int pt_open(int columns, int rows) {
  int terminal = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0) return -1;
  fcntl(terminal, F_SETFD, FD_CLOEXEC);
  pt_resize(terminal, columns, rows);
  return terminal;
}

pid_t pt_start(int terminal, const char *program, char *const words[], char *const environment[]) {
  char name[128];
  /* Several tests open terminals at once, and ptsname has one place for all names. */
  if (ptsname_r(terminal, name, sizeof name) != 0) return -1;
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  /* The first terminal that a session's leader opens becomes its own, so that Ctrl-C reaches it as a signal. */
  posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&actions, 0, 1);
  posix_spawn_file_actions_adddup2(&actions, 0, 2);
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  pid_t process = -1;
  if (posix_spawn(&process, program, &actions, &attributes, words, environment) != 0) process = -1;
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return process;
}

void pt_resize(int terminal, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  ioctl(terminal, TIOCSWINSZ, &size);
}

bool pt_is_cooked(int terminal) {
  struct termios modes;
  if (tcgetattr(terminal, &modes) != 0) return false;
  return (modes.c_lflag & (ICANON | ECHO)) == (ICANON | ECHO);
}
