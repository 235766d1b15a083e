package porchlight.gather.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every capture of a source that we read is in a test of its reader, with its truth. Those of
 * sources that are never asked are here with the reason.
 */
class WinCapturesUsedTest {
  private static final Path TESTS = Path.of("src/test/java/porchlight/gather/windows");

  /** Beginnings of names, and why nobody asks that. */
  private static final Map<String, String> NOT_ASKED = notAsked();

  private static Map<String, String> notAsked() {
    var all = new LinkedHashMap<String, String>();
    all.put("defender/en-sc-query-", "the state of services is asked of Windows itself");
    all.put("dns/en-Get-DnsClient", "PowerShell is not started");
    all.put("dns/en-netsh-interface-ip-", "its labels are of a language; the registry says it");
    all.put("hotfix/", "incomplete, with dates in words; the revision says what runs");
    all.put("netadapter/", "the list of adapters is asked of Windows itself");
    all.put("netconnectionprofile/", "PowerShell is not started");
    all.put("netstat/json-", "PowerShell is not started");
    all.put("network-category/", "all networks ever met; the one in use is asked for");
    all.put("smb/", "PowerShell is not started; the registry says it");
    all.put("wifi-drivers/", "what an adapter could do is not what it does");
    return all;
  }

  private static String tests() throws IOException {
    var all = new StringBuilder();
    try (var files = Files.walk(TESTS)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        if (!file.endsWith("WinCapturesUsedTest.java") && !file.endsWith("WinMachines.java")) {
          all.append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }

  /** By its name, or with all of its folder. */
  private static boolean isIn(String tests, String file) {
    int slash = file.indexOf('/');
    return tests.contains(file.substring(slash + 1))
        || tests.contains('"' + file.substring(0, slash + 1) + '"');
  }

  private static boolean hasReason(String file) {
    return NOT_ASKED.keySet().stream().anyMatch(file::startsWith);
  }

  @Test
  void every_capture_is_in_a_test_or_says_why_not() throws IOException {
    String tests = tests();
    var lost = new TreeSet<String>();
    int used = 0;
    for (String file : WinCaptures.all()) {
      boolean inATest = isIn(tests, file);
      used += inATest ? 1 : 0;
      if (!inATest && !hasReason(file)) {
        lost.add(file);
      }
    }
    assertEquals(new TreeSet<>(), lost, "no test asks for these");
    assertTrue(used >= 15, used + " are in tests");
  }

  @Test
  void every_reason_is_of_some_capture() {
    for (String beginning : NOT_ASKED.keySet()) {
      assertTrue(
          WinCaptures.all().stream().anyMatch(file -> file.startsWith(beginning)), beginning);
    }
  }
}
