package porchlight.gather.windows.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porchlight.gather.Readings.known;
import static porchlight.gather.Readings.why;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porchlight.facts.Firewall;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.linux.Told;
import porchlight.gather.windows.Keys;
import porchlight.gather.windows.ports.Listeners;
import porchlight.gather.windows.security.SecurityCenter;
import porchlight.gather.windows.security.SecurityHealth;
import porchlight.machine.Answer;

/** What strangers reach of a Windows laptop, by its profiles, policies, and other firewalls. */
class WinFirewallTest {
  static final String GROUP = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall";

  /** Two services run, nobody else's policy or firewall is there, and one program listens. */
  static Told laptop() {
    var told = new Told().says(FwServices.SERVICES, services("4", "4"));
    for (var question :
        List.of(
            FwPolicies.BY_GROUP,
            FwPolicies.BY_SERVER,
            FwPolicies.GROUP_RULES,
            FwPolicies.SERVER_RULES,
            FwPolicies.OLD)) {
      told.says(question, Keys.absent(question));
    }
    return told.says(SecurityCenter.FIREWALLS, "")
        .says(SecurityCenter.ANTIVIRUS, "displayName=X\nproductState=397568\n")
        .says(SecurityHealth.HEALTH, "provider=1\nhealth=2\n")
        .says(
            Listeners.QUESTIONS.getFirst(),
            """
            listener=tcp
            address=0.0.0.0
            port=135
            pid=1
            program=svchost.exe
            services=RpcSs

            listener=tcp
            address=::
            port=7070
            pid=6608
            program=AnyDesk.exe

            listener=udp
            address=0.0.0.0
            port=68
            pid=9
            program=svchost.exe
            services=Dhcp
            """);
  }

  static String services(String bfe, String own) {
    return "service=BFE\nstate="
        + bfe
        + "\nstart=2\n\nservice=MpsSvc\nstate="
        + own
        + "\nstart=2\n";
  }

  /** On, on, on; blocking what no rule is for. */
  static String com(int current, String... changed) {
    var text = new StringBuilder("profiles=" + current + "\nmodify=0\n");
    for (int bit : FwProfile.ALL) {
      text.append(
          "\nprofile=%d\nenabled=1\ninbound=0\noutbound=1\nblockAll=0\nnotificationsDisabled=0\n"
              .formatted(bit));
    }
    String all = text.toString();
    for (String change : changed) {
      String[] parts = change.split(":", 2);
      String head = "profile=" + parts[0] + "\n";
      int at = all.indexOf(head);
      String key = parts[1].substring(0, parts[1].indexOf('=') + 1);
      int value = all.indexOf(key, at) + key.length();
      all = all.substring(0, value) + parts[1].substring(key.length()) + all.substring(value + 1);
    }
    return all;
  }

  static Firewall of(Told told) {
    return known(WinFirewall.read(told));
  }

  static Inbound inbound(Told told) {
    Firewall firewall = of(told);
    assertEquals(firewall.ipv4().inbound(), firewall.ipv6().inbound());
    return firewall.ipv4().inbound();
  }

  @Test
  void on_without_rules_lets_nothing_in() {
    assertEquals(
        new Firewall(Side.blocked(), Side.blocked()), of(laptop().says(FwCom.FIREWALL, com(4))));
  }

  @ParameterizedTest
  @CsvSource({
    "4, 4:enabled=0, OPEN",
    "4, 2:enabled=0, BLOCKED",
    "6, 2:enabled=0, OPEN",
    "1, 1:inbound=1, OPEN",
    "4, 4:blockAll=1, BLOCKED",
    "4, 1:enabled=0, BLOCKED",
    "0, 2:enabled=0, UNKNOWN",
    "0, 2:blockAll=1, BLOCKED",
  })
  void the_weakest_profile_in_force_decides(int current, String change, Inbound expected) {
    assertEquals(expected, inbound(laptop().says(FwCom.FIREWALL, com(current, change))));
  }

  @Test
  void a_policy_comes_before_what_the_laptop_itself_has() {
    assertEquals(Inbound.OPEN, ruled(com(4), "\"EnableFirewall\"=dword:00000000"));
    assertEquals(Inbound.OPEN, ruled(com(4), "\"DefaultInboundAction\"=dword:00000000"));
    assertEquals(
        Inbound.BLOCKED, ruled(com(4, "4:enabled=0"), "\"EnableFirewall\"=dword:00000001"));
  }

