package porchlight.gather.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.OsSupport;
import porchlight.facts.Reading;
import porchlight.facts.Reason;

class LinuxOsSupportTest {
  private static Reading<OsSupport> support(String osRelease) {
    return LinuxOsSupport.read(new Scripted().says(OsRelease.ETC, osRelease));
  }

  private static void supported(String osRelease, String system, String until, String extended) {
    var known = assertInstanceOf(Reading.Known.class, support(osRelease));
    var support = (OsSupport) known.value();
    assertEquals(system, support.system());
    assertEquals(Optional.of(LocalDate.parse(until)), support.until());
    assertEquals(
        extended.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(extended)),
        support.extendedUntil());
    assertTrue(support.dataAsOf().isAfter(LocalDate.of(2026, 8, 1)));
  }

  private static void unknown(String osRelease, String words) {
    var unknown = (Reading.Unknown<OsSupport>) support(osRelease);
    assertEquals(Reason.NOT_SUPPORTED, unknown.reason());
    assertTrue(unknown.detail().contains(words), unknown.detail());
  }

  @Test
  void releases_end_when_the_table_says() {
    supported("ID=debian\nVERSION_ID=\"12\"\n", "Debian 12", "2028-06-30", "");
    supported("ID=ubuntu\nVERSION_ID=24.04\n", "Ubuntu 24.04", "2029-05-31", "2036-05-31");
    supported("ID=ubuntu\nVERSION_ID=25.04\n", "Ubuntu 25.04", "2026-01-17", "");
    supported("ID=fedora\nVERSION_ID=42\n", "Fedora Linux 42", "2026-05-27", "");
    supported(
        "ID=rhel\nVERSION_ID=9.4\n", "Red Hat Enterprise Linux 9", "2032-05-31", "2036-05-31");
    supported("ID=opensuse-leap\nVERSION_ID=15.6\n", "openSUSE Leap 15.6", "2026-04-30", "");
    supported("ID=pop\nVERSION_ID=22.04\n", "Pop!_OS 22.04", "2027-04-25", "");
  }

  @Test
  void both_kinds_of_mint_are_known() {
    supported(
        "ID=linuxmint\nID_LIKE=\"ubuntu debian\"\nVERSION_ID=22.1\n",
        "Linux Mint 22.1",
        "2029-04-30",
        "");
    supported("ID=linuxmint\nID_LIKE=debian\nVERSION_ID=6\n", "LMDE 6", "2026-01-01", "");
  }

  @Test
  void no_announced_end_is_not_for_ever() {
    unknown("ID=linuxmint\nID_LIKE=debian\nVERSION_ID=7\n", "no end of support was announced");
  }

  @Test
  void a_rolling_release_has_no_end() {
    var known = (Reading.Known<OsSupport>) support("ID=arch\nPRETTY_NAME=\"Arch Linux\"\n");
    assertEquals(Optional.empty(), known.value().until());
    assertEquals("Arch Linux", known.value().system());
    for (String id : List.of("\"opensuse-tumbleweed\"", "endeavouros", "manjaro", "cachyos")) {
      assertInstanceOf(Reading.Known.class, support("ID=" + id + "\n"), id);
    }
  }

  @Test
  void a_version_that_the_table_does_not_have_is_unknown_with_its_date() {
    unknown("ID=debian\nVERSION_ID=14\n", "no lifecycle data for Debian 14 as of 2026-");
    unknown("ID=fedora\nVERSION_ID=99\n", "Fedora Linux 99");
  }

  @Test
  void debian_testing_has_no_support_period() {
    unknown("ID=debian\nPRETTY_NAME=\"Debian GNU/Linux forky/sid\"\n", "which release");
  }

  @Test
  void relatives_of_a_distribution_are_not_taken_for_it() {
    unknown("ID=elementary\nID_LIKE=ubuntu\nVERSION_ID=8\n", "no lifecycle data for elementary");
    unknown("ID=kali\nID_LIKE=debian\nVERSION_ID=2026.1\n", "no lifecycle data for kali");
    unknown("ID=ubuntu-core\nVERSION_ID=24\n", "ubuntu-core");
  }

  @Test
  void without_os_release_nothing_is_said() {
    assertInstanceOf(Reading.Unknown.class, LinuxOsSupport.read(new Scripted()));
  }
}
