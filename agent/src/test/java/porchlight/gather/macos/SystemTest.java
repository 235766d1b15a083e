package porchlight.gather.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Lifecycle;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;

/** The version, the name, the hosts file and FileVault of a Mac. */
class SystemTest {
  private static final String NAMES =
      "kern.hostname: Anns-MacBook.local\nhw.model: MacBookPro18,3\nhw.machine: arm64\n";

  private static Reading<SwVers> swVers(String text) {
    return SwVers.read(new Answer.Said(0, text));
  }

  private static Reading<Protection> vault(String text) {
    return known(FileVault.read(new Answer.Said(0, text))).places().getFirst().protection();
  }

  @ParameterizedTest
  @CsvSource({
    "softwareupdate/sw_vers_15.5.txt, macOS, 15.5, 15, '', 24F74",
    "softwareupdate/sw_vers_old-name_10.15.txt, Mac OS X, 10.15, 10.15, '', 19A602",
    "softwareupdate/sw_vers_rsr-a_13.3.1.txt, macOS, 13.3.1, 13, (a), 22E772610a",
  })
  void the_version_is_read_with_the_letter_of_a_quick_fix(
      String file, String product, String version, String major, String extra, String build) {
    var read = known(swVers(MacCaptures.text(file)));
    assertEquals(product, read.product());
    assertEquals(version, read.version().text());
    assertEquals(major, read.version().major());
    assertEquals(extra, read.extra());
    assertEquals(build, read.build());
  }

