/* readline's header needs FILE, and does not include it. */
#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>
