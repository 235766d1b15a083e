package porchlight.gather.macos.antivirus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Antivirus.Product;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.gather.macos.MacCaptures;
import porchlight.gather.macos.SystemExtensions;
import porchlight.machine.Answer;
import porchlight.machine.Run;

class MacAntivirusTest {
  private static final Run SW_VERS = Run.of("sw_vers");
  private static final String VERSION = MacCaptures.text("antivirus/xprotect-version_26.txt");
  private static final String OFF =
      MacCaptures.text("antivirus/xprotect-status_both-disabled_26.txt");
  private static final String ON = OFF.replace("disabled", "enabled");
  private static final String HEAD = "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict>";
  private static final String LIST =
      HEAD + "<key>CFBundleShortVersionString</key><string>5346</string></dict></plist>";

  private static Told mac(String version) {
    return new Told()
        .says(
            SW_VERS, "ProductName:\tmacOS\nProductVersion:\t" + version + "\nBuildVersion:\t1A1\n");
  }

  private static List<Product> all(Told mac) {
    return known(MacAntivirus.read(mac)).products();
  }

  private static Product first(Told mac) {
    return all(mac).getFirst();
  }

  @Test
  void the_tool_of_macos_15_and_later_tells_version_and_whether_it_scans() {
    var mac = mac("26.5").says(XProtect.VERSION, VERSION).says(XProtect.STATUS, ON);
    assertEquals("XProtect", first(mac).name());
    assertEquals(Reading.known(true), first(mac).running());
    assertEquals(Reading.known(Instant.parse("2026-05-28T00:00:00Z")), first(mac).signatures());
    assertEquals(Reading.known(false), first(mac.says(XProtect.STATUS, OFF)).running());
    String half = OFF.replace("launch scans: disabled", "launch scans: enabled");
    assertEquals(Reading.known(false), first(mac.says(XProtect.STATUS, half)).running());
  }

  @Test
  void since_15_the_old_place_is_never_believed() {
    var mac = mac("15.6").says(XProtect.STATUS, ON).says(XProtect.BUNDLE, LIST);
    assertEquals(Reason.TOOL_MISSING, why(first(mac).signatures()));
    assertTrue(mac.asked().stream().noneMatch(XProtect.BUNDLE.text()::equals));
    assertEquals(
        Reading.known(Instant.parse("2026-05-28T00:00:00Z")),
        first(mac.says(XProtect.PROTECTED, LIST)).signatures());
  }

  @Test
  void before_15_it_is_on_where_it_lies() {
    var mac = mac("14.8.9").says(XProtect.BUNDLE, LIST);
    assertEquals(Reading.known(true), first(mac).running());
    assertEquals(Reading.known(Instant.parse("2026-05-28T00:00:00Z")), first(mac).signatures());
    assertEquals(Reason.TOOL_MISSING, why(first(mac("13.7.8")).running()));
  }

  @Test
  void what_is_newer_than_the_table_is_as_old_as_it_is_on_this_mac() {
    var table =
        Signatures.of(
            """
            # data-as-of: 2026-09-30
            version\tseen\tsource
            5356\t2026-08-18\there
            5346\t2026-05-28\there
            """);
    Instant august = Instant.parse("2026-08-18T00:00:00Z");
    Instant may = Instant.parse("2026-05-28T00:00:00Z");
    Instant october = Instant.parse("2026-10-10T05:00:00Z");
    assertEquals(Reading.known(october), table.made(5400, Optional.of(october)));
    assertEquals(Reason.STALE, why(table.made(5400, Optional.empty())));
    assertEquals(Reason.STALE, why(table.made(5400, Optional.of(may))));
    assertEquals(
        Reading.known(august), table.made(5356, Optional.of(october)), "installed late is not new");
    assertEquals(Reading.known(may), table.made(5350, Optional.of(october)));
    assertEquals(Reading.known(may), table.made(5200, Optional.of(october)));
  }

