package porchlight.gather.windows.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Listening;
import porchlight.facts.Listening.Reach;
import porchlight.facts.Listening.Service;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.WinCaptures;
import porchlight.machine.Answer;

/** What listens on Windows. */
class WinListeningTest {
  private static List<Service> tables(String text) {
    return known(WinListening.read(new Told().says(Listeners.TABLES, text))).services();
  }

  private static Reading<Listening> netstat(Answer answer) {
    return WinListening.read(new Told().says(WinNetstat.SOCKETS, answer));
  }

  private static List<Service> netstat(String text) {
    return known(netstat(new Answer.Said(0, text))).services();
  }

  private static Service service(Protocol protocol, String at, int port, Reach reach, String who) {
    return new Service(protocol, at, port, reach, who);
  }

  @Test
  void the_tables_of_the_system_name_programs_and_services() {
    assertEquals(
        List.of(
            service(Protocol.TCP, "0.0.0.0", 3389, Reach.IPV4, "svchost.exe (TermService)"),
            service(Protocol.TCP, "::", 3389, Reach.IPV6, "svchost.exe (TermService)"),
            service(Protocol.TCP, "::", 8080, Reach.BOTH, "java.exe"),
            service(Protocol.UDP, "fe80::1", 546, Reach.IPV6, ""),
            service(Protocol.TCP, "127.0.0.1", 5939, Reach.LOOPBACK, "TeamViewer_Service.exe"),
            service(Protocol.TCP, "0.0.0.0", 445, Reach.IPV4, "System")),
        tables(
            """
            listener=tcp
            address=0.0.0.0
            port=3389
            pid=1104
            program=svchost.exe
            services=TermService

            listener=tcp
            address=::
            port=3389
            pid=1104
            program=svchost.exe
            services=TermService

            listener=tcp
            address=::
            port=8080
            pid=9
            program=java.exe
            services=

            listener=udp
            address=fe80::1%4
            port=546
            pid=77
            program=

            listener=tcp
            address=127.0.0.1
            port=5939
            pid=7340
            program=TeamViewer_Service.exe

            listener=tcp
            address=0.0.0.0
            port=445
            pid=4
            program=
            """));
  }

  @Test
  void a_server_with_remote_desktop_and_winrm_shows_both() {
    var services = netstat(WinCaptures.text("netstat/en-server2019-listening-rdp-winrm.txt"));
    assertEquals(25, services.size());
    for (int port : List.of(445, 3389, 5985)) {
      assertTrue(
          services.stream()
              .filter(one -> one.port() == port)
              .map(Service::reach)
              .toList()
              .containsAll(List.of(Reach.IPV4, Reach.IPV6)),
          "" + port);
    }
    assertTrue(services.contains(service(Protocol.TCP, "0.0.0.0", 445, Reach.IPV4, "System")));
    assertTrue(services.contains(service(Protocol.TCP, "::1", 53, Reach.LOOPBACK, "")));
  }

  @Test
  void without_processes_the_sockets_are_all_there() {
    var services = netstat(WinCaptures.text("netstat/en-win10-netstat-an.txt"));
    assertTrue(services.contains(service(Protocol.TCP, "0.0.0.0", 7070, Reach.IPV4, "")));
    assertTrue(services.contains(service(Protocol.UDP, "::", 5353, Reach.IPV6, "")));
    // An address that the source had made up is one that strangers may reach.
    assertTrue(
        services.contains(
            service(Protocol.UDP, "fe80::asda:4124:2096:62b2", 1900, Reach.IPV6, "")));
    assertTrue(services.stream().noneMatch(one -> one.port() == 1031), "only connected");
  }

  @Test
  void owners_below_a_row_are_its_programs() {
    var services = netstat(WinCaptures.text("netstat/en-win10-netstat-aonb-anydesk.txt"));
    assertTrue(
        services.contains(service(Protocol.TCP, "0.0.0.0", 7070, Reach.IPV4, "AnyDesk.exe")));
    assertTrue(services.contains(service(Protocol.TCP, "0.0.0.0", 445, Reach.IPV4, "System")));
    assertTrue(
        services.contains(
            service(Protocol.TCP, "127.0.0.1", 5939, Reach.LOOPBACK, "TeamViewer_Service.exe")));
  }

  @Test
  void no_word_of_a_language_matters() {
    assertEquals(
        netstat(
            """
              TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       1712
              TCP    10.0.0.2:50123         192.0.2.7:443          ESTABLISHED     12
              UDP    0.0.0.0:5353           *:*                                    8
            """),
        netstat(
            """
            Aktive Verbindungen

              Proto  Lokale Adresse         Remoteadresse          Status           PID
              TCP    0.0.0.0:135            0.0.0.0:0              ABHÖREN (sehr) gut      1712\r
              TCP    10.0.0.2:50123         192.0.2.7:443          HERGESTELLT     12\r
              UDP    0.0.0.0:5353           *:*                                    8\r
            """));
  }

  @Test
  void no_word_of_a_capture_matters() {
    for (String file :
        List.of(
            "en-server2019-listening-rdp-winrm",
            "en-win10-netstat-an",
            "en-win10-netstat-aonb-anydesk")) {
      String real = WinCaptures.text("netstat/" + file + ".txt");
      assertEquals(
          netstat(real),
          netstat(
              real.replace("LISTENING", "ÉCOUTE")
                  .replace("ESTABLISHED", "ÉTABLI")
                  .replaceAll("Active Connections|Proto +Local.*", "Żxö")),
          file);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Active Connections\n",
        "  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING  1\n  TCP    0.0.0.0:445",
        "  TCP    0.0.0.0:135   0.0.0.0:0  LISTENING  1\n  TCPv6  [::]:445    [::]:0  LISTENING  4\n",
        "  TCP    0.0.0.0:99999          0.0.0.0:0              LISTENING       1712\n",
        "  TCP    host:135               0.0.0.0:0              LISTENING       1712\n",
        "  TCP    0.0.0.0:135            *:*                    LISTENING       1712\n",
        "\uFFFD\u0000\uFFFD garbage",
      })
  void rows_that_are_not_understood_make_nothing_known(String text) {
    assertEquals(Reason.NOT_UNDERSTOOD, why(netstat(new Answer.Said(0, text))));
  }

  @Test
  void a_table_that_is_not_understood_is_asked_of_netstat() {
    String row = "  TCP    0.0.0.0:135            0.0.0.0:0              LISTENING       1712\n";
    for (String table :
        List.of(
            "",
            "listener=sctp\naddress=::\nport=1\n",
            "listener=tcp\nport=1\n",
            "listener=tcp\naddress=::\nport=70000\n")) {
      var told = new Told().says(Listeners.TABLES, table).says(WinNetstat.SOCKETS, row);
      assertEquals(1, known(WinListening.read(told)).services().size(), table);
    }
  }

  @Test
  void both_sources_missing_is_unknown() {
    assertEquals(Reason.TOOL_MISSING, why(WinListening.read(new Told())));
    assertEquals(Reason.NOT_UNDERSTOOD, why(netstat(new Answer.Said(1, "x"))));
  }

  @Test
  void both_sources_denied_is_unknown() {
    assertEquals(Reason.NEEDS_PRIVILEGE, why(netstat(new Answer.Denied())));
  }
}