  @Test
  void versions_are_compared_by_number() {
    var newer = MacVersion.of("15.10").orElseThrow();
    assertTrue(newer.compareTo(MacVersion.of("15.9.1").orElseThrow()) > 0);
    assertEquals(
        0, MacVersion.of("26.0").orElseThrow().compareTo(MacVersion.of("26").orElseThrow()));
    assertTrue(MacVersion.of("26.6 beta").isEmpty());
    assertTrue(MacVersion.of("").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ProductName:\tmacOS\nProductVersion:\t10.16\nBuildVersion:\t20A1\n",
        "ProductName:\tmacOS\nProductVersion:\t3.3.1\nBuildVersion:\t22E1\n",
        "ProductName:\tmacOS\nProductVersion:\t19.1\nBuildVersion:\t28E1\n",
        "ProductName:\tmacOS\nProductVersion:\t15.5\n",
        "ProductName:\tLinux\nProductVersion:\t15.5\nBuildVersion:\t24F74\n",
        "ProductName:\tmacOS\nProductVersion:\t15.5\nProductVersion:\t26.0\nBuildVersion:\t24F74\n",
        """
        ProductName:\tmacOS
        ProductVersion:\t15.5
        ProductVersionExtra:\t(a
        BuildVersion:\t24F74
        """,
      })
  void a_version_that_is_not_understood_is_none(String text) {
    assertEquals(Reason.NOT_UNDERSTOOD, why(swVers(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "27.0.1, macOS 27 Golden Gate, 2029-09-10",
    "26.6.2, macOS 26 Tahoe, 2028-09-11",
    "15.7.9, macOS 15 Sequoia, 2027-09-13",
    "14.8.9, macOS 14 Sonoma, 2026-09-14",
    "13.7.8, macOS 13 Ventura, 2025-09-15",
    "12.7.6, macOS 12 Monterey, 2024-09-16",
    "10.15.7, macOS 10.15 Catalina, 2026-02-02",
  })
  void the_table_says_until_when_a_version_is_mended(String version, String name, LocalDate until) {
    var support =
        known(MacOsSupport.read(MacVersion.of(version).orElseThrow(), Lifecycle.shipped()));
    assertEquals(name, support.system());
    assertEquals(Optional.of(until), support.until());
  }

  @Test
  void a_version_newer_than_the_table_is_current_and_one_out_of_the_way_is_not_known() {
    var table = Lifecycle.shipped();
    var next = known(MacOsSupport.read(MacVersion.of("28.1").orElseThrow(), table));
    assertEquals(Optional.of(table.asOf("macos").plusYears(2)), next.until());
    assertEquals(
        Reason.NOT_SUPPORTED, why(MacOsSupport.read(MacVersion.of("99.0").orElseThrow(), table)));
    assertEquals(
        Reason.NOT_SUPPORTED, why(MacOsSupport.read(MacVersion.of("19.0").orElseThrow(), table)));
  }

  @Test
  void a_mac_has_a_name_and_a_make() {
    var machine =
        new Told()
            .says(Sysctl.NAMES, NAMES)
            .says(SwVers.SW_VERS, MacCaptures.text("softwareupdate/sw_vers_rsr-a_13.3.1.txt"));
    var device = known(MacDevice.read(machine));
    assertEquals("Anns-MacBook.local", device.name());
    assertEquals("macos", device.family());
    assertEquals("13.3.1 (a) (22E772610a)", device.version());
    assertEquals("arm64", device.arch());
    assertEquals("Apple MacBookPro18,3", device.model());
    assertEquals("", known(MacDevice.read(new Told().says(Sysctl.NAMES, NAMES))).version());
  }

  @Test
  void the_hosts_file_is_read_and_its_own_name_is_no_detour() {
    var machine =
        new Told()
            .says(Sysctl.NAMES, "kern.hostname: anns.example.com\nhw.machine: arm64\n")
            .says(
                MacHosts.FILE,
                """
                127.0.0.1\tlocalhost
                255.255.255.255\tbroadcasthost
                ::1 localhost
                192.0.2.7 anns.example.com
                192.0.2.8 www.bank.example.org
                0.0.0.0 ads.example.net
                127.0.0.1 kubernetes.docker.internal
                """);
    var hosts = known(MacHosts.read(machine));
    assertEquals(1, hosts.pointed().size());
    assertEquals("www.bank.example.org", hosts.pointed().getFirst().name());
    assertEquals(1, hosts.blocked());
  }

  @Test
  void filevault_is_on_only_when_it_says_so_and_nothing_takes_it_back() {
    assertEquals(
        Reading.known(Protection.PLAIN),
        vault(MacCaptures.text("filevault/fdesetup-status_off.txt")));
    assertEquals(
        Reading.known(Protection.PLAIN),
        vault(MacCaptures.text("filevault/fdesetup-status_off-deferred.txt")));
    assertEquals(
        Reading.known(Protection.PLAIN),
        vault(MacCaptures.text("filevault/fdesetup-status_on-decrypting.txt")));
    assertEquals(Reading.known(Protection.ENCRYPTED), vault("FileVault is On.\n"));
    assertEquals(
        Reading.known(Protection.ENCRYPTED),
        vault("FileVault is On.\nFileVault master keychain appears to be installed.\n"));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(vault("FileVault is On.\nEncryption in progress: Percent completed = 42\n")));
    assertEquals(
        Reading.known(Protection.PLAIN),
        vault("FileVault is Off, but will be enabled after the next restart.\n"));
    for (String odd :
        List.of(
            "FileVault is On, but locked.\n",
            "FileVault est activé.\n",
            "On\n",
            "FileVault is On.\nbut\n")) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(FileVault.read(new Answer.Said(0, odd))), odd);
    }
  }

  @Test
  void a_tool_that_is_missing_knows_nothing() {
    assertEquals(Reason.TOOL_MISSING, why(SwVers.read(new Answer.Missing())));
    assertEquals(Reason.TOOL_MISSING, why(Sysctl.read(new Answer.Missing())));
    assertEquals(Reason.TOOL_MISSING, why(FileVault.read(new Answer.Missing())));
    assertEquals(false, known(MacHosts.read(new Told())).isAsked());
  }

  @Test
  void a_tool_that_is_denied_says_so() {
    var denied = new Answer.Said(1, "", "Operation not permitted");
    assertEquals(Reason.NEEDS_CONSENT, why(SwVers.read(denied)));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(Sysctl.read(new Answer.Denied())));
    assertEquals(
        Reason.NEEDS_PRIVILEGE, why(FileVault.read(new Answer.Said(1, "", "must be root"))));
  }

  @Test
  void what_is_not_understood_is_not_guessed() {
    for (String odd : List.of("", "x", "kern.hostname: a\nkern.hostname: b\n", "hw.machine: \n")) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(Sysctl.read(new Answer.Said(0, odd))), odd);
    }
    assertEquals(Reason.NOT_UNDERSTOOD, why(FileVault.read(new Answer.Said(0, ""))));
  }
}