  @Test
  void a_table_that_is_not_right_is_refused() {
    String head = "# data-as-of: 2026-09-30\nversion\tseen\tsource\n";
    for (String bad :
        List.of("", head, head + "53\t2026-08-18\there\n", head + "5356\t2026-08-18\n")) {
      assertThrows(IllegalArgumentException.class, () -> Signatures.of(bad), bad);
    }
    assertTrue(Signatures.shipped().rows().size() >= 2);
  }

  @Test
  void one_of_another_maker_counts_while_it_runs() {
    String list =
        MacCaptures.text(
            "firewall/systemextensionsctl-list_protonvpn-active_avg-mbam-terminated.txt");
    var mac = mac("26.5").says(XProtect.VERSION, VERSION).says(XProtect.STATUS, ON);
    assertEquals(1, all(mac.says(SystemExtensions.LIST, list)).size(), "it waits to be gone");
    String runs =
        list.replace("[terminated waiting to uninstall on reboot]", "[activated enabled]");
    var products = all(mac.says(SystemExtensions.LIST, runs));
    assertEquals(products, all(mac.says(SystemExtensions.LIST, runs.replace("\t", "    "))));
    assertEquals(
        List.of("XProtect", "Malwarebytes"), products.stream().map(Product::name).toList());
    assertEquals(Reason.NOT_SUPPORTED, why(products.getLast().signatures()));
  }

  @Test
  void whether_another_maker_s_runs_is_open_where_their_list_cannot_be_read() {
    var mac = mac("26.5").says(XProtect.VERSION, VERSION).says(XProtect.STATUS, ON);
    for (String odd : List.of("", "2 extension(s)\n", "geht nicht\n")) {
      var other = all(mac.says(SystemExtensions.LIST, odd)).getLast();
      assertEquals(Reason.NOT_UNDERSTOOD, why(other.running()), odd);
      assertEquals(Reason.NOT_UNDERSTOOD, why(other.signatures()), odd);
    }
    assertEquals(1, all(mac.says(SystemExtensions.LIST, "0 extension(s)\n")).size());
  }

  @Test
  void what_is_missing_is_not_known() {
    assertEquals(Reason.TOOL_MISSING, why(MacAntivirus.read(new Told())));
    assertEquals(Reason.TOOL_MISSING, why(first(mac("26.5")).running()));
    assertEquals(Reason.TOOL_MISSING, why(first(mac("26.5")).signatures()));
  }

  @Test
  void what_is_denied_says_so() {
    var refused = new Answer.Said(1, "", "xprotect: must be root");
    assertEquals(Reason.NEEDS_PRIVILEGE, why(XProtect.status(refused)));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(XProtect.version(refused)));
    assertEquals(Reason.NEEDS_PRIVILEGE, why(XProtect.version(new Answer.Denied())));
  }

  @Test
  void what_is_not_understood_is_not_guessed() {
    var mac = mac("26.5").says(XProtect.STATUS, ON);
    for (String odd :
        List.of("", "Version: new", "Version: 5346 Installed: yesterday at noon", "{}")) {
      assertEquals(
          Reason.NOT_UNDERSTOOD, why(first(mac.says(XProtect.VERSION, odd)).signatures()), odd);
    }
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(first(mac.says(XProtect.VERSION, "Version: 0\n")).signatures()),
        "nothing fetched yet");
    for (String odd : List.of("", "XProtect launch scans: enabled\n", ON + ON, ON + "more\n")) {
      assertEquals(Reason.NOT_UNDERSTOOD, why(XProtect.status(new Answer.Said(0, odd))), odd);
    }
    assertEquals(Reason.NOT_UNDERSTOOD, why(XProtect.status(new Answer.Said(1, ON))));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        why(XProtect.bundle(XProtect.BUNDLE, new Answer.Said(0, HEAD + "</dict></plist>"))));
  }
}
