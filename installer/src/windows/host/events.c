/* What happens to the service, in Windows' event log (Application, source Porchlight), where administrators and their tools look. Few
   events, never a secret, and what repeats is told once an hour. What they are shown as is in events.dll: who looks at them keeps that
   file open, which must not be the program. */
#include "host.h"

#include "events.h"
#include "seldom.h"

#include <wchar.h>

#define LONGEST_TEXT 512

static WORD kind_of(DWORD event) {
  switch (event >> 30) {
    case 3: return EVENTLOG_ERROR_TYPE;
    case 2: return EVENTLOG_WARNING_TYPE;
    default: return EVENTLOG_INFORMATION_TYPE;
  }
}

/* Where it cannot be told, log\service.log has it all the same. */
static void tell(DWORD event, WORD count, const wchar_t **values) {
  HANDLE log = RegisterEventSourceW(NULL, SERVICE_NAME);
  if (log == NULL) return;
  ReportEventW(log, kind_of(event), 0, event, NULL, count, 0, values, NULL);
  DeregisterEventSource(log);
}

void tell_started(void) {
  const wchar_t *values[] = {VERSION};
  tell(EVENT_STARTED, 1, values);
}

void tell_stopped(void) { tell(EVENT_STOPPED, 0, NULL); }

void tell_ended(DWORD status) {
  static struct seldom ends;
  uint32_t count = times_to_tell(&ends, GetTickCount64());
  if (count == 0) return;
  wchar_t how[32], times[16], log[LONGEST_PATH + 32];
  _snwprintf(how, 32, L"%lu (0x%lx)", status, status);
  _snwprintf(times, 16, L"%u", count);
  _snwprintf(log, LONGEST_PATH + 32, L"%ls\\log\\service.log", home);
  const wchar_t *values[] = {how, times, log};
  tell(EVENT_ENDED, 3, values);
}

void tell_not_started(DWORD error) {
  static struct seldom failures;
  uint32_t count = times_to_tell(&failures, GetTickCount64());
  if (count == 0) return;
  wchar_t why[LONGEST_TEXT] = L"", number[16], times[16];
  FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS | FORMAT_MESSAGE_MAX_WIDTH_MASK, NULL, error, 0, why, LONGEST_TEXT, NULL);
  _snwprintf(number, 16, L"%lu", error);
  _snwprintf(times, 16, L"%u", count);
  const wchar_t *values[] = {why, number, times};
  tell(EVENT_NOT_STARTED, 3, values);
}
