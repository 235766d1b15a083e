package porchlight.gather.linux.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Listening;
import porchlight.facts.Listening.Reach;
import porchlight.facts.Listening.Service;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.gather.linux.Captures;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;

class ListeningTest {
  private static final String HEADING = "  sl  local_address rem_address   st tx_queue\n";

  @Test
  void the_captured_sockets_are_read_with_their_programs() {
    var services = services(ss(Captures.text("services/ss-tulpn.txt")));
    assertEquals(14, services.size());
    assertTrue(services.contains(tcp("0.0.0.0", 22, Reach.IPV4, "sshd")));
    assertTrue(services.contains(tcp("::", 22, Reach.IPV6, "sshd")));
    assertTrue(services.contains(tcp("::", 3389, Reach.BOTH, "nc")));
    assertTrue(services.contains(tcp("127.0.0.1", 631, Reach.LOOPBACK, "nc")));
    assertTrue(services.contains(tcp("127.0.0.53", 53, Reach.LOOPBACK, "systemd-resolve")));
    assertTrue(
        services.contains(new Service(Protocol.UDP, "::", 5355, Reach.IPV6, "systemd-resolve")));
  }

  @Test
  void without_privilege_the_sockets_are_the_same_and_nameless() {
    var named = services(ss(Captures.text("services/ss-tulpn.txt")));
    var nameless = services(ss(Captures.text("services/ss-tulpn-user.txt")));
    assertEquals(named.stream().map(ListeningTest::nameless).toList(), nameless);
  }

  @Test
  void the_kernels_tables_say_the_same_but_for_what_they_do_not_show() {
    var machine =
        new Told()
            .says(ProcNet.TCP, Captures.text("services/proc-net-tcp.txt"))
            .says(ProcNet.TCP6, Captures.text("services/proc-net-tcp6.txt"))
            .says(ProcNet.UDP, Captures.text("services/proc-net-udp.txt"))
            .says(ProcNet.UDP6, Captures.text("services/proc-net-udp6.txt"));
    var byKernel = services(LinuxListening.read(machine));
    var bySs = services(ss(Captures.text("services/ss-tulpn-user.txt")));
    assertEquals(places(bySs), places(byKernel));
    assertTrue(byKernel.contains(tcp("::", 22, Reach.BOTH, "")));
    assertTrue(byKernel.contains(tcp("127.0.0.53", 53, Reach.LOOPBACK, "")));
  }

  @Test
  void every_shape_of_address_has_its_reach() {
    assertEquals(tcp("::", 80, Reach.BOTH, ""), one("*:80"));
    assertEquals(tcp("::", 80, Reach.BOTH, ""), one("*%wlan0:80"));
    assertEquals(tcp("::", 22, Reach.BOTH, ""), one(":::22"));
    assertEquals(tcp("::", 22, Reach.IPV6, ""), one("[::]:22"));
    assertEquals(tcp("::1", 631, Reach.LOOPBACK, ""), one("[::1]:631"));
    assertEquals(tcp("0.0.0.0", 68, Reach.IPV4, ""), one("0.0.0.0%virbr0:68"));
    assertEquals(tcp("0.0.0.0", 68, Reach.LOOPBACK, ""), one("0.0.0.0%lo:68"));
    assertEquals(tcp("127.9.9.9", 1, Reach.LOOPBACK, ""), one("127.9.9.9:1"));
    assertEquals(tcp("192.168.1.5", 445, Reach.IPV4, ""), one("192.168.1.5:445"));
    assertEquals(tcp("127.0.0.1", 80, Reach.LOOPBACK, ""), one("[::ffff:127.0.0.1]:80"));
    assertEquals(tcp("10.0.0.1", 80, Reach.IPV4, ""), one("[::ffff:10.0.0.1]:80"));
    assertEquals(
        tcp("fe80::bc7c:cfff:fed0:fbdb", 546, Reach.IPV6, ""),
        one("[fe80::bc7c:cfff:fed0:fbdb]%wlan0:546"));
  }

  @Test
  void hostile_program_names_change_nothing_but_the_name() {
    for (String name : List.of("a\",pid=1,fd=2)", "((\"x", "a b  c", "users:((", "\u001B[31mx")) {
      var found =
          services(ss("tcp LISTEN 0 5 0.0.0.0:23 0.0.0.0:* users:((\"" + name + "\",pid=1,fd=3))"));
      assertEquals(1, found.size(), name);
      assertEquals(23, found.get(0).port());
      assertTrue(found.get(0).process().chars().noneMatch(c -> c < ' '));
    }
  }

  @Test
  void one_line_that_is_not_understood_is_not_left_out() {
    String good = "tcp LISTEN 0 5 127.0.0.1:631 0.0.0.0:*\n";
    for (String bad :
        List.of(
            "tcp LISTEN 0 5 0.0.0.0:telnet 0.0.0.0:*",
            "tcp LISTEN 0 5 0.0.0.0:99999 0.0.0.0:*",
            "tcp LISTEN 0 5 0.0.0.256:23 0.0.0.0:*",
            "tcp ESTAB 0 5 0.0.0.0:23 0.0.0.0:*",
            "tcp UNCONN 0 5 0.0.0.0:23 0.0.0.0:*",
            "sctp LISTEN 0 5 0.0.0.0:23 0.0.0.0:*",
            "b\",pid=3,fd=3))")) {
      assertNotUnderstood(ss(good + bad + "\n" + good));
    }
    assertNotUnderstood(Ss.listening(new Answer.Said(255, good, "Cannot open netlink socket")));
  }

