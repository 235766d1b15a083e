package porchlight.gather.windows.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import porchlight.facts.Management;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Readings;
import porchlight.gather.linux.Garbled;
import porchlight.gather.windows.WinCaptures;
import porchlight.gather.windows.WinLaptop;
import porchlight.machine.Answer;
import porchlight.machine.Question;

class WinManagementTest {
  private static final String KEY = "[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments";
  private static final String LEFT_OVER = KEY + "]\n" + KEY + "\\Context]\n" + KEY + "\\Status]\n";
  private static final String INTUNE =
      LEFT_OVER
          + KEY
          + "\\11111111-2222-3333-4444-555555555555]\n"
          + "\"EnrollmentState\"=dword:00000001\n\"ProviderID\"=\"MS DM Server\"\n"
          + "\"DiscoveryServiceFullURL\"=\"https://enrollment.manage.microsoft.com:443/x.svc\"\n";

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
          Readings.why(WinManagement.read(laptop().answers(question, new Answer.Denied()))));
      assertEquals(
          Reason.TOOL_MISSING,
          Readings.why(WinManagement.read(laptop().answers(question, new Answer.Missing()))));
    }
    for (String odd :
        List.of("", "Domain=X\n", "PartOfDomain=VIELLEICHT\n", "Domain=A\n\nDomain=B\n")) {
      assertEquals(
          Reason.NOT_UNDERSTOOD,
          Readings.why(WinManagement.read(laptop().says(WinManagement.DOMAIN, odd))));
    }
    Garbled.eachAnswer(
        INTUNE, answer -> WinManagement.read(laptop().answers(WinManagement.SERVERS, answer)));
  }
}
