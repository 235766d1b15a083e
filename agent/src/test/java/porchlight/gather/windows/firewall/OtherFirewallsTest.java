package porchlight.gather.windows.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static porchlight.gather.windows.firewall.WinFirewallTest.com;
import static porchlight.gather.windows.firewall.WinFirewallTest.inbound;
import static porchlight.gather.windows.firewall.WinFirewallTest.laptop;
import static porchlight.gather.windows.firewall.WinFirewallTest.services;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Firewall.Inbound;
import porchlight.gather.windows.Keys;
import porchlight.gather.windows.security.SecurityCenter;
import porchlight.gather.windows.security.SecurityHealth;
import porchlight.machine.Answer;
import porchlight.machine.Question.Among;
import porchlight.machine.ReadRegistry;

/** Whether the firewall of another maker stands in for that of Windows. */
class OtherFirewallsTest {
  private static final ReadRegistry VERSION =
      new ReadRegistry(
          "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
          "CurrentBuild",
          "UBR",
          "InstallationType",
          "EditionID",
          "DisplayVersion",
          "ReleaseId");

  @Test
  void another_makers_firewall_that_is_on_makes_it_unknown() {
    String sophos = "displayName=Sophos\npathToSignedProductExe=C:\\x.exe\nproductState=";
    for (String change : List.of("4:enabled=0", "4:enabled=1")) {
      var told = laptop().says(FwCom.FIREWALL, com(4, change));
      assertEquals(
          Inbound.UNKNOWN, inbound(told.says(SecurityCenter.FIREWALLS, sophos + "266240\n")));
    }
    var off = laptop().says(FwCom.FIREWALL, com(4, "4:enabled=0"));
    assertEquals(Inbound.OPEN, inbound(off.says(SecurityCenter.FIREWALLS, sophos + "262144\n")));
    off.says(SecurityHealth.HEALTH, "");
    assertEquals(
        Inbound.UNKNOWN, inbound(off.says(SecurityCenter.FIREWALLS, sophos + "289999999\n")));
    // Microsoft's digit makes no other maker's firewall the one of Windows, which is never listed.
    assertEquals(Inbound.UNKNOWN, inbound(off.says(SecurityCenter.FIREWALLS, sophos + "397568\n")));
  }

  @Test
  void one_that_was_taken_off_stands_in_for_nothing() {
    String gone =
        "displayName=X\npathToSignedProductExe=C:\\Program Files\\X\\x.exe\nproductState=266240\n";
    var told =
        laptop()
            .says(FwCom.FIREWALL, com(4))
            .says(SecurityCenter.FIREWALLS, gone)
            .says(new Among("C:\\Program Files", List.of("X/x.exe")), "file X/x.exe\n");
    assertEquals(Inbound.UNKNOWN, inbound(told));
    told.says(new Among("C:\\Program Files", List.of("X/x.exe")), "");
    assertEquals(Inbound.BLOCKED, inbound(told));
  }

  /** Soon after a start nothing is listed yet, and everything is called bad. */
  @Test
  void an_empty_list_beside_a_firewall_that_is_off_is_not_enough() {
    var told = laptop().says(FwCom.FIREWALL, com(4, "4:enabled=0"));
    assertEquals(Inbound.OPEN, inbound(told));
    assertEquals(Inbound.UNKNOWN, inbound(told.says(SecurityCenter.ANTIVIRUS, "")));
    told = laptop().says(FwCom.FIREWALL, com(4, "4:enabled=0"));
    for (String health : List.of("provider=1\nhealth=0\n", "provider=1\ncode=0x80070005\n", "")) {
      assertEquals(Inbound.UNKNOWN, inbound(told.says(SecurityHealth.HEALTH, health)), health);
    }
    told.says(FwServices.SERVICES, services("4", "1"));
    assertEquals(Inbound.UNKNOWN, inbound(told));
    told = laptop().says(FwCom.FIREWALL, com(4)).says(SecurityHealth.HEALTH, "");
    assertEquals(Inbound.BLOCKED, inbound(told), "its own one is on, and that is enough");
  }

  @Test
  void where_others_cannot_be_told_the_health_of_all_may_help() {
    var told =
        laptop()
            .says(FwCom.FIREWALL, com(4, "4:enabled=0"))
            .says(SecurityCenter.FIREWALLS, new Answer.TimedOut())
            .says(SecurityHealth.HEALTH, "");
    assertEquals(Inbound.UNKNOWN, inbound(told));
    assertEquals(
        Inbound.UNKNOWN, inbound(told.says(SecurityHealth.HEALTH, "provider=1\nhealth=0\n")));
    assertEquals(Inbound.OPEN, inbound(told.says(SecurityHealth.HEALTH, "provider=1\nhealth=2\n")));
  }

  @Test
  void a_server_has_no_list_of_others() {
    var told =
        laptop()
            .says(FwCom.FIREWALL, com(4))
            .says(SecurityHealth.HEALTH, new Answer.Missing())
            .says(SecurityCenter.FIREWALLS, new Answer.Missing());
    assertEquals(Inbound.UNKNOWN, inbound(told), "a broken list of a laptop");
    told.says(
        VERSION,
        Keys.header(VERSION.key())
            + "\"CurrentBuild\"=\"20348\"\n\"InstallationType\"=\"Server\"\n\"EditionID\"=\"ServerStandard\"\n");
    assertEquals(Inbound.BLOCKED, inbound(told));
  }

  @Test
  void soon_after_a_start_no_list_is_filled_and_a_firewall_that_is_on_may_be_stood_in_for() {
    var told = laptop().says(FwCom.FIREWALL, com(4));
    assertEquals(Inbound.BLOCKED, inbound(told));
    assertEquals(Inbound.UNKNOWN, inbound(told.says(SecurityCenter.ANTIVIRUS, "")));
    assertEquals(
        Inbound.UNKNOWN, inbound(told.says(SecurityCenter.ANTIVIRUS, new Answer.TimedOut())));
  }
}
