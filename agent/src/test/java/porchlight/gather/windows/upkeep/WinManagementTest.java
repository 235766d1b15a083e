package porchlight.gather.windows.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Management;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.TrustedRoots;
import porchlight.gather.linux.Garbled;
import porchlight.gather.windows.WinCaptures;
import porchlight.gather.windows.WinLaptop;
import porchlight.machine.Answer;
import porchlight.machine.Question;
import porchlight.machine.ReadRegistry;

class WinManagementTest {
  private static final String KEY = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments";
  private static final String LEFT_OVER = KEY + "]\n" + KEY + "\\Context]\n" + KEY + "\\Status]\n";
  private static final String INTUNE =
      LEFT_OVER
          + KEY
          + "\\11111111-2222-3333-4444-555555555555]\n"
          + "\"EnrollmentState\"=dword:00000001\n\"ProviderID\"=\"MS DM Server\"\n"
          + "\"DiscoveryServiceFullURL\"=\"https://enrollment.manage.microsoft.com:443/x.svc\"\n";
  private static final String THUMBPRINT = "CDD4EEAE6000AC7F40C3802C171E30148030C072";

  private static WinLaptop laptop() {
    return new WinLaptop()
        .says(WinManagement.SERVERS, LEFT_OVER)
        .absent(WinManagement.DIRECTORY)
        .says(WinManagement.DOMAIN, "Domain=WORKGROUP\nPartOfDomain=FALSE\n");
  }

  private static Reading<Management> enrolled(String server) {
    return Reading.known(new Management.Enrolled(server, true));
  }

  @Test
  void a_laptop_of_one_s_own_is_managed_by_nobody() {
    assertEquals(Reading.known(new Management.NotEnrolled()), WinManagement.read(laptop()));
  }

  @Test
  void a_management_server_a_domain_and_a_directory_each_manage_it() {
    assertEquals(
        enrolled("enrollment.manage.microsoft.com"),
        WinManagement.read(laptop().says(WinManagement.SERVERS, INTUNE)));
    // What a real member of a domain is called by systeminfo stands in the class as well.
    String real = WinCaptures.text("systeminfo/en-win10-domain-member.txt");
    assertEquals(true, real.contains("TEST.local"));
    String member = "Domain=TEST.local\nPartOfDomain=TRUE\n";
    assertEquals(
        enrolled("test.local"), WinManagement.read(laptop().says(WinManagement.DOMAIN, member)));
    String joined =
        "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin\\JoinInfo";
    assertEquals(
        enrolled(""),
        WinManagement.read(
            laptop().says(WinManagement.DIRECTORY, joined + "]\n" + joined + "\\A1]\n")));
  }

  @Test
  void of_several_none_is_named_so_that_no_list_excuses_the_other() {
    assertEquals(
        enrolled(""),
        WinManagement.read(
            laptop()
                .says(WinManagement.SERVERS, INTUNE)
                .says(WinManagement.DOMAIN, "Domain=corp.example\nPartOfDomain=TRUE\n")));
  }

  @Test
  void an_enrolment_that_ended_or_has_no_provider_manages_nothing() {
    for (String text :
        List.of(
            INTUNE.replace("State\"=dword:00000001", "State\"=dword:00000000"),
            INTUNE.replace("MS DM Server", ""))) {
      assertEquals(
          Reading.known(new Management.NotEnrolled()),
          WinManagement.read(laptop().says(WinManagement.SERVERS, text)));
    }
  }

  @Test
  void every_source_is_needed_and_may_not_be_odd() {
    for (Question question : WinManagement.QUESTIONS) {
      assertEquals(
          Reason.NEEDS_PRIVILEGE,
          WinCaptures.why(WinManagement.read(laptop().answers(question, new Answer.Denied()))));
      assertEquals(
          Reason.TOOL_MISSING,
          WinCaptures.why(WinManagement.read(laptop().answers(question, new Answer.Missing()))));
    }
    for (String odd :
        List.of("", "Domain=X\n", "PartOfDomain=VIELLEICHT\n", "Domain=A\n\nDomain=B\n")) {
      assertEquals(
          Reason.NOT_UNDERSTOOD,
          WinCaptures.why(WinManagement.read(laptop().says(WinManagement.DOMAIN, odd))));
    }
    Garbled.eachAnswer(
        INTUNE, answer -> WinManagement.read(laptop().answers(WinManagement.SERVERS, answer)));
  }

  private static WinLaptop roots() {
    return new WinLaptop()
        .absent(WinTrustedRoots.BY_POLICY, WinTrustedRoots.BY_DOMAIN)
        .says(WinTrustedRoots.BY_PEOPLE, "[HKEY_USERS]\n[HKEY_USERS\\user1]\n")
        .says(WinTrustedRoots.BY_PEOPLES_POLICY, "[HKEY_USERS]\n[HKEY_USERS\\user1]\n");
  }

  private static TrustedRoots trusted(WinLaptop laptop) {
    return WinCaptures.known(WinTrustedRoots.read(laptop));
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
  void the_machine_s_own_list_is_never_said_to_have_been_looked_into() {
    assertEquals(
        Optional.of(Reason.NOT_SUPPORTED),
        trusted(roots()).unseen().map(porchlight.facts.Unseen::reason));
    assertEquals(List.of(), trusted(roots()).added());
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