  @Test
  void when_ss_is_missing_or_unsure_the_kernel_is_asked() {
    var machine =
        new Told()
            .says(Ss.LISTENING, "nonsense")
            .says(ProcNet.TCP, HEADING + line("00000000:0017", "0A"))
            .says(ProcNet.UDP, HEADING);
    assertEquals(
        List.of(tcp("0.0.0.0", 23, Reach.IPV4, "")), services(LinuxListening.read(machine)));
  }

  @Test
  void missing_denied_and_garbled_are_told_apart() {
    var reasons = new ArrayList<Reason>();
    for (Answer answer :
        List.of(new Answer.Missing(), new Answer.Denied(), new Answer.Said(0, "what?"))) {
      var machine = new Told().says(Ss.LISTENING, answer).says(ProcNet.TCP, answer);
      if (LinuxListening.read(machine) instanceof Unknown<Listening>(var reason, var detail)) {
        reasons.add(reason);
      }
    }
    assertEquals(
        List.of(Reason.TOOL_MISSING, Reason.NEEDS_PRIVILEGE, Reason.NOT_UNDERSTOOD), reasons);
  }

  @Test
  void a_broken_kernel_table_is_not_understood() {
    var machine =
        new Told()
            .says(ProcNet.TCP, HEADING + line("00000000:0017", "0A"))
            .says(ProcNet.TCP6, HEADING + "   0: 00000000:00")
            .says(ProcNet.UDP, HEADING);
    assertTrue(
        LinuxListening.read(machine) instanceof Unknown<Listening>(var reason, var detail)
            && reason == Reason.NOT_UNDERSTOOD);
  }

  @Test
  void connected_sockets_are_not_listening_and_addresses_are_turned_round() {
    var machine =
        new Told()
            .says(ProcNet.TCP, HEADING + line("0100007F:0277", "0A") + line("0201A8C0:D431", "01"))
            .says(
                ProcNet.TCP6,
                HEADING
                    + line("00000000000000000000000001000000:0016", "0A")
                    + line("0000000000000000FFFF00000100000A:0050", "0A")
                    + line("000080FE00000000FFFEB8540315030E:0050", "0A"))
            .says(ProcNet.UDP, HEADING + line("00000000:0044", "07"));
    assertEquals(
        Set.of(
            "127.0.0.1 LOOPBACK",
            "::1 LOOPBACK",
            "10.0.0.1 IPV4",
            "fe80::54b8:feff:e03:1503 IPV6",
            "0.0.0.0 IPV4"),
        services(LinuxListening.read(machine)).stream()
            .map(service -> service.address() + " " + service.reach())
            .collect(Collectors.toSet()));
  }

  @Test
  void spoilt_answers_are_never_an_exception() {
    int spoilt = 0;
    for (String file : Captures.matching("services/ss-*.txt")) {
      spoilt +=
          Garbled.eachAnswer(Captures.text(file), answer -> assertNotNull(Ss.listening(answer)));
    }
    for (String file : Captures.matching("services/proc-*.txt")) {
      spoilt +=
          Garbled.eachAnswer(
              Captures.text(file),
              answer -> assertNotNull(ProcNet.table(ProcNet.TCP, Protocol.TCP, answer)));
    }
    assertTrue(spoilt > 700, "spoilt: " + spoilt);
  }

  private static Reading<Listening> ss(String text) {
    return Ss.listening(new Answer.Said(0, text));
  }

  private static Service one(String local) {
    return services(ss("tcp LISTEN 0      128    " + local + "   0.0.0.0:*   ")).get(0);
  }

  private static List<Service> services(Reading<Listening> reading) {
    assertInstanceOf(Known.class, reading, reading.toString());
    return reading instanceof Known<Listening>(var listening) ? listening.services() : List.of();
  }

  private static void assertNotUnderstood(Reading<Listening> reading) {
    assertTrue(
        reading instanceof Unknown<Listening>(var reason, var detail)
            && reason == Reason.NOT_UNDERSTOOD,
        reading.toString());
  }

  private static Service tcp(String address, int port, Reach reach, String process) {
    return new Service(Protocol.TCP, address, port, reach, process);
  }

  private static Service nameless(Service service) {
    return new Service(service.protocol(), service.address(), service.port(), service.reach(), "");
  }

  private static Set<String> places(List<Service> services) {
    var all = new HashSet<String>();
    services.forEach(service -> all.add(service.protocol() + service.address() + service.port()));
    return all;
  }

  private static String line(String local, String state) {
    String zeros = "0".repeat(local.indexOf(':')) + ":0000";
    return "   0: " + local + " " + zeros + " " + state + " 00000000:00000000 00:00000000\n";
  }
}
