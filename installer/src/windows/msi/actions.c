/* What Windows Installer cannot do by itself, as actions of the .msi. Nothing secret is in anybody's arguments: what was said goes to
   `porchlight seed` in its environment, as on Linux (ADR 26), and Windows Installer is told to hide it from its logs. */
#include <windows.h>

#include <msi.h>
#include <msiquery.h>
#include <stdbool.h>
#include <stdio.h>
#include <wchar.h>

#define LONGEST 4096
#define SEED_MILLIS 60000
#define GOODBYE_MILLIS 30000
#define MOST_TENTHS_TO_SETTLE 150

static void tell(MSIHANDLE install, INSTALLMESSAGE kind, const wchar_t *text) {
  MSIHANDLE record = MsiCreateRecord(1);
  MsiRecordSetStringW(record, 0, L"[1]");
  MsiRecordSetStringW(record, 1, text);
  MsiProcessMessage(install, kind, record);
  MsiCloseHandle(record);
}

/* The property's value; empty where there is none or it is too long to be what it should be. */
static const wchar_t *property(MSIHANDLE install, const wchar_t *name, wchar_t *value) {
  DWORD length = LONGEST;
  if (MsiGetPropertyW(install, name, value, &length) != ERROR_SUCCESS) value[0] = 0;
  return value;
}

/* --- before anything changes, as whoever installs -------------------------------------------------------------------- */

/* An upgrade makes the service anew: what somebody made of the old one is kept. A repair is there to make it run again, unless it never
   runs by itself. */
static void remember_service(MSIHANDLE install) {
  static wchar_t repaired[LONGEST];
  SC_HANDLE services = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
  SC_HANDLE service = services == NULL ? NULL : OpenServiceW(services, L"Porchlight", SERVICE_QUERY_STATUS | SERVICE_QUERY_CONFIG);
  if (service != NULL) {
    SERVICE_STATUS status;
    bool stays = QueryServiceStatus(service, &status) && status.dwCurrentState == SERVICE_STOPPED;
    static DWORD64 bytes[1024];
    QUERY_SERVICE_CONFIGW *how = (QUERY_SERVICE_CONFIGW *)bytes;
    DWORD needed;
    if (QueryServiceConfigW(service, how, sizeof bytes, &needed)) {
      if (how->dwStartType <= SERVICE_AUTO_START) {
        stays = stays && property(install, L"REINSTALL", repaired)[0] == 0;
      } else {
        bool disabled = how->dwStartType == SERVICE_DISABLED; /* which Windows would not start, even where it ran */
        stays = stays || disabled;
        MsiSetPropertyW(install, L"Quieten", disabled ? L"disabled" : L"by hand");
      }
    }
    if (stays) MsiSetPropertyW(install, L"STAYSSTOPPED", L"1");
    CloseServiceHandle(service);
  }
  if (services != NULL) CloseServiceHandle(services);
}

/* The newer version removes this one from within its own installation, and whatever it is done by is there for as long as that takes.
   Windows says so as well (UPGRADINGPRODUCTCODE); Wine does not. */
static void remember_upgrade(MSIHANDLE install) {
  CreateEventW(NULL, TRUE, FALSE, L"Global\\PorchlightInstalls"); /* never closed: it goes with this process */
  if (GetLastError() == ERROR_ALREADY_EXISTS) MsiSetPropertyW(install, L"UPGRADING", L"1");
}

/* What the later actions are told: they run as the system, which sees no properties. */
__declspec(dllexport) UINT __stdcall Remember(MSIHANDLE install) {
  static wchar_t folder[LONGEST], server[LONGEST], key[LONGEST], file[LONGEST], all[4 * LONGEST + 8];
  property(install, L"INSTALLDIR", folder);
  _snwprintf(all, sizeof all / sizeof *all, L"%ls\n%ls\n%ls\n%ls\n", folder, property(install, L"SERVERURL", server),
             property(install, L"ENROLLMENTKEY", key), property(install, L"ENROLLMENTKEYFILE", file));
  MsiSetPropertyW(install, L"Seed", all);
  MsiSetPropertyW(install, L"Goodbye", folder);
  MsiSetPropertyW(install, L"Settle", folder);
  MsiSetPropertyW(install, L"Purge", folder);
  remember_service(install);
  remember_upgrade(install);
  return ERROR_SUCCESS;
}

/* --- as the system --------------------------------------------------------------------------------------------------- */

/* The next line of what we were told, which is cut there. */
static wchar_t *line(wchar_t **rest) {
  wchar_t *start = *rest, *end = wcschr(start, L'\n');
  if (end != NULL) {
    *end = 0;
    *rest = end + 1;
  }
  return start;
}

