/* Runs the agent on the Java runtime beside this program, within this process: the console, its input, Ctrl-C and the status are
   the agent's own. */
#include "host.h"

#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

/* JNI by the numbers of its functions, which are fixed for ever (JNI specification, "Interface Function Table"): building this needs
   no JDK's headers. */
enum { FIND_CLASS = 6, EXCEPTION_DESCRIBE = 16, EXCEPTION_CHECK = 228, STATIC_METHOD = 113, CALL_STATIC_VOID = 143, NEW_STRING = 163,
       NEW_ARRAY = 172, SET_ELEMENT = 174 };
enum { ATTACH_AS_DAEMON = 7 };
#define VERSION_10 0x000a0000
typedef void *const **Table;                      /* a JNIEnv or a JavaVM */
#define FUNCTION(table, number, type) ((type)(*(table))[number])
typedef struct { char *text; void *extra; } Option;
typedef struct { int32_t version, count; Option *options; uint8_t ignore_unknown; } Arguments;
typedef int32_t (*CreateVM)(Table *vm, Table *env, Arguments *arguments);
typedef void *(*FindClass)(Table, const char *);
typedef void *(*StaticMethod)(Table, void *, const char *, const char *);
typedef void (*CallStaticVoid)(Table, void *, void *, const int64_t *);
typedef void *(*NewString)(Table, const wchar_t *, int32_t);
typedef void *(*NewArray)(Table, int32_t, void *, void *);
typedef void (*SetElement)(Table, void *, int32_t, void *);
typedef uint8_t (*ExceptionCheck)(Table);
typedef void (*ExceptionDescribe)(Table);
typedef int32_t (*AttachAsDaemon)(Table, Table *, void *);

/* As in bin/porchlight of Linux: the half that stays has as little as a JVM can do with, and no compiler. */
static const char *const ALWAYS[] = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xlog:disable", "-Xlog:all=off", "-XX:-PrintWarnings", NULL};
static const char *const STAYING[] = {"-Xint", "-Xms1m", "-Xmx16m", "-Xmn512k", "-Xss256k", "-XX:ReservedCodeCacheSize=8m", NULL};
static const char *const ASKING[] = {"-Xms8m", "-Xmx48m", "-Xss512k", NULL};

#define MOST_OPTIONS 24
static Option options[MOST_OPTIONS];
static int option_count;
static Table vm, env;

static void option(const char *text) {
  if (option_count < MOST_OPTIONS) options[option_count++].text = _strdup(text);
}

static void each(const char *const *texts) {
  for (; *texts != NULL; texts++) option(*texts);
}

/* The home, as the JVM reads the options it is created with: in the page of codes of the system. */
static bool home_as_option(char *to, int size) {
  BOOL lost = FALSE;
  return WideCharToMultiByte(CP_ACP, WC_NO_BEST_FIT_CHARS, home, -1, to, size, NULL, &lost) > 0 && !lost;
}

/* What the command is started with besides what all are; `at` is the home. */
static void options_of(const wchar_t *command, const char *at) {
  char archive[LONGEST_PATH * 2 + 64];
  if (wcscmp(command, L"run") == 0) {
    each(STAYING);
    return;
  }
  each(ASKING);
  snprintf(archive, sizeof archive, "-XX:SharedArchiveFile=%s\\" ARCHIVE, at);
  option("-Xshare:auto");
  option(archive);
}

static bool common_options(const char *at) {
  static char text[LONGEST_PATH * 16];
  each(ALWAYS);
  snprintf(text, sizeof text, "-Dporchlight.home=%s", at);
  option(text);
  /* Its own native library lies there already: unpacked anew into a folder for all, it could be another's by the time it is loaded. */
  snprintf(text, sizeof text, "-Djna.boot.library.path=%s\\bin", at);
  option(text);
  option("-Djna.nounpack=true");
  option("-Djna.nosys=false");
  /* Of its own crashes the last one's story is kept, beside the service's log, and never a picture of its memory. */
  snprintf(text, sizeof text, "-XX:ErrorFile=%s\\log\\java.log", at);
  option(text);
  option("-XX:-CreateCoredumpOnCrash");
  /* CLASS_PATH is said by the build: names of jars with semicolons. What lies in lib besides is not loaded. */
  char names[] = CLASS_PATH;
  size_t length = (size_t)snprintf(text, sizeof text, "-Djava.class.path=");
  for (char *name = strtok(names, ";"); name != NULL && length < sizeof text; name = strtok(NULL, ";")) {
    length += (size_t)snprintf(text + length, sizeof text - length, "%s\\lib\\%s;", at, name);
  }
  option(text);
  return length < sizeof text && option_count < MOST_OPTIONS;
}

