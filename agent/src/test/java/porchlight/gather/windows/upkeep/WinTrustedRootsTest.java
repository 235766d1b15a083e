package porchlight.gather.windows.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reason;
import porchlight.facts.TrustedRoots;
import porchlight.gather.Readings;
import porchlight.gather.windows.WinLaptop;
import porchlight.gather.windows.WinRoots;
import porchlight.machine.Answer;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

/** Whom a Windows trusts beside those that came with it. */
class WinTrustedRootsTest {
  private static final String THUMBPRINT = "0123456789ABCDEF0123456789ABCDEF01234567";

  private static WinLaptop roots() {
    return new WinLaptop()
        .absent(WinTrustedRoots.BY_POLICY, WinTrustedRoots.BY_DOMAIN)
        .says(MachineRoots.LIST, WinRoots.list())
        .says(WinTrustedRoots.BY_PEOPLE, "[HKEY_USERS]\n[HKEY_USERS\\user1]\n")
        .says(WinTrustedRoots.BY_PEOPLES_POLICY, "[HKEY_USERS]\n[HKEY_USERS\\user1]\n");
  }

  private static TrustedRoots trusted(WinLaptop laptop) {
    return Readings.known(WinTrustedRoots.read(laptop));
  }

  private static String with(ReadRegistry question, String person) {
    String key =
        person.isEmpty()
            ? WinLaptop.whole(question.key())
            : question.key().replace("HKU\\*", "HKEY_USERS\\" + person).replace("\\*", "");
    String head = person.isEmpty() ? "" : "[HKEY_USERS]\n[HKEY_USERS\\" + person + "]\n";
    return head + "[" + key + "]\n[" + key + "\\" + THUMBPRINT + "]\n";
  }

  @Test
  void what_policies_domains_and_people_added_is_told_by_thumbprint() {
    for (ReadRegistry question : List.of(WinTrustedRoots.BY_POLICY, WinTrustedRoots.BY_DOMAIN)) {
      var added = trusted(roots().says(question, with(question, ""))).added();
      assertEquals(List.of(THUMBPRINT), added.stream().map(TrustedRoots.Root::name).toList());
    }
    for (ReadRegistry question :
        List.of(WinTrustedRoots.BY_PEOPLE, WinTrustedRoots.BY_PEOPLES_POLICY)) {
      assertEquals(1, trusted(roots().says(question, with(question, "user1"))).added().size());
    }
  }

  @Test
  void a_machine_that_trusts_what_came_with_windows_has_none_added() {
    assertEquals(new TrustedRoots(List.of(), Optional.empty()), trusted(roots()));
    assertTrue(WinRoots.OF_WINDOWS.size() >= 12);
  }

  @Test
  void of_another_in_the_machine_s_own_list_nobody_knows_who_put_it_there() {
    for (String other : List.of(THUMBPRINT, "something else")) {
      var laptop = roots().says(MachineRoots.LIST, WinRoots.list(other));
      assertEquals(List.of(), trusted(laptop).added());
      var unseen = trusted(laptop).unseen().orElseThrow();
      assertEquals(Reason.NOT_SUPPORTED, unseen.reason());
      assertEquals(other.equals(THUMBPRINT), unseen.detail().contains(THUMBPRINT));
      assertTrue(!unseen.detail().contains("something"), unseen.detail());
    }
  }

  @Test
  void a_list_without_what_every_windows_trusts_is_not_understood() {
    String whole = WinRoots.list();
    for (String text :
        List.of(
            "",
            whole.substring(0, whole.indexOf("\\CDD4")),
            WinLaptop.whole(MachineRoots.LIST.key()),
            "[" + WinLaptop.whole(MachineRoots.LIST.key()) + "]\nabsent\n")) {
      assertEquals(
          Optional.of(Reason.NOT_UNDERSTOOD),
          trusted(roots().says(MachineRoots.LIST, text))
              .unseen()
              .map(porchlight.facts.Unseen::reason),
          text);
    }
  }

  @Test
  void what_somebody_else_trusts_needs_a_privilege() {
    String denied = "[HKEY_USERS]\n[HKEY_USERS\\user1]\n[HKEY_USERS\\user2]\ndenied\n";
    assertEquals(
        Optional.of(Reason.NEEDS_PRIVILEGE),
        trusted(roots().says(WinTrustedRoots.BY_PEOPLE, denied))
            .unseen()
            .map(porchlight.facts.Unseen::reason));
    for (Question question : WinTrustedRoots.QUESTIONS) {
      assertEquals(
          Optional.of(Reason.NEEDS_PRIVILEGE),
          trusted(roots().answers(question, new Answer.Denied()))
              .unseen()
              .map(porchlight.facts.Unseen::reason));
    }
  }
}