/* Runs porchlight.exe with that word; false when it cannot be run, is late, or does not end with 0. What it says goes into `said`. */
static bool porchlight(const wchar_t *folder, const wchar_t *word, DWORD millis, char *said, DWORD size) {
  wchar_t program[LONGEST + 32], command[LONGEST + 64];
  _snwprintf(program, LONGEST + 32, L"%lsbin\\porchlight.exe", folder); /* Windows Installer's folders end with a backslash */
  _snwprintf(command, LONGEST + 64, L"\"%ls\" %ls", program, word);
  SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
  HANDLE read, write;
  if (!CreatePipe(&read, &write, &inherited, size)) return false;
  SetHandleInformation(read, HANDLE_FLAG_INHERIT, 0);
  STARTUPINFOW start = {.cb = sizeof start, .dwFlags = STARTF_USESTDHANDLES, .hStdOutput = write, .hStdError = write};
  PROCESS_INFORMATION made;
  bool started = CreateProcessW(program, command, NULL, NULL, TRUE, CREATE_NO_WINDOW, NULL, NULL, &start, &made);
  CloseHandle(write);
  DWORD status = 1, length = 0;
  if (started) {
    if (WaitForSingleObject(made.hProcess, millis) == WAIT_TIMEOUT) TerminateProcess(made.hProcess, 1);
    WaitForSingleObject(made.hProcess, 5000);
    GetExitCodeProcess(made.hProcess, &status);
    CloseHandle(made.hThread);
    CloseHandle(made.hProcess);
    DWORD there = 0;
    if (PeekNamedPipe(read, NULL, 0, NULL, &there, NULL) && there > 0) ReadFile(read, said, size - 1, &length, NULL);
  }
  said[length] = 0;
  CloseHandle(read);
  return started && status == 0;
}

static void tell_what_was_said(MSIHANDLE install, INSTALLMESSAGE kind, const char *said) {
  static wchar_t wide[LONGEST];
  if (MultiByteToWideChar(CP_UTF8, 0, said, -1, wide, LONGEST) > 0) tell(install, kind, wide);
}

/* The key in that file, without what surrounds it; `porchlight seed` judges it. */
static bool read_key(const wchar_t *file, wchar_t *key) {
  char bytes[1025];
  DWORD length = 0;
  HANDLE open = CreateFileW(file, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
  if (open == INVALID_HANDLE_VALUE) return false;
  bool read = ReadFile(open, bytes, sizeof bytes - 1, &length, NULL);
  CloseHandle(open);
  bytes[length] = 0;
  bool known = read && length > 0 && MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, bytes, -1, key, LONGEST) > 0;
  SecureZeroMemory(bytes, sizeof bytes);
  return known;
}

/* One path of two; false where it would be too long. */
static bool join(wchar_t *path, const wchar_t *folder, const wchar_t *between, const wchar_t *name) {
  int length = _snwprintf(path, LONGEST, L"%ls%ls%ls", folder, between, name);
  return length > 0 && length < LONGEST;
}

static void delete_all(const wchar_t *path);

/* What is in that folder. */
static void empty_folder(const wchar_t *folder) {
  wchar_t path[LONGEST];
  WIN32_FIND_DATAW found;
  if (!join(path, folder, L"\\", L"*")) return;
  HANDLE search = FindFirstFileW(path, &found);
  if (search == INVALID_HANDLE_VALUE) return;
  do {
    bool own = wcscmp(found.cFileName, L".") == 0 || wcscmp(found.cFileName, L"..") == 0;
    if (!own && join(path, folder, L"\\", found.cFileName)) delete_all(path);
  } while (FindNextFileW(search, &found));
  FindClose(search);
}

/* Deletes a file, or a folder and all in it; a link is deleted, not followed. */
static void delete_all(const wchar_t *path) {
  DWORD what = GetFileAttributesW(path);
  if (what == INVALID_FILE_ATTRIBUTES) return;
  if (!(what & FILE_ATTRIBUTE_DIRECTORY)) {
    DeleteFileW(path);
    return;
  }
  if (!(what & FILE_ATTRIBUTE_REPARSE_POINT)) empty_folder(path);
  RemoveDirectoryW(path);
}

/* What the service makes below the folder of the program, which Windows Installer does not know of; only where that folder has our name:
   INSTALLDIR can be said on the command line, and what is in somebody else's `log` is not ours. */
static void delete_below(const wchar_t *folder, const wchar_t *name) {
  static const wchar_t own[] = L"\\Porchlight\\"; /* Windows Installer's folders end with a backslash */
  wchar_t path[LONGEST];
  size_t length = wcslen(folder), last = sizeof own / sizeof *own - 1;
  if (length > last && _wcsicmp(folder + length - last, own) == 0 && join(path, folder, L"", name)) delete_all(path);
}