/* Nothing in the caller's environment reaches the JVM, which looks there by the C library's copy of it. */
static void forget_variables(void) {
  static const wchar_t *const names[] = {L"JAVA_TOOL_OPTIONS", L"_JAVA_OPTIONS", L"JDK_JAVA_OPTIONS", L"CLASSPATH"};
  HMODULE library = LoadLibraryExW(L"ucrtbase.dll", NULL, LOAD_LIBRARY_SEARCH_SYSTEM32);
  typedef int (*Put)(const wchar_t *, const wchar_t *);
  Put put = library == NULL ? NULL : (Put)(void *)GetProcAddress(library, "_wputenv_s");
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    SetEnvironmentVariableW(names[i], NULL);
    if (put != NULL) put(names[i], L"");
  }
}

static CreateVM load_java(void) {
  wchar_t path[LONGEST_PATH + 64];
  _snwprintf(path, LONGEST_PATH + 64, L"%ls\\runtime\\bin", home);
  SetDllDirectoryW(path);
  _snwprintf(path, LONGEST_PATH + 64, L"%ls\\runtime\\bin\\server\\jvm.dll", home);
  HMODULE java = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
  return java == NULL ? NULL : (CreateVM)(void *)GetProcAddress(java, "JNI_CreateJavaVM");
}

/* Waits for the end of the input, then has the agent end as a signal would: what it started ends first. */
static DWORD WINAPI end_with_input(void *none) {
  char bytes[64];
  DWORD count;
  while (ReadFile(GetStdHandle(STD_INPUT_HANDLE), bytes, sizeof bytes, &count, NULL) && count > 0) {}
  Table own;
  if (FUNCTION(vm, ATTACH_AS_DAEMON, AttachAsDaemon)(vm, &own, NULL) == 0) {
    void *system = FUNCTION(own, FIND_CLASS, FindClass)(own, "java/lang/System");
    void *exit = FUNCTION(own, STATIC_METHOD, StaticMethod)(own, system, "exit", "(I)V");
    int64_t status[] = {0};
    FUNCTION(own, CALL_STATIC_VOID, CallStaticVoid)(own, system, exit, status);
  }
  return 0;
}

static int call_main(int count, wchar_t **words) {
  void *main_class = FUNCTION(env, FIND_CLASS, FindClass)(env, "porchlight/Main");
  void *text_class = FUNCTION(env, FIND_CLASS, FindClass)(env, "java/lang/String");
  void *method = main_class == NULL ? NULL : FUNCTION(env, STATIC_METHOD, StaticMethod)(env, main_class, "main", "([Ljava/lang/String;)V");
  if (method != NULL) {
    void *array = FUNCTION(env, NEW_ARRAY, NewArray)(env, count, text_class, NULL);
    for (int i = 0; i < count; i++) {
      void *text = FUNCTION(env, NEW_STRING, NewString)(env, words[i], (int32_t)wcslen(words[i]));
      FUNCTION(env, SET_ELEMENT, SetElement)(env, array, i, text);
    }
    int64_t arguments[] = {(int64_t)(intptr_t)array};
    FUNCTION(env, CALL_STATIC_VOID, CallStaticVoid)(env, main_class, method, arguments);
  }
  if (FUNCTION(env, EXCEPTION_CHECK, ExceptionCheck)(env)) FUNCTION(env, EXCEPTION_DESCRIBE, ExceptionDescribe)(env);
  return 70; /* the agent ends the process itself */
}

/* Starts Java with the options so far and those that all have. */
static bool start_java(const char *at) {
  if (!common_options(at)) {
    fputs("porchlight: the folder it is in has too long a name\n", stderr);
    return false;
  }
  forget_variables();
  CreateVM create = load_java();
  Arguments arguments = {VERSION_10, option_count, options, 0};
  if (create == NULL || create(&vm, &env, &arguments) != 0) {
    fprintf(stderr, "porchlight: no Java runtime could be started in %ls\\runtime (%lu)\n", home, GetLastError());
    return false;
  }
  return true;
}

int dump_archive(void) {
  char at[LONGEST_PATH * 2], text[LONGEST_PATH * 2 + 64];
  if (!home_as_option(at, sizeof at)) return 70;
  option("-Xshare:dump");
  option("-Xmx128m");
  snprintf(text, sizeof text, "-XX:SharedClassListFile=%s\\classes\\porchlight", at);
  option(text);
  snprintf(text, sizeof text, "-XX:SharedArchiveFile=%s\\" ARCHIVE ".new", at);
  option(text);
  start_java(at); /* which ends the process once the archive is written */
  return 70;
}

int run_java(int count, wchar_t **words, bool supervised) {
  char at[LONGEST_PATH * 2];
  if (!home_as_option(at, sizeof at)) {
    fputs("porchlight: the folder it is in has a name that Java cannot be told\n", stderr);
    return 70;
  }
  options_of(count > 0 ? words[0] : L"", at);
  if (!start_java(at)) return 70;
  if (supervised) CloseHandle(CreateThread(NULL, 0, end_with_input, NULL, 0, NULL));
  return call_main(count, words);
}
