package porchlight.gather.macos;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import porchlight.gather.CaptureUse;

/**
 * Every capture of a source that we read is in a test of its reader, with its truth. Those of
 * sources that are never asked are here with the reason; {@link MacForeignTest} holds every reader
 * to them all the same.
 */
class MacCapturesUsedTest {
  private static final Path TESTS = Path.of("src/test/java/porchlight/gather/macos");

  private static final CaptureUse USE = new CaptureUse(MacCaptures.FOLDER, notAsked());

  private static Map<String, String> notAsked() {
    var all = new LinkedHashMap<String, String>();
    all.put("dns/profiles-P_", "that a profile is there does not say that it is used");
    all.put("dns/resolv.conf_", "it is written for old programs and decides nothing");
    all.put("firewall/com.apple.alf.plist_", "the file is gone since 15; before, the tool says it");
    all.put("firewall/socketfilterfw_apps_", "which programs are let in is not judged");
    all.put("firewall/socketfilterfw_listapps_", "which programs are let in is not judged");
    all.put("firewall/socketfilterfw_getlogging", "logging keeps nobody out");
    all.put("firewall/socketfilterfw_getstealthmode_", "stealth keeps nobody out");
    all.put("firewall/socketfilterfw_setstealthmode_", "nothing is ever set");
    all.put("mdm/mdmclient-", "root's; the enrolment is told to everybody by profiles");
    all.put("mdm/profiles-stdout-xml_", "root's; settings are read where they take effect");
    all.put("networksetup/getairportnetwork_", "since 15 it always says that nothing is joined");
    all.put("networksetup/getdnsservers_", "scutil says which servers are used");
    all.put("networksetup/getinfo_", "the names of services are words of a language");
    all.put("networksetup/getwebproxy_", "scutil says which proxies are used");
    all.put("networksetup/listallnetworkservices_", "nothing is asked by a service's name");
    all.put("route/netstat-r_names_", "asked with -n, for names are cut off");
    all.put("nwi/scutil-nwi_", "the kernel's own route says which interface is the way out");
    all.put("screenlock/osascript-", "it would start System Events and ask for a consent");
    all.put("secureboot/bputil-", "root's; system_profiler tells everybody");
    all.put("secureboot/firmwarepasswd_", "root's, and of Intel only");
    all.put("sharing/launchctl-print-disabled_", "only what was switched stands in it");
    all.put("sharing/sysadminctl-guestAccount-", "of the guest's account, not of shared files");
    all.put("sharing/systemsetup-", "root's; launchctl tells everybody");
    all.put("softwareupdate/SystemVersion.plist_", "it hides a quick security fix");
    all.put("softwareupdate/plutil-p_SystemVersion_", "sw_vers says the same and the letter");
    all.put("softwareupdate/softwareupdate-schedule_", "the list of settings says it");
    all.put("softwareupdate/sw_vers-", "the whole of sw_vers is asked at once");
    all.put("vpn/scutil-nc-", "it lists VPNs that are off as on, and others not at all");
    all.put("wifi/SPAirPortDataType_text_", "its words are of a language; JSON is asked for");
    all.put("wifi/airport-", "it says nothing since 14.4");
    all.put("wifi/ioreg_", "it says no more than the others");
    all.put("wifi/wdutil-", "root's, and its None means open as well as nothing joined");
    return all;
  }

  private static String tests() {
    return CaptureUse.sources(
        TESTS,
        file ->
            (file.endsWith("Test.java") || file.endsWith("MacMatrix.java"))
                && !file.equals("MacCapturesUsedTest.java")
                && !file.equals("MacForeignTest.java"));
  }

  /** By its name, by what stands behind the tool's in it, or with all of its kind. */
  private static boolean isIn(String tests, String file) {
    String name = file.substring(file.indexOf('/') + 1);
    String rest = name.substring(name.indexOf('_') + 1).replaceFirst("\\.txt$", "");
    return tests.contains(name)
        || tests.contains("\"" + rest + ",")
        || (tests.contains(file.substring(0, file.indexOf('_') + 1) + "\")")
            && USE.reasons(file).isEmpty());
  }

  @Test
  void every_capture_is_in_a_test_or_says_why_not() {
    USE.each_is_in(tests(), MacCapturesUsedTest::isIn, 75);
  }

  @Test
  void every_reason_is_of_some_capture_and_of_none_that_is_read() {
    USE.every_reason_is_of_some_capture();
    assertFalse(USE.reasons("wifi/airport-I_deprecated-warning_14.4.txt").isEmpty());
  }
}
