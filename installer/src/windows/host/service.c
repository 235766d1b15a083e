/* The service: keeps one child running, as systemd does on Linux. It says that it has stopped only once nothing of the child runs. */
#include "host.h"

#include <stdio.h>

#define BEFORE_NEXT_MILLIS 20000 /* RestartSec */
#define HINT_MILLIS 20000
#define BEFORE_PREPARING_MILLIS 120000 /* the first report goes first */

static SERVICE_STATUS_HANDLE manager;
static HANDLE stop;

static void say(DWORD state, DWORD error) {
  static DWORD step;
  bool moving = state == SERVICE_START_PENDING || state == SERVICE_STOP_PENDING;
  SERVICE_STATUS status = {.dwServiceType = SERVICE_WIN32_OWN_PROCESS, .dwCurrentState = state, .dwWin32ExitCode = error};
  status.dwControlsAccepted = state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_PRESHUTDOWN : 0;
  status.dwCheckPoint = moving ? ++step : 0;
  status.dwWaitHint = moving ? HINT_MILLIS : 0;
  SetServiceStatus(manager, &status);
}

static void still_stopping(void) { say(SERVICE_STOP_PENDING, NO_ERROR); }

static DWORD WINAPI told(DWORD control, DWORD type, void *data, void *context) {
  if (control == SERVICE_CONTROL_STOP || control == SERVICE_CONTROL_PRESHUTDOWN) {
    still_stopping();
    SetEvent(stop);
    return NO_ERROR;
  }
  return control == SERVICE_CONTROL_INTERROGATE ? NO_ERROR : ERROR_CALL_NOT_IMPLEMENTED;
}

/* What happens when this very process is killed, and when it starts. Windows Installer's own tables for it do not work as they are
   documented (Microsoft says so), so the service sees to it itself. */
static void recover_by_itself(void) {
  SC_HANDLE services = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
  SC_HANDLE self = services == NULL ? NULL : OpenServiceW(services, SERVICE_NAME, SERVICE_CHANGE_CONFIG | SERVICE_START);
  if (self != NULL) {
    SC_ACTION restarts[] = {{SC_ACTION_RESTART, BEFORE_NEXT_MILLIS}, {SC_ACTION_RESTART, 60000}, {SC_ACTION_RESTART, 300000}};
    SERVICE_FAILURE_ACTIONSW actions = {.dwResetPeriod = 86400, .cActions = 3, .lpsaActions = restarts};
    SERVICE_FAILURE_ACTIONS_FLAG also_with_an_error = {TRUE};
    SERVICE_DELAYED_AUTO_START_INFO after_the_others = {TRUE};
    ChangeServiceConfig2W(self, SERVICE_CONFIG_FAILURE_ACTIONS, &actions);
    ChangeServiceConfig2W(self, SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, &also_with_an_error);
    ChangeServiceConfig2W(self, SERVICE_CONFIG_DELAYED_AUTO_START_INFO, &after_the_others);
    CloseServiceHandle(self);
  }
  if (services != NULL) CloseServiceHandle(services);
}

/* Waits for its end or for ours; true when it was its own. */
static bool ended_by_itself(struct child *child) {
  if (child->process == NULL) return true;
  HANDLE either[] = {stop, child->process};
  DWORD which = WaitForMultipleObjects(2, either, FALSE, BEFORE_PREPARING_MILLIS);
  if (which == WAIT_TIMEOUT) {
    prepare_beside(child);
    which = WaitForMultipleObjects(2, either, FALSE, INFINITE);
  }
  if (which == WAIT_OBJECT_0) return false;
  DWORD status = 0;
  GetExitCodeProcess(child->process, &status);
  log_line("it ended with status %lu and is started again", status);
  tell_ended(status);
  return true;
}

static void nothing(void) {}

static void WINAPI service_main(DWORD count, wchar_t **words) {
  manager = RegisterServiceCtrlHandlerExW(SERVICE_NAME, told, NULL);
  stop = CreateEventW(NULL, TRUE, FALSE, NULL);
  say(SERVICE_START_PENDING, NO_ERROR);
  recover_by_itself();
  struct child child = start_child();
  if (child.process == NULL) {
    end_child(&child, nothing);
    say(SERVICE_STOPPED, ERROR_SERVICE_NO_THREAD);
    return;
  }
  say(SERVICE_RUNNING, NO_ERROR);
  tell_started();
  while (ended_by_itself(&child)) {
    end_child(&child, nothing);
    if (WaitForSingleObject(stop, BEFORE_NEXT_MILLIS) == WAIT_OBJECT_0) break;
    child = start_child();
  }
  end_child(&child, still_stopping);
  tell_stopped();
  say(SERVICE_STOPPED, NO_ERROR);
}

int serve(void) {
  SERVICE_TABLE_ENTRYW services[] = {{SERVICE_NAME, service_main}, {NULL, NULL}};
  if (StartServiceCtrlDispatcherW(services)) return 0;
  fputs("porchlight: `service` is for the service manager: sc start Porchlight\n", stderr);
  return 64;
}
