/* What the tests under Wine ask of Windows' own functions, where Wine has no program for it:
     tool repair PRODUCT MODE           MsiReinstallProduct, which `msiexec /f` calls on Windows and not under Wine; ends with what it does
     tool shown LIBRARY EVENT VALUE...  an event as who looks at the event log is shown it
     tool start HOW                     how the service starts: 2 by itself, 3 by hand, 4 never
     tool seldom                        ends with the number of the first thing that is not told as it should be, or with 0 */
#include <windows.h>

#include <msi.h>
#include <stdio.h>
#include <wchar.h>

#include "seldom.h"

static int repair(const wchar_t *product, const wchar_t *mode) {
  MsiSetInternalUI(INSTALLUILEVEL_NONE, NULL);
  return (int)MsiReinstallProductW(product, wcstoul(mode, NULL, 0));
}

static int shown(const wchar_t *library, const wchar_t *event, wchar_t **values) {
  wchar_t text[4096];
  char bytes[sizeof text * 2];
  HMODULE messages = LoadLibraryExW(library, NULL, LOAD_LIBRARY_AS_DATAFILE);
  DWORD flags = FORMAT_MESSAGE_FROM_HMODULE | FORMAT_MESSAGE_ARGUMENT_ARRAY;
  if (messages == NULL || !FormatMessageW(flags, messages, wcstoul(event, NULL, 0), 0, text, 4096, (va_list *)values)) return 1;
  int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
  fwrite(bytes, 1, (size_t)length - 1, stdout);
  return 0;
}

static int start(const wchar_t *how) {
  SC_HANDLE services = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
  SC_HANDLE service = OpenServiceW(services, L"Porchlight", SERVICE_CHANGE_CONFIG);
  DWORD same = SERVICE_NO_CHANGE;
  return !ChangeServiceConfigW(service, same, wcstoul(how, NULL, 10), same, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
}

static int seldom(void) {
  static const struct { uint64_t at; uint32_t told; } ends[] = {
    {5000, 1}, {5001, 0}, {25000, 0}, {3604999, 0}, {3605000, 4}, {3605001, 0}, {9000000000, 2}, {9000000001, 0},
  };
  struct seldom it = {0};
  for (int i = 0; i < (int)(sizeof ends / sizeof *ends); i++) {
    if (times_to_tell(&it, ends[i].at) != ends[i].told) return i + 1;
  }
  return 0;
}

int wmain(int count, wchar_t **words) {
  if (count == 4 && wcscmp(words[1], L"repair") == 0) return repair(words[2], words[3]);
  if (count >= 4 && wcscmp(words[1], L"shown") == 0) return shown(words[2], words[3], words + 4);
  if (count == 3 && wcscmp(words[1], L"start") == 0) return start(words[2]);
  if (count == 2 && wcscmp(words[1], L"seldom") == 0) return seldom();
  fputws(L"tool: repair PRODUCT MODE, shown LIBRARY EVENT VALUE..., start HOW, seldom\n", stderr);
  return 64;
}
