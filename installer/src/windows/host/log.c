/* log\service.log below the home, where only administrators write: in a folder for all, a link of somebody's could lead the
   system's hand elsewhere. From a megabyte on it becomes service.log.1. */
#include "host.h"

#include <stdarg.h>
#include <stdio.h>

#define LONGEST (1 << 20)

static SRWLOCK turn = SRWLOCK_INIT;

static HANDLE open_log(void) {
  wchar_t folder[LONGEST_PATH + 8], file[LONGEST_PATH + 32], before[LONGEST_PATH + 32];
  _snwprintf(folder, LONGEST_PATH + 8, L"%ls\\log", home);
  _snwprintf(file, LONGEST_PATH + 32, L"%ls\\service.log", folder);
  _snwprintf(before, LONGEST_PATH + 32, L"%ls\\service.log.1", folder);
  CreateDirectoryW(folder, NULL);
  WIN32_FILE_ATTRIBUTE_DATA now;
  if (GetFileAttributesExW(file, GetFileExInfoStandard, &now) && now.nFileSizeLow > LONGEST) {
    MoveFileExW(file, before, MOVEFILE_REPLACE_EXISTING);
  }
  return CreateFileW(file, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
}

void log_bytes(const char *bytes, DWORD count) {
  AcquireSRWLockExclusive(&turn);
  HANDLE file = open_log();
  if (file != INVALID_HANDLE_VALUE) {
    DWORD written;
    WriteFile(file, bytes, count, &written, NULL);
    CloseHandle(file);
  }
  ReleaseSRWLockExclusive(&turn);
}

void log_line(const char *format, ...) {
  char line[512];
  SYSTEMTIME now;
  GetSystemTime(&now);
  int length = snprintf(line, sizeof line, "%04u-%02u-%02uT%02u:%02u:%02uZ service: ", now.wYear, now.wMonth, now.wDay, now.wHour, now.wMinute, now.wSecond);
  va_list values;
  va_start(values, format);
  length += vsnprintf(line + length, sizeof line - (size_t)length - 2, format, values);
  va_end(values);
  if (length > (int)sizeof line - 3) length = (int)sizeof line - 3;
  line[length++] = '\r';
  line[length++] = '\n';
  log_bytes(line, (DWORD)length);
}
