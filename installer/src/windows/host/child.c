/* The agent that stays, as a process in a job: the job holds it and its workers to a share of memory and processor, and whatever
   happens to us, none of them is left behind. */
#include "host.h"

#include <wchar.h>

#define MEMORY (384u << 20)  /* committed, by all of them; systemd's 256 MB are of resident memory */
#define MOST_PROCESSES 64
#define SHARE_OF_ONE_CORE 50 /* percent */
#define TO_END_SECONDS 15    /* it gives its worker two seconds, and itself ten */

static void limit_processor(HANDLE job) {
  SYSTEM_INFO machine;
  GetSystemInfo(&machine);
  JOBOBJECT_CPU_RATE_CONTROL_INFORMATION rate = {0};
  rate.ControlFlags = JOB_OBJECT_CPU_RATE_CONTROL_ENABLE | JOB_OBJECT_CPU_RATE_CONTROL_HARD_CAP;
  rate.CpuRate = SHARE_OF_ONE_CORE * 100 / machine.dwNumberOfProcessors; /* in hundredths of a percent of all cores */
  if (rate.CpuRate == 0) rate.CpuRate = 1;
  if (!SetInformationJobObject(job, JobObjectCpuRateControlInformation, &rate, sizeof rate)) {
    log_line("its share of the processor is not limited (error %lu)", GetLastError());
  }
}

static HANDLE make_job(void) {
  HANDLE job = CreateJobObjectW(NULL, NULL);
  if (job == NULL) return NULL;
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
  limits.BasicLimitInformation.LimitFlags =
      JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_JOB_MEMORY | JOB_OBJECT_LIMIT_PRIORITY_CLASS | JOB_OBJECT_LIMIT_ACTIVE_PROCESS;
  limits.BasicLimitInformation.PriorityClass = BELOW_NORMAL_PRIORITY_CLASS;
  limits.BasicLimitInformation.ActiveProcessLimit = MOST_PROCESSES;
  limits.JobMemoryLimit = MEMORY;
  if (!SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits)) {
    CloseHandle(job); /* without that it could outlive us */
    return NULL;
  }
  limit_processor(job);
  return job;
}

/* Copies what the child says into the log until it says no more. */
static DWORD WINAPI copy_to_log(void *pipe) {
  char bytes[4096];
  DWORD count;
  while (ReadFile(pipe, bytes, sizeof bytes, &count, NULL) && count > 0) log_bytes(bytes, count);
  CloseHandle(pipe);
  return 0;
}

/* This program with that word; null where it cannot be started. */
static HANDLE start_in_job(HANDLE job, const wchar_t *word, HANDLE input, HANDLE output) {
  wchar_t program[LONGEST_PATH + 64], command[LONGEST_PATH + 128];
  _snwprintf(program, LONGEST_PATH + 64, L"%ls\\bin\\porchlight.exe", home);
  _snwprintf(command, LONGEST_PATH + 128, L"\"%ls\" %ls", program, word);
  STARTUPINFOW start = {.cb = sizeof start, .dwFlags = STARTF_USESTDHANDLES, .hStdInput = input, .hStdOutput = output, .hStdError = output};
  PROCESS_INFORMATION made;
  if (!CreateProcessW(program, command, NULL, NULL, TRUE, CREATE_NO_WINDOW | CREATE_SUSPENDED, NULL, home, &start, &made)) return NULL;
  if (!AssignProcessToJobObject(job, made.hProcess)) { /* nothing of it has run yet */
    TerminateProcess(made.hProcess, 70);
    CloseHandle(made.hThread);
    CloseHandle(made.hProcess);
    return NULL;
  }
  ResumeThread(made.hThread);
  CloseHandle(made.hThread);
  return made.hProcess;
}

struct child start_child(void) {
  struct child child = {NULL, NULL, make_job()};
  SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
  HANDLE input = NULL, said = NULL, output = NULL;
  if (child.job != NULL && CreatePipe(&input, &child.input, &inherited, 0) && CreatePipe(&said, &output, &inherited, 0)) {
    SetHandleInformation(child.input, HANDLE_FLAG_INHERIT, 0);
    SetHandleInformation(said, HANDLE_FLAG_INHERIT, 0);
    child.process = start_in_job(child.job, SUPERVISED, input, output);
    if (child.process != NULL) {
      CloseHandle(CreateThread(NULL, 0, copy_to_log, said, 0, NULL));
      said = NULL;
    }
  }
  if (child.process == NULL) {
    DWORD error = GetLastError();
    log_line("it cannot be started (error %lu)", error);
    tell_not_started(error);
  }
  if (input != NULL) CloseHandle(input);
  if (output != NULL) CloseHandle(output);
  if (said != NULL) CloseHandle(said);
  return child;
}

void prepare_beside(const struct child *child) {
  wchar_t archive[LONGEST_PATH + 32];
  _snwprintf(archive, LONGEST_PATH + 32, L"%ls\\%hs", home, ARCHIVE);
  if (GetFileAttributesW(archive) != INVALID_FILE_ATTRIBUTES) return;
  HANDLE process = start_in_job(child->job, PREPARE, NULL, NULL);
  if (process != NULL) CloseHandle(process);
}

static bool any_left(HANDLE job) {
  JOBOBJECT_BASIC_ACCOUNTING_INFORMATION count;
  return QueryInformationJobObject(job, JobObjectBasicAccountingInformation, &count, sizeof count, NULL) && count.ActiveProcesses > 0;
}

void end_child(struct child *child, void (*waiting)(void)) {
  if (child->input != NULL) CloseHandle(child->input);
  if (child->process != NULL) {
    for (int second = 0; second < TO_END_SECONDS && WaitForSingleObject(child->process, 1000) == WAIT_TIMEOUT; second++) waiting();
    TerminateJobObject(child->job, 1);
    /* Gone, not only ended: whoever waits for us may replace files that they still had open. */
    for (int tenth = 0; tenth < 100 && any_left(child->job); tenth++) Sleep(100);
    WaitForSingleObject(child->process, 5000);
    CloseHandle(child->process);
  }
  if (child->job != NULL) CloseHandle(child->job);
  child->process = child->input = child->job = NULL;
}
