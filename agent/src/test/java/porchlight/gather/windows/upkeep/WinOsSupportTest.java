package porchlight.gather.windows.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.OsSupport;
import porchlight.facts.Reason;
import porchlight.gather.Readings;
import porchlight.gather.windows.WinLaptop;
import porchlight.machine.Answer;

class WinOsSupportTest {
  private static final String YEAR_TWO = "1043add5-23b1-4afb-9a0f-64343c8f3f8d";

  private static OsSupport support(WinLaptop laptop) {
    return Readings.known(WinOsSupport.read(laptop));
  }

  private static String until(int build, String type, String edition) {
    return support(WinLaptop.of(build, 1, type, edition)).until().orElseThrow().toString();
  }

  @Test
  void one_build_ends_at_different_times_by_edition_and_installation() {
    assertEquals("2026-10-13", until(26100, "Client", "Core"));
    assertEquals("2026-10-13", until(26100, "Client", "Professional"));
    assertEquals("2027-10-12", until(26100, "Client", "Enterprise"));
    assertEquals("2029-10-09", until(26100, "Client", "EnterpriseS"));
    assertEquals("2034-10-10", until(26100, "Client", "IoTEnterpriseS"));
    assertEquals("2034-11-14", until(26100, "Server", "ServerStandard"));
    assertEquals("2020-11-10", until(17763, "Client", "Professional"));
    assertEquals("2029-01-09", until(17763, "Client", "IoTEnterpriseS"));
    assertEquals("2029-01-09", until(17763, "Server", "ServerDatacenter"));
    assertEquals("2020-11-10", until(17763, "Server", "ServerDatacenterACor"));
    assertEquals("2026-05-12", until(25398, "Server Core", "ServerDatacenterACor"));
    assertEquals("2022-12-13", until(19043, "Client", "Education"));
    assertEquals("2023-01-10", until(9600, "Client", "Professional"));
  }

  @Test
  void it_is_called_as_people_call_it_and_says_how_old_the_table_is() {
    OsSupport known = support(WinLaptop.of(17763, 1, "Client", "EnterpriseS"));
    assertEquals("Windows 10 Enterprise LTSC 1809", known.system());
    assertEquals(LocalDate.parse("2026-08-22"), known.dataAsOf());
  }

  @Test
  void what_the_table_does_not_have_is_not_known() {
    for (var laptop :
        java.util.List.of(
            WinLaptop.of(29999, 1, "Client", "Professional"),
            WinLaptop.of(26100, 1, "Client", "CloudEdition"),
            WinLaptop.of(26100, 1, "Client", "ServerStandard"),
            WinLaptop.of(26100, 1, "Server", "Professional"),
            WinLaptop.of(22000, 1, "Client", "EnterpriseS"),
            WinLaptop.of(20348, 1, "Client", "Core"))) {
      assertEquals(Reason.NOT_SUPPORTED, Readings.why(WinOsSupport.read(laptop)));
    }
  }

  @Test
  void windows_10_ends_unless_a_licence_for_more_is_active() {
    var laptop = WinLaptop.of(19045, 6456, "Client", "Professional");
    OsSupport plain = support(laptop.says(WinOsSupport.LICENCES, ""));
    assertEquals(Optional.of(LocalDate.parse("2025-10-14")), plain.until());
    assertEquals(Optional.of(LocalDate.parse("2028-10-10")), plain.extendedUntil());
    OsSupport bought =
        support(
            laptop.says(
                WinOsSupport.LICENCES,
                "ID=f520e45e-7413-4a34-a497-d2765967d094\nLicenseStatus=1\n\nID="
                    + YEAR_TWO.toUpperCase(java.util.Locale.ROOT)
                    + "\nLicenseStatus=1\n"));
    assertEquals(Optional.of(LocalDate.parse("2027-10-12")), bought.until());
    assertTrue(bought.system().endsWith("with Extended Security Updates"), bought.system());
    OsSupport unlicensed =
        support(laptop.says(WinOsSupport.LICENCES, "ID=" + YEAR_TWO + "\nLicenseStatus=0\n"));
    assertEquals(plain, unlicensed);
  }

  @Test
  void licences_that_are_not_told_or_not_known_are_neither_bought_nor_not() {
    var laptop = WinLaptop.of(19045, 6456, "Client", "Professional");
    assertEquals(
        Reason.NEEDS_PRIVILEGE,
        Readings.why(
            WinOsSupport.read(laptop.answers(WinOsSupport.LICENCES, new Answer.Denied()))));
    assertEquals(
        Reason.TIMED_OUT,
        Readings.why(
            WinOsSupport.read(laptop.answers(WinOsSupport.LICENCES, new Answer.TimedOut()))));
    assertEquals(
        Reason.NOT_SUPPORTED,
        Readings.why(
            WinOsSupport.read(
                laptop.says(
                    WinOsSupport.LICENCES,
                    "ID=00000000-0000-0000-0000-000000000001\nLicenseStatus=1\n"))));
    // Where nothing can be bought, or support has not ended, nobody is asked.
    until(26200, "Client", "Professional");
    until(14393, "Server", "ServerStandard");
  }
}
