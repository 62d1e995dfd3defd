/* A terminal that a program believes in, for tests: what Swift's view of the C library leaves out. */
#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

#include <stdbool.h>
#include <sys/types.h>

/* Opens a terminal of a size; the number of the end that sees the screen and types the keys, or -1. */
int pt_open(int columns, int rows);
/* Starts a program as the leader of a session of its own on the other end; its number, or -1. */
pid_t pt_start(int terminal, const char *program, char *const words[], char *const environment[]);
void pt_resize(int terminal, int columns, int rows);
/* Whether the terminal hands over whole lines and echoes them, as a shell expects to find it. */
bool pt_is_cooked(int terminal);

#endif
