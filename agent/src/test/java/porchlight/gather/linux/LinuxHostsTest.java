package porchlight.gather.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Hosts;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.machine.Answer;

class LinuxHostsTest {
  private static final String USUAL =
      """
      127.0.0.1\tlocalhost
      127.0.1.1\taurora.example.org\taurora

      # The following lines are desirable for IPv6 capable hosts
      ::1     localhost ip6-localhost ip6-loopback
      fe00::0 ip6-localnet
      ff02::1 ip6-allnodes
      192.168.1.5 Aurora.Example.ORG aurora nas nas.local printer.home.arpa
      """;

  private final Scripted laptop = new Scripted().says(LinuxHosts.OWN_NAME, "aurora\n");

  private Hosts hosts(String text) {
    return ((Reading.Known<Hosts>) LinuxHosts.read(laptop.says(LinuxHosts.FILE, text))).value();
  }

  private static Hosts.Entry entry(String name, String address) {
    return new Hosts.Entry(name, address);
  }

  @Test
  void the_file_that_an_installer_writes_sends_nobody_elsewhere() {
    assertEquals(new Hosts(true, List.of(), 0), hosts(USUAL));
    assertEquals(new Hosts(true, List.of(), 0), hosts(""));
  }

  @Test
  void names_of_the_internet_with_an_address_are_found() {
    assertEquals(
        List.of(
            entry("www.bank.com", "203.0.113.9"),
            entry("bank.com", "203.0.113.9"),
            entry("git.corp.com", "10.0.0.5"),
            entry("login.bank.com", "2001:db8::9")),
        hosts(
                USUAL
                    + "  203.0.113.9 WWW.Bank.com bank.com. # a test\n"
                    + "10.0.0.5\tgit.corp.com\r\n"
                    + "2001:DB8:0::9%eth0 login.bank.com\n"
                    + "#1.2.3.4 commented.com\n")
            .pointed());
  }

  @Test
  void names_that_lead_nowhere_are_counted() {
    var blocked =
        hosts(
            """
            0.0.0.0 ads.net track.net
            127.0.0.1 ads.net
            :: more.net
            ::1 six.net
            255.255.255.255 cast.net
            127.0.0.1 localhost
            """);
    assertEquals(List.of(), blocked.pointed());
    assertEquals(5, blocked.blocked());
  }

  @Test
  void an_address_of_ipv4_in_ipv6s_clothes_is_that_address() {
    assertEquals(
        List.of(entry("bank.com", "203.0.113.9")),
        hosts("::ffff:203.0.113.9 bank.com\n").pointed());
    assertEquals(1, hosts("::ffff:127.0.0.1 bank.com\n").blocked());
  }

  @Test
  void lines_that_the_c_library_passes_over_are_passed_over() {
    assertEquals(
        new Hosts(true, List.of(), 0),
        hosts(
            """
            127.0.0.1 localhost
            www.bank.com 203.0.113.9
            999.1.1.1 a.com
            203.0.113.9
            """));
  }

  @Test
  void a_file_that_the_order_of_look_ups_leaves_out_is_not_asked() {
    String redirected = "203.0.113.9 bank.com\n";
    for (String order :
        List.of("hosts: files dns", "passwd: x", "hosts:\tresolve [!UNAVAIL=return] dns")) {
      laptop.says(LinuxHosts.ORDER, order + "\n");
      assertTrue(hosts(redirected).isAsked(), order);
    }
    laptop.says(LinuxHosts.ORDER, "hosts: dns # files\n");
    assertEquals(false, hosts(redirected).isAsked());
    laptop.answers(LinuxHosts.ORDER, new Answer.Denied());
    assertTrue(hosts(redirected).isAsked());
  }

  @Test
  void a_missing_file_is_asked_by_nobody() {
    assertEquals(Reading.known(new Hosts(false, List.of(), 0)), LinuxHosts.read(laptop));
  }

  @Test
  void denied_and_not_understood_are_told_apart() {
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(new Answer.Denied()));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(new Answer.TooLong(8 << 20)));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(new Answer.Said(0, "garbage\n")));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(new Answer.Said(0, "127.0.0.1 a\n\0\0\n")));
  }

  private Reason reason(Answer answer) {
    laptop.answers(LinuxHosts.FILE, answer);
    return ((Reading.Unknown<Hosts>) LinuxHosts.read(laptop)).reason();
  }

  @Test
  void garbage_is_no_exception_and_takes_no_time() {
    int forms =
        Garbled.eachAnswer(
            USUAL, answer -> LinuxHosts.read(laptop.answers(LinuxHosts.FILE, answer)));
    assertTrue(forms > 200, "only " + forms);
    assertEquals(0, hosts("1.2.3.4 " + "a.".repeat(2_000_000) + "com\n").pointed().size());
    assertEquals(0, hosts("0.0.0.0 x\n".repeat(500_000)).blocked());
  }
}
