package porchlight.gather.linux.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.NameBroadcast;
import porchlight.facts.NameBroadcast.Asking;
import porchlight.facts.NameBroadcast.Way;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Unseen;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Scripted;
import porchlight.machine.Answer;

class LinuxNameBroadcastTest {
  private static final String PLAIN = "hosts: files dns\n";
  private static final String RESOLVE = "hosts: files resolve [!UNAVAIL=return] dns # ours\n";
  private static final String STUB = "nameserver 127.0.0.53\n";
  private static final Asking LLMNR = new Asking(Way.LLMNR, "systemd-resolved", "eth0");

  private static Scripted machine(String nsswitch, String resolvConf) {
    return new Scripted().says(Nsswitch.FILE, nsswitch).says(ResolvConf.FILE, resolvConf);
  }

  private static Scripted resolved(String status) {
    return machine(RESOLVE, STUB)
        .says(LinuxNameBroadcast.RESOLVED, "resolv.conf\nstub-resolv.conf")
        .says(Resolvectl.STATUS, status);
  }

  private static Scripted scopes(String scopes) {
    return resolved("Global\n  Protocols: +LLMNR\n\nLink 2 (eth0)\n  Current Scopes: " + scopes);
  }

  private static NameBroadcast read(Scripted machine) {
    return assertInstanceOf(
        NameBroadcast.class,
        assertInstanceOf(Reading.Known.class, LinuxNameBroadcast.read(machine)).value());
  }

  private static List<Asking> asking(Scripted machine) {
    var read = read(machine);
    assertEquals(Optional.empty(), read.unseen());
    return read.asking();
  }

  private static void unseen(Reason reason, Scripted machine) {
    assertEquals(Optional.of(reason), read(machine).unseen().map(Unseen::reason));
  }

  @Test
  void a_machine_that_asks_name_servers_only_asks_no_neighbour() {
    assertEquals(List.of(), asking(machine(PLAIN, "nameserver 192.0.2.1\n")));
  }

  @Test
  void modules_of_the_c_library_ask_by_themselves() {
    assertEquals(
        List.of(
            new Asking(Way.MDNS, "nss-mdns4_minimal", ""), new Asking(Way.NETBIOS, "nss-wins", "")),
        asking(
            machine(
                "passwd: files\nhosts: files mdns4_minimal [NOTFOUND=return] wins dns\n",
                "nameserver 192.0.2.1\n")));
    assertEquals(List.of(), asking(machine("hosts: files dns # wins\n", "nameserver 192.0.2.1\n")));
  }

  @Test
  void what_resolved_does_on_each_link_counts_not_what_is_set() {
    assertEquals(List.of(LLMNR), asking(scopes("DNS LLMNR/IPv4 LLMNR/IPv6\n")));
    assertEquals(List.of(LLMNR), asking(scopes("LLMNR/IPv6\n")));
    assertEquals(
        List.of(LLMNR, new Asking(Way.MDNS, "systemd-resolved", "eth0")),
        asking(scopes("DNS LLMNR/IPv4\n      LLMNR/IPv6 mDNS/IPv4\n")));
    assertEquals(List.of(), asking(scopes("DNS\n")));
    assertEquals(List.of(), asking(scopes("none\n")));
    assertEquals(
        List.of(LLMNR), asking(scopes("LLMNR/IPv4\n").says(Nsswitch.FILE, PLAIN)), "by its stub");
    assertEquals(
        List.of(LLMNR),
        asking(scopes("LLMNR/IPv4\n").says(ResolvConf.FILE, "nameserver 192.0.2.1\n")),
        "by its module");
  }

  @Test
  void every_status_that_was_seen_is_understood() {
    int seen = 0;
    int asking = 0;
    for (String file : Captures.matching("dns/**status*.txt")) {
      String status = Captures.text(file);
      if (status.contains("Global")) {
        var found = asking(resolved(status));
        assertEquals(
            status.contains("LLMNR/IPv"),
            found.stream().anyMatch(one -> one.way() == Way.LLMNR),
            file);
        seen++;
        asking += found.size();
      }
    }
    assertTrue(seen >= 8 && asking >= 8, seen + " with " + asking);
  }

  @Test
  void resolved_that_nobody_asks_or_that_does_not_run_does_not_count() {
    assertEquals(
        List.of(),
        asking(
            scopes("LLMNR/IPv4\n")
                .says(Nsswitch.FILE, PLAIN)
                .says(ResolvConf.FILE, "nameserver 192.0.2.1\n")));
    assertEquals(List.of(), asking(machine(RESOLVE, "nameserver 192.0.2.1\n")));
  }

  @Test
  void what_is_missing_denied_or_not_understood_is_not_a_no() {
    unseen(Reason.TOOL_MISSING, new Scripted());
    unseen(Reason.TOOL_MISSING, machine(RESOLVE, STUB));
    unseen(Reason.NEEDS_PRIVILEGE, scopes("DNS").answers(Nsswitch.FILE, new Answer.Denied()));
    unseen(Reason.NOT_UNDERSTOOD, machine("\uFFFD", "nameserver 192.0.2.1\n"));
    unseen(Reason.NOT_UNDERSTOOD, scopes("DNS NEWWAY/IPv4"));
    unseen(Reason.NOT_UNDERSTOOD, scopes(""));
    unseen(Reason.NOT_UNDERSTOOD, resolved("garbage"));
    unseen(Reason.TIMED_OUT, scopes("").answers(Resolvectl.STATUS, new Answer.TimedOut()));
    unseen(
        Reason.TOOL_MISSING,
        scopes("")
            .answers(
                Resolvectl.STATUS, new Answer.Said(1, "", "Failed: No such file or directory")));
  }

  @Test
  void spoilt_answers_are_no_exception() {
    int forms =
        Garbled.each(
            "Global\n\nLink 2 (eth0)\n    Current Scopes: DNS LLMNR/IPv4 LLMNR/IPv6\n",
            text -> {
              read(resolved(text));
              read(machine(text, text));
            });
    assertTrue(forms > 100);
  }
}
