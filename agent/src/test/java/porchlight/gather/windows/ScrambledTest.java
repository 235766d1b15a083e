package porchlight.gather.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import porchlight.facts.Dns;
import porchlight.facts.Gateway;
import porchlight.facts.Listening;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Wifi;
import porchlight.gather.Readings;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.firewall.WinFirewall;
import porchlight.gather.windows.network.WinDns;
import porchlight.gather.windows.network.WinGateway;
import porchlight.gather.windows.ports.WinListening;
import porchlight.gather.windows.security.SecurityCenter;
import porchlight.gather.windows.security.WinDisks;
import porchlight.gather.windows.wifi.WinWifi;
import porchlight.gather.windows.wifi.WinWifiAutoJoin;
import porchlight.machine.Machine;
import porchlight.machine.Run;

/**
 * Every capture of what a program printed, and the same in a language that nobody knows: labels are
 * not read. Captures of {@code arp}, of networks around and of WinHTTP are held to that beside
 * their readers.
 */
class ScrambledTest {
  private static final String FOLDER = "C:\\Windows\\System32\\";

  /** Captures whose names begin so, the program, how they are scrambled, and what is read. */
  record Source(
      String captures,
      Run program,
      UnaryOperator<String> scrambled,
      Function<Machine, Reading<?>> reading) {
    @Override
    public String toString() {
      return captures;
    }
  }

  private static Run netsh(String... words) {
    return Run.of(FOLDER + "netsh.exe", words);
  }

  static List<Source> sources() {
    return List.of(
        new Source(
            "wifi-interfaces/",
            netsh("wlan", "show", "interfaces"),
            Scrambled::labels,
            machine -> WinWifi.read(machine).map(ScrambledTest::protection)),
        new Source(
            "wifi-profile/",
            netsh("wlan", "show", "profiles", "name=*"),
            Scrambled::labels,
            WinWifiAutoJoin::read),
        new Source(
            "wifi-profiles/",
            netsh("wlan", "show", "profiles"),
            Scrambled::labels,
            WinWifiAutoJoin::read),
        new Source(
            "ipconfig/",
            Run.of(FOLDER + "ipconfig.exe", "/all"),
            Scrambled::words,
            machine -> WinDns.read(machine).map(ScrambledTest::servers)),
        new Source(
            "ipconfig/",
            Run.of(FOLDER + "ipconfig.exe", "/all"),
            Scrambled::words,
            machine -> WinGateway.read(machine).map(ScrambledTest::routers)),
        new Source(
            "route/",
            Run.of(FOLDER + "route.exe", "print"),
            Scrambled::table,
            machine -> WinGateway.read(machine).map(ScrambledTest::routers)),
        new Source(
            "netstat/en",
            Run.of(FOLDER + "netstat.exe", "-ano"),
            Scrambled::table,
            machine -> WinListening.read(machine).map(ScrambledTest::sockets)),
        new Source(
            "advfirewall/",
            netsh("advfirewall", "show", "currentprofile"),
            Scrambled::columns,
            WinFirewall::read),
        new Source(
            "bitlocker/manage-bde",
            Run.of(FOLDER + "manage-bde.exe", "-status"),
            Scrambled::rows,
            WinDisks::read),
        new Source(
            "systeminfo/",
            Run.of(FOLDER + "systeminfo.exe"),
            Scrambled::labels,
            machine ->
                SystemInfo.read(machine)
                    .<Reading<?>>map(Reading::known)
                    .orElse(Reading.unknown(Reason.NOT_UNDERSTOOD, "no build"))));
  }

  /** The name of the radio may be in the middle of a title. */
  private static String protection(Wifi wifi) {
    return switch (wifi) {
      case Wifi.Joined(var link, var name, var security) -> name + " " + security;
      case Wifi.NotInUse none -> none.because();
    };
  }

  private static List<String> servers(Dns dns) {
    return dns.resolvers().stream().map(Dns.Resolver::address).toList();
  }

  private static List<String> routers(Gateway gateway) {
    return gateway.hops().stream().map(hop -> hop.address() + " " + hop.mac()).toList();
  }

  private static List<String> sockets(Listening listening) {
    return listening.services().stream()
        .map(one -> one.protocol() + " " + one.address() + " " + one.port() + " " + one.reach())
        .toList();
  }

  private static List<String> files(Source source) {
    return WinCaptures.all().stream().filter(one -> one.startsWith(source.captures())).toList();
  }

  private static Reading<?> read(Source source, String text) {
    var told =
        new Told()
            .says(source.program(), text)
            .says(SecurityCenter.FIREWALLS, "")
            .says(SecurityCenter.ANTIVIRUS, "displayName=X\nproductState=397568\n");
    return source.reading().apply(told);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void no_label_of_any_language_is_read(Source source) {
    for (String file : files(source)) {
      String text = WinCaptures.text(file);
      String scrambled = source.scrambled().apply(text);
      assertTrue(!scrambled.equals(text), file);
      Reading<?> plain = read(source, text);
      Reading<?> other = read(source, scrambled);
      if (plain instanceof Reading.Unknown<?>(var reason, var detail)) {
        assertEquals(reason, Readings.why(other), file + ": " + detail);
      } else {
        assertEquals(plain, other, file + "\n" + scrambled);
      }
    }
  }

  @Test
  void these_are_the_captures_of_programs() {
    long all = sources().stream().mapToLong(one -> files(one).size()).sum();
    assertTrue(all >= 60, all + " were scrambled");
    for (Source source : sources()) {
      boolean isRead =
          files(source).stream()
              .anyMatch(file -> read(source, WinCaptures.text(file)) instanceof Reading.Known<?>);
      assertTrue(isRead, source + " is never read, so nothing was compared");
    }
  }
}
