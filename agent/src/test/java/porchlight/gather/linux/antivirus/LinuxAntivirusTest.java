package porchlight.gather.linux.antivirus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porchlight.checks.Outcome;
import porchlight.facts.Antivirus;
import porchlight.facts.Antivirus.Product;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.gather.Broken;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Told;
import porchlight.machine.Answer;
import porchlight.machine.Question;

class LinuxAntivirusTest {
  private static final String DEBIAN = "folder usr/sbin\nfile usr/sbin/clamd\n";
  private static final String RUNNING = ServicesTest.captured("antivirus/clamav-running.txt");

  private Told laptop = new Told();

  @BeforeEach
  void clamav_runs() {
    laptop =
        new Told()
            .says(LinuxAntivirus.PLACES, DEBIAN)
            .says(Services.SHOW, RUNNING)
            .says(Signatures.FETCHED, SignaturesTest.HEADER.replace(":1795371236", ":1795300000"));
  }

  private List<Product> products() {
    return ((Reading.Known<Antivirus>) LinuxAntivirus.read(laptop)).value().products();
  }

  private List<String> names() {
    return products().stream().map(Product::name).toList();
  }

  private Reason reason() {
    return ((Reading.Unknown<Antivirus>) LinuxAntivirus.read(laptop)).reason();
  }

  private Outcome judged() {
    var facts = new SampleFacts().antivirus(LinuxAntivirus.read(laptop)).build();
    return new porchlight.checks.Antivirus(true, 3650).judge(facts).outcome();
  }

  @Test
  void clamav_that_runs_is_told_with_its_signatures() {
    Product clamav = products().get(0);
    assertEquals(Reading.known(true), clamav.running());
    assertEquals(Reading.known(false), clamav.onAccess());
    assertTrue(clamav.signatures() instanceof Reading.Known);
  }

  @Test
  void where_none_is_there_nothing_more_is_asked() {
    laptop.says(LinuxAntivirus.PLACES, "folder usr/sbin\n");
    assertEquals(List.of(), products());
    assertEquals(List.of(LinuxAntivirus.PLACES.text()), laptop.asked());
  }

  @Test
  void a_link_from_sbin_to_bin_is_no_antivirus_and_hides_none() {
    laptop.says(LinuxAntivirus.PLACES, "link usr/sbin\nlink usr/sbin/clamd\n");
    assertEquals(List.of(), products());
    laptop.says(LinuxAntivirus.PLACES, "link usr/sbin\nlink usr/sbin/clamd\nfile usr/bin/clamd\n");
    assertEquals(List.of("ClamAV"), names());
  }

  @Test
  void behind_a_link_or_a_closed_door_systemd_tells_what_is_there() {
    String perhaps = "folder usr/sbin\nlink opt/traps\ndenied opt/microsoft/mdatp\n";
    laptop.says(LinuxAntivirus.PLACES, perhaps);
    assertEquals(List.of(), products());
    laptop.says(Services.SHOW, started("mdatp.service"));
    assertEquals(List.of("Microsoft Defender"), names());
    laptop.says(Services.SHOW, new Answer.Missing());
    assertEquals(Reason.TOOL_MISSING, reason());
  }

  private static String started(String service) {
    return RUNNING.replace(
        "Id=" + service + "\nLoadState=not-found\nActiveState=inactive\nSubState=dead\n",
        "Id=" + service + "\nLoadState=loaded\nActiveState=active\nSubState=running\n");
  }

  @Test
  void of_another_product_only_that_it_runs_is_known() {
    laptop.says(LinuxAntivirus.PLACES, "folder usr/sbin\nfolder opt/microsoft/mdatp\n");
    laptop.says(Services.SHOW, started("mdatp.service"));
    Product defender = products().get(0);
    assertEquals(Reading.known(true), defender.running());
    assertTrue(defender.signatures() instanceof Reading.Unknown, "signatures");
    assertTrue(defender.onAccess() instanceof Reading.Unknown, "files");
    assertEquals(Outcome.UNKNOWN, judged());
  }

  @Test
  void a_product_whose_service_is_not_known_is_neither_on_nor_off() {
    laptop.says(LinuxAntivirus.PLACES, "folder usr/sbin\nfolder opt/traps\n");
    assertEquals(List.of("Cortex XDR"), names());
    assertEquals(Outcome.UNKNOWN, judged());
  }

  @Test
  void a_system_unlike_all_others_or_missing_or_denied_is_unknown() {
    laptop.says(LinuxAntivirus.PLACES, "");
    assertEquals(Reason.NOT_UNDERSTOOD, reason());
    laptop.says(LinuxAntivirus.PLACES, "folder usr/sbin\nfolder opt/elsewhere\n");
    assertEquals(Reason.NOT_UNDERSTOOD, reason());
    laptop.says(LinuxAntivirus.PLACES, new Answer.Missing());
    assertEquals(Reason.TOOL_MISSING, reason());
    laptop.says(LinuxAntivirus.PLACES, new Answer.Denied());
    assertEquals(Reason.NEEDS_PRIVILEGE, reason());
  }

  @Test
  void no_source_that_fails_makes_a_pass() {
    assertEquals(Outcome.PASS, judged());
    List<Question> sources = List.of(LinuxAntivirus.PLACES, Services.SHOW, Signatures.FETCHED);
    for (Question source : sources) {
      for (Answer answer : Broken.WAYS) {
        clamav_runs();
        laptop.says(source, answer);
        assertEquals(Outcome.UNKNOWN, judged(), source.text() + " " + answer);
      }
    }
  }

  @Test
  void spoilt_places_never_throw() {
    int tried =
        Garbled.eachAnswer(
            DEBIAN, answer -> LinuxAntivirus.read(new Told().says(LinuxAntivirus.PLACES, answer)));
    assertTrue(tried > 150, "only " + tried);
  }

  @Test
  void the_table_names_each_place_and_each_service_once() {
    Products table = Products.SHIPPED;
    for (List<String> all : List.of(table.places(), table.services())) {
      assertEquals(all.size(), new HashSet<>(all).size(), all.toString());
    }
    assertTrue(table.services().stream().allMatch(one -> one.endsWith(".service")), "services");
    assertThrows(IllegalArgumentException.class, () -> Products.of("name\n"));
    assertThrows(IllegalArgumentException.class, () -> Products.of("# nothing\n"));
  }
}
