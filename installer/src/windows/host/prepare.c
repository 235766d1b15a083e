/* The archive of prepared classes, from which Java starts in a fraction of the time (ADR 25). It fits one runtime and one set of jars, so it
   is made where both are installed, by the service, into a folder that administrators only write to. */
#include "host.h"

#include <wchar.h>

#define MOST_MILLIS 120000

int prepare(void) {
  wchar_t program[LONGEST_PATH + 64], command[LONGEST_PATH + 128], folder[LONGEST_PATH + 16], made[LONGEST_PATH + 64], archive[LONGEST_PATH + 64];
  _snwprintf(program, LONGEST_PATH + 64, L"%ls\\bin\\porchlight.exe", home);
  _snwprintf(command, LONGEST_PATH + 128, L"\"%ls\" %ls", program, DUMP);
  _snwprintf(folder, LONGEST_PATH + 16, L"%ls\\cache", home);
  _snwprintf(made, LONGEST_PATH + 64, L"%ls\\%hs.new", home, ARCHIVE);
  _snwprintf(archive, LONGEST_PATH + 64, L"%ls\\%hs", home, ARCHIVE);
  CreateDirectoryW(folder, NULL);
  STARTUPINFOW start = {.cb = sizeof start};
  PROCESS_INFORMATION child;
  if (!CreateProcessW(program, command, NULL, NULL, FALSE, CREATE_NO_WINDOW, NULL, home, &start, &child)) return 1;
  if (WaitForSingleObject(child.hProcess, MOST_MILLIS) == WAIT_TIMEOUT) TerminateProcess(child.hProcess, 1);
  WaitForSingleObject(child.hProcess, INFINITE);
  DWORD status = 1;
  GetExitCodeProcess(child.hProcess, &status);
  CloseHandle(child.hThread);
  CloseHandle(child.hProcess);
  if (status == 0 && MoveFileExW(made, archive, MOVEFILE_REPLACE_EXISTING)) return 0;
  DeleteFileW(made); /* half of one */
  return 1;
}
