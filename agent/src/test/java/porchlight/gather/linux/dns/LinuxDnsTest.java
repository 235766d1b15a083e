package porchlight.gather.linux.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import porchlight.facts.Dns.Resolver;
import porchlight.facts.Dns.Transport;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;

/** Who answers names on Linux, whichever file or service says so. */
class LinuxDnsTest extends SystemdResolved {
  @Test
  void a_stub_is_never_taken_for_who_answers() {
    int seen = 0;
    for (String file : Captures.matching("dns/resolved-*-stub-resolv.conf.txt")) {
      String stub = Captures.text(file);
      assertEquals(
          Reason.TOOL_MISSING, reason(LinuxDns.read(new Told().says(ResolvConf.FILE, stub))));
      String list = Captures.text("dns/resolved-plain-uplink-resolv.conf.txt");
      var found =
          resolvers(
              LinuxDns.read(
                  new Told().says(ResolvConf.FILE, stub).says(ResolvConf.BEHIND_STUB, list)));
      assertEquals(1, found.size(), file);
      assertTrue(found.get(0).address().startsWith("10.60.0."), file);
      seen++;
    }
    assertTrue(seen >= 5, "stubs: " + seen);
  }

  @Test
  void without_resolvectl_the_list_beside_the_stub_is_taken() {
    int seen = 0;
    for (String file : Captures.matching("dns/resolved-*-uplink-resolv.conf.txt")) {
      var machine =
          new Told()
              .says(ResolvConf.FILE, Captures.text("dns/resolved-plain-stub-resolv.conf.txt"))
              .says(ResolvConf.BEHIND_STUB, Captures.text(file));
      var found = resolvers(LinuxDns.read(machine));
      assertEquals(1, found.size(), file);
      assertTrue(found.get(0).address().startsWith("10.60.0."), file);
      assertEquals(Transport.NOT_TOLD, found.get(0).transport());
      seen++;
    }
    assertTrue(seen >= 5, "lists: " + seen);
    var none =
        new Told().says(ResolvConf.FILE, STUB).says(ResolvConf.BEHIND_STUB, "# No DNS servers\n");
    assertEquals(List.of(), resolvers(LinuxDns.read(none)));
  }

  @Test
  void a_file_that_goes_around_the_stub_is_plain() {
    String file = Captures.text("dns/resolved-plain-uplink-resolv.conf.txt");
    assertEquals(
        dns("systemd-resolved", List.of(new Resolver("10.60.0.11", "", Transport.PLAIN))),
        LinuxDns.read(new Told().says(ResolvConf.FILE, file)));
  }

  @Test
  void a_file_by_hand_does_not_count_where_programs_ask_systemd_resolved() {
    var machine =
        new Told()
            .says(ResolvConf.FILE, "nameserver 9.9.9.9\n")
            .says(ResolvConf.BEHIND_STUB, "nameserver 192.168.1.1\n")
            .says(Nsswitch.FILE, "hosts: files myhostname resolve [!UNAVAIL=return] dns # x\n")
            .says(
                Resolvectl.STATUS,
                global("-") + link("wlan0", "+DefaultRoute", "192.168.1.1", "lan"));
    assertEquals(List.of("192.168.1.1"), addresses(resolvers(LinuxDns.read(machine))));
    machine.says(Nsswitch.FILE, "hosts: files dns\n");
    assertEquals(List.of("9.9.9.9"), addresses(resolvers(LinuxDns.read(machine))));
  }

  @Test
  void missing_denied_and_garbled_are_told_apart() {
    assertEquals(
        Reason.NEEDS_PRIVILEGE,
        reason(LinuxDns.read(new Told().says(ResolvConf.FILE, new Answer.Denied()))));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        reason(LinuxDns.read(new Told().says(ResolvConf.FILE, "<html>what?</html>"))));
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        reason(LinuxDns.read(new Told().says(ResolvConf.FILE, "nameserver example.org"))));
    assertEquals(
        Reason.TOOL_MISSING, reason(LinuxDns.read(new Told().says(ResolvConf.FILE, STUB))));
    for (var error :
        Map.of(
                "Failed to get global data: Connection timed out", Reason.TIMED_OUT,
                "sd_bus_open_system: No such file or directory", Reason.TOOL_MISSING,
                "Failed to get global data: Access denied", Reason.NEEDS_PRIVILEGE,
                "what?", Reason.NOT_UNDERSTOOD)
            .entrySet()) {
      var machine =
          new Told()
              .says(ResolvConf.FILE, STUB)
              .says(Resolvectl.STATUS, new Answer.Said(1, "", error.getKey()));
      assertEquals(error.getValue(), reason(LinuxDns.read(machine)), error.getKey());
    }
  }

  @Test
  void spoilt_answers_are_never_an_exception() {
    int spoilt = 0;
    for (String file : Captures.matching("dns/**.txt")) {
      spoilt +=
          Garbled.eachAnswer(
              Captures.text(file),
              answer -> {
                assertNotNull(LinuxDns.read(new Told().says(ResolvConf.FILE, answer)));
                assertNotNull(Resolvectl.servers(answer));
                assertNotNull(NmcliDns.servers(answer));
                assertFalse(Nsswitch.prefersResolved(answer));
              });
    }
    assertTrue(spoilt > 3000, "spoilt: " + spoilt);
  }
}
