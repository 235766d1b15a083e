/* porchlight.exe: the service, what watches over it, and the program that people call. One name and one signature for all three. */
#include "host.h"

#include <stdio.h>
#include <wchar.h>

wchar_t home[LONGEST_PATH];

static bool find_home(void) {
  DWORD length = GetModuleFileNameW(NULL, home, LONGEST_PATH);
  if (length == 0 || length >= LONGEST_PATH) return false;
  for (int level = 0; level < 2; level++) { /* the name, then bin */
    wchar_t *last = wcsrchr(home, L'\\');
    if (last == NULL) return false;
    *last = 0;
  }
  return true;
}

int wmain(int count, wchar_t **words) {
  if (!find_home()) {
    fputs("porchlight: its own folder is not known\n", stderr);
    return 70;
  }
  /* Libraries come from the system and from our runtime, never from the folder that somebody happens to be in. */
  SetDllDirectoryW(L"");
  if (count == 2 && wcscmp(words[1], SERVE) == 0) return serve();
  if (count == 2 && wcscmp(words[1], SUPERVISED) == 0) {
    wchar_t *run[] = {L"run"};
    return run_java(1, run, true);
  }
  if (count == 2 && wcscmp(words[1], PREPARE) == 0) return prepare();
  if (count == 2 && wcscmp(words[1], DUMP) == 0) return dump_archive();
  return run_java(count - 1, words + 1, false);
}
