package porchlight.gather.linux.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porchlight.facts.Listening;
import porchlight.facts.Listening.Service;
import porchlight.facts.Reading;
import porchlight.gather.linux.ports.LinuxListening;

/** Real sockets, seen by the real {@code ss} and by the kernel's tables. */
class ListeningLiveTest {
  /** Opens {@code family kind only-v6 address port}, and takes a name. */
  private static final String SERVER =
      """
      import socket, sys, time
      name, wanted = sys.argv[1], sys.argv[2:]
      open("/proc/self/comm", "w").write(name)
      held = []
      for text in wanted:
          kind, v6only, address, port = text.split(",")
          six = ":" in address
          s = socket.socket(socket.AF_INET6 if six else socket.AF_INET,
                            socket.SOCK_STREAM if kind == "tcp" else socket.SOCK_DGRAM)
          if six: s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, int(v6only))
          s.bind((address, int(port)))
          if kind == "tcp": s.listen()
          held.append(s)
      time.sleep(300)
      """;

  private static final List<String> SOCKETS =
      List.of(
          "tcp,0,0.0.0.0,23",
          "tcp,1,::,24",
          "tcp,0,::,25",
          "tcp,0,127.0.0.1,26",
          "tcp,1,::1,27",
          "tcp,0,::ffff:127.0.0.1,28",
          "tcp,0,10.0.0.2,29",
          "udp,0,0.0.0.0,30",
          "udp,1,::,31",
          "udp,0,::,32",
          "udp,0,127.0.0.53,33");

  private Namespace laptop = new Namespace();

  @BeforeEach
  void a_laptop() {
    laptop.sh("ip link set lo up");
    laptop.sh("ip addr add 10.0.0.2/32 dev lo");
  }

  @AfterEach
  void no_trace() {
    laptop.close();
  }

  @Test
  void every_socket_is_told_with_its_reach_and_program() {
    assertEquals(Set.of(), told(LinuxListening.read(laptop)));
    serve("a b\",pid=1");
    assertEquals(
        Set.of(
            "TCP 0.0.0.0 23 IPV4",
            "TCP :: 24 IPV6",
            "TCP :: 25 BOTH",
            "TCP 127.0.0.1 26 LOOPBACK",
            "TCP ::1 27 LOOPBACK",
            "TCP 127.0.0.1 28 LOOPBACK",
            "TCP 10.0.0.2 29 IPV4",
            "UDP 0.0.0.0 30 IPV4",
            "UDP :: 31 IPV6",
            "UDP :: 32 BOTH",
            "UDP 127.0.0.53 33 LOOPBACK"),
        told(LinuxListening.read(laptop)));
    assertTrue(
        services(LinuxListening.read(laptop)).stream().allMatch(s -> !s.process().isEmpty()));
  }

  @Test
  void a_program_name_with_a_line_end_hides_nothing() {
    serve("x\ny z");
    assertEquals(SOCKETS.size(), services(LinuxListening.read(laptop)).size());
  }

  @Test
  void without_ss_what_the_kernel_does_not_show_is_taken_for_both() {
    serve("server");
    var told = told(LinuxListening.read(laptop.without("ss")));
    assertEquals(SOCKETS.size(), told.size());
    assertTrue(told.containsAll(Set.of("TCP :: 24 BOTH", "UDP :: 31 BOTH", "TCP 0.0.0.0 23 IPV4")));
  }

  private void serve(String name) {
    var arguments = new java.util.ArrayList<>(List.of(name));
    arguments.addAll(SOCKETS);
    laptop.python(SERVER, arguments.toArray(new String[0]));
    Processes.await(
        "sockets", () -> services(LinuxListening.read(laptop)).size() == SOCKETS.size());
  }

  private static Set<String> told(Reading<Listening> reading) {
    return services(reading).stream()
        .map(s -> s.protocol() + " " + s.address() + " " + s.port() + " " + s.reach())
        .collect(Collectors.toSet());
  }

  private static List<Service> services(Reading<Listening> reading) {
    if (reading instanceof Reading.Known<Listening>(var listening)) {
      return listening.services();
    }
    throw new AssertionError(reading);
  }
}