/* Hands what was said to the agent, which judges it and writes it where only administrators do; refused, nothing is installed. */
__declspec(dllexport) UINT __stdcall Seed(MSIHANDLE install) {
  static wchar_t all[4 * LONGEST + 8], key[LONGEST];
  DWORD length = sizeof all / sizeof *all;
  if (MsiGetPropertyW(install, L"CustomActionData", all, &length) != ERROR_SUCCESS) return ERROR_INSTALL_FAILURE;
  wchar_t *rest = all, *folder = line(&rest), *server = line(&rest), *given = line(&rest), *file = line(&rest);
  delete_below(folder, L"cache"); /* it fits the files that were there before; the service makes it anew */
  if (file[0] != 0) {
    if (!read_key(file, key)) {
      tell(install, INSTALLMESSAGE_ERROR, L"Porchlight: ENROLLMENTKEYFILE names a file that cannot be read");
      return ERROR_INSTALL_FAILURE;
    }
    given = key;
  }
  SetEnvironmentVariableW(L"PORCHLIGHT_SERVER", server);
  SetEnvironmentVariableW(L"PORCHLIGHT_ENROLLMENT_TOKEN", given);
  char said[LONGEST];
  bool done = porchlight(folder, L"seed", SEED_MILLIS, said, sizeof said);
  SetEnvironmentVariableW(L"PORCHLIGHT_SERVER", NULL);
  SetEnvironmentVariableW(L"PORCHLIGHT_ENROLLMENT_TOKEN", NULL);
  SecureZeroMemory(all, sizeof all);
  SecureZeroMemory(key, sizeof key);
  tell_what_was_said(install, done ? INSTALLMESSAGE_INFO : INSTALLMESSAGE_ERROR, said);
  return done ? ERROR_SUCCESS : ERROR_INSTALL_FAILURE;
}

/* The new service starts as the old one did: never, or by hand. */
__declspec(dllexport) UINT __stdcall Quieten(MSIHANDLE install) {
  wchar_t how[LONGEST];
  property(install, L"CustomActionData", how);
  SC_HANDLE services = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
  SC_HANDLE service = services == NULL ? NULL : OpenServiceW(services, L"Porchlight", SERVICE_CHANGE_CONFIG);
  DWORD type = wcscmp(how, L"disabled") == 0 ? SERVICE_DISABLED : SERVICE_DEMAND_START;
  bool done = service != NULL && ChangeServiceConfigW(service, SERVICE_NO_CHANGE, type, SERVICE_NO_CHANGE, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
  if (service != NULL) CloseServiceHandle(service);
  if (services != NULL) CloseServiceHandle(services);
  return done ? ERROR_SUCCESS : ERROR_INSTALL_FAILURE;
}

/* A service that has said that it has stopped is still a process for a moment, and a program that runs cannot be replaced. */
__declspec(dllexport) UINT __stdcall Settle(MSIHANDLE install) {
  wchar_t folder[LONGEST], program[LONGEST + 32];
  _snwprintf(program, LONGEST + 32, L"%lsbin\\porchlight.exe", property(install, L"CustomActionData", folder));
  for (int tenth = 0; tenth < MOST_TENTHS_TO_SETTLE; tenth++) {
    HANDLE file = CreateFileW(program, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
    if (file != INVALID_HANDLE_VALUE) CloseHandle(file);
    if (file != INVALID_HANDLE_VALUE || GetLastError() != ERROR_SHARING_VIOLATION) break;
    Sleep(100);
  }
  return ERROR_SUCCESS;
}

/* Central retires this computer, rather than calling it silent. Without a network it goes all the same. */
__declspec(dllexport) UINT __stdcall Goodbye(MSIHANDLE install) {
  wchar_t folder[LONGEST];
  char said[LONGEST];
  porchlight(property(install, L"CustomActionData", folder), L"goodbye", GOODBYE_MILLIS, said, sizeof said);
  tell_what_was_said(install, INSTALLMESSAGE_INFO, said);
  return ERROR_SUCCESS;
}

/* Once all else has gone: what the service made, the settings, who this computer was, what waited to be sent. */
__declspec(dllexport) UINT __stdcall Purge(MSIHANDLE install) {
  static wchar_t program[LONGEST], data[LONGEST], path[LONGEST];
  property(install, L"CustomActionData", program);
  delete_below(program, L"log");
  delete_below(program, L"cache");
  RemoveDirectoryW(program); /* if nobody else has put anything there */
  DWORD length = GetEnvironmentVariableW(L"ProgramData", data, LONGEST);
  if (length > 0 && length < LONGEST && join(path, data, L"\\", L"Porchlight")) delete_all(path);
  return ERROR_SUCCESS;
}