  /** With a policy for networks that are public. */
  private static Inbound ruled(String own, String value) {
    return inbound(
        laptop()
            .says(FwCom.FIREWALL, own)
            .says(
                FwPolicies.BY_GROUP, GROUP + "]\n" + GROUP + "\\PublicProfile]\n" + value + "\n"));
  }

  @Test
  void an_old_policy_for_the_standard_profile_is_no_safe_one_for_public_networks() {
    String old = GROUP + "]\n" + GROUP + "\\StandardProfile]\n\"EnableFirewall\"=dword:00000000\n";
    var told = laptop().says(FwCom.FIREWALL, com(4)).says(FwPolicies.BY_GROUP, old);
    assertEquals(Reason.NOT_UNDERSTOOD, why(WinFirewall.read(told)));
  }

  @Test
  void an_old_policy_that_opens_ports_is_not_read() {
    String old = GROUP + "]\n" + GROUP + "\\StandardProfile\\";
    var told = laptop().says(FwCom.FIREWALL, com(4)).says(FwPolicies.OLD, old + "Logging]\n");
    assertEquals(Inbound.BLOCKED, inbound(told));
    told.says(FwPolicies.OLD, old + "GloballyOpenPorts]\n");
    assertEquals(Reason.TOOL_MISSING, why(WinFirewall.read(told)));
  }

  @Test
  void an_answer_about_another_key_is_not_understood() {
    String other = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Other]\n";
    for (var question : FwPolicies.QUESTIONS) {
      var told = laptop().says(FwCom.FIREWALL, com(4)).says(question, other);
      assertEquals(Reason.NOT_UNDERSTOOD, why(WinFirewall.read(told)), question.text());
    }
  }

  @Test
  void policies_that_are_denied_or_missing_leave_it_unknown() {
    for (var answer : List.of(new Answer.Missing(), new Answer.Denied(), new Answer.TimedOut())) {
      why(
          WinFirewall.read(
              laptop().says(FwCom.FIREWALL, com(4)).says(FwPolicies.BY_GROUP, answer)));
      why(
          WinFirewall.read(
              laptop().says(FwCom.FIREWALL, com(4)).says(FwPolicies.GROUP_RULES, answer)));
    }
  }

  @Test
  void without_its_services_nothing_is_filtered() {
    for (String state : List.of("1", "absent")) {
      assertEquals(
          Inbound.OPEN,
          inbound(
              laptop()
                  .says(FwCom.FIREWALL, com(4))
                  .says(FwServices.SERVICES, services("4", state))));
    }
  }

  @Test
  void without_its_interface_the_registry_says_it_by_the_category_of_the_network() {
    var told =
        laptop()
            .says(FwRegistry.OWN, registry("1", "0", "1"))
            .says(FwRegistry.OWN_RULES, Keys.absent(FwRegistry.OWN_RULES))
            .says(FwRegistry.APP_RULES, Keys.absent(FwRegistry.APP_RULES));
    assertEquals(Inbound.UNKNOWN, inbound(told), "which one is in force?");
    assertEquals(Inbound.BLOCKED, inbound(told.says(Categories.NETWORKS, network("0"))));
    assertEquals(Inbound.OPEN, inbound(told.says(Categories.NETWORKS, network("1"))));
    assertEquals(Inbound.BLOCKED, inbound(told.says(Categories.NETWORKS, network("2"))));
    told.says(FwServices.SERVICES, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, why(WinFirewall.read(told)), "settings do not filter");
  }

  private static String network(String category) {
    return "network=0\ncategory=" + category + "\nconnectivity=64\n\nconnection=0\nadapter={A}\n";
  }

  private static String registry(String domain, String standard, String open) {
    String tree = Keys.header(FwRegistry.TREE);
    String below = tree.substring(0, tree.length() - 2);
    return tree
        + below
        + "\\DomainProfile]\n\"EnableFirewall\"=dword:0000000"
        + domain
        + "\n"
        + below
        + "\\StandardProfile]\n\"EnableFirewall\"=dword:0000000"
        + standard
        + "\n"
        + below
        + "\\PublicProfile]\n\"EnableFirewall\"=dword:0000000"
        + open
        + "\n";
  }

  @Test
  void with_every_source_missing_or_not_understood_it_is_unknown() {
    assertEquals(Reason.TOOL_MISSING, why(WinFirewall.read(new Told())));
    for (String odd :
        List.of("", "x", "profiles=4\n", com(4, "4:enabled=7"), com(4) + "\nrule=1\naction=9\n")) {
      assertTrue(
          WinFirewall.read(laptop().says(FwCom.FIREWALL, odd)) instanceof Reading.Unknown<?>, odd);
    }
  }
}
