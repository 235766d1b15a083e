/* What the files of the host share. The program is bin\porchlight.exe in its home; the Java runtime is in runtime, the jars in lib. */
#ifndef HOST_H
#define HOST_H

#include <stdbool.h>
#include <windows.h>

#define SERVICE_NAME L"Porchlight"
/* The host's own commands; all others are the agent's. */
#define SERVE L"service"         /* by the service manager only */
#define SUPERVISED L"supervised" /* by the service: `run`, until its input ends */
#define PREPARE L"prepare"       /* by the service: makes the archive of prepared classes */
#define DUMP L"dump"             /* by that: writes it, and ends the process */
#define LONGEST_PATH 1024

/* The folder that bin is in. */
extern wchar_t home[LONGEST_PATH];

/* java.c: runs the agent in this process and ends it with the agent's status; returns only when there can be no Java. */
int run_java(int count, wchar_t **words, bool supervised);

/* Makes the archive (.new) of the classes that classes\porchlight lists, and ends this process. */
int dump_archive(void);

/* prepare.c: has the archive made in a process of its own, whole or not at all; 0 when it was made. */
int prepare(void);
#define ARCHIVE "cache\\porchlight.jsa"

/* service.c: what the service manager starts. */
int serve(void);

/* child.c: the agent that stays, in a process of its own. */
struct child {
  HANDLE process; /* null: it could not be started */
  HANDLE input;   /* closed, it asks the child to end */
  HANDLE job;     /* closed, it ends the child and all that it started */
};
struct child start_child(void);
/* Makes the archive of prepared classes where there is none, in the child's job; does not wait for it. */
void prepare_beside(const struct child *child);
/* Asks it to end and waits, ends it where it does not; `waiting` is called about once a second. Returns once nothing of it runs. */
void end_child(struct child *child, void (*waiting)(void));

/* events.c: Windows' event log. */
void tell_started(void);
void tell_stopped(void);
void tell_ended(DWORD status);
void tell_not_started(DWORD error);

/* log.c: log\service.log, and the one before it. */
void log_bytes(const char *bytes, DWORD count);
void log_line(const char *format, ...);

#endif
