package porchlight.gather.windows;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import porchlight.gather.CaptureUse;

/**
 * Every capture of a source that we read is in a test of its reader, with its truth. Those of
 * sources that are never asked are here with the reason.
 */
class WinCapturesUsedTest {
  private static final Path TESTS = Path.of("src/test/java/porchlight/gather/windows");

  private static final CaptureUse USE = new CaptureUse(WinCaptures.FOLDER, notAsked());

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

  private static String tests() {
    return CaptureUse.sources(
        TESTS,
        file ->
            file.endsWith(".java")
                && !file.equals("WinCapturesUsedTest.java")
                && !file.equals("WinMachines.java"));
  }

  /** By its name, or with all of its folder. */
  private static boolean isIn(String tests, String file) {
    int slash = file.indexOf('/');
    return tests.contains(file.substring(slash + 1))
        || tests.contains('"' + file.substring(0, slash + 1) + '"');
  }

  @Test
  void every_capture_is_in_a_test_or_says_why_not() {
    USE.each_is_in(tests(), WinCapturesUsedTest::isIn, 15);
  }

  @Test
  void every_reason_is_of_some_capture() {
    USE.every_reason_is_of_some_capture();
  }
}
