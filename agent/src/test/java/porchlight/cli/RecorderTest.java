package porchlight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Dns;
import porchlight.facts.Facts;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.Wifi;
import porchlight.gather.Answers;
import porchlight.gather.Gatherer;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;
import porchlight.machine.Run;

class RecorderTest {
  private static final Run WIFI = Run.of("show-wifi").hiding("^name=(.*)$");
  private static final ReadFile RESOLV = new ReadFile("/etc/resolv.conf");

  @TempDir Path folder;
  private Path file = Path.of("");

  /** What the machine says, so that a test can change it. */
  private String wifi = "name=Smith Family\nsecurity=open\n";

  private String resolv = "nameserver 85.255.112.36\n";

  @BeforeEach
  void name_the_file() {
    file = folder.resolve("recorded.txt");
  }

  private Machine machine() {
    return question ->
        question.equals(WIFI)
            ? new Answer.Said(0, wifi)
            : question.equals(RESOLV) ? new Answer.Said(0, resolv) : new Answer.Missing();
  }

  /** Reads its Wi-Fi and its resolvers by asking, so that they can be recorded. */
  private static Gatherer gatherer(String system, Machine machine) {
    Reading<Wifi> wifi =
        Answers.read(
            WIFI,
            machine.ask(WIFI),
            said ->
                said.text().contains("security=open\n")
                    ? Reading.known(
                        new Wifi.Joined(
                            "wlan0",
                            said.text().lines().findFirst().orElse(""),
                            Wifi.Security.OPEN))
                    : Answers.notUnderstood(WIFI, "neither open nor closed"));
    Reading<Dns> dns =
        Answers.read(
            RESOLV,
            machine.ask(RESOLV),
            said ->
                Reading.known(
                    new Dns(
                        List.of(
                            new Dns.Resolver(
                                said.text().strip().substring("nameserver ".length()),
                                "",
                                Dns.Transport.PLAIN)),
                        "resolv.conf")));
    Facts facts =
        new SampleFacts()
            .wifi(wifi)
            .dns(dns)
            .firewall(Reading.unknown(Reason.NEEDS_PRIVILEGE, "nft: permission denied"))
            .portal(
                Reading.unknown(
                    Reason.TURNED_OFF, "the network was not asked when this was recorded"))
            .tlsChains(
                Reading.unknown(
                    Reason.TURNED_OFF, "the network was not asked when this was recorded"))
            .dnsAnswers(
                Reading.unknown(
                    Reason.TURNED_OFF, "the network was not asked when this was recorded"))
            .build();
    return new FactsGatherer(facts);
  }

  private Typed type(String... arguments) {
    return Typed.on(RecorderTest::gatherer, machine(), false, arguments);
  }

  private Typed record(String... more) {
    var arguments = new java.util.ArrayList<>(List.of("facts", "--record", file.toString()));
    arguments.addAll(List.of(more));
    return type(arguments.toArray(String[]::new));
  }

  @Test
  void a_recording_names_nobody_and_says_so() throws IOException {
    Typed answer = record();
    assertEquals(Exit.SAFE, answer.exit());
    assertEquals("", answer.out());
    assertEquals(
        "2 answers are in "
            + file
            + ", names of people and networks replaced. Read it before you"
            + " send it.\n",
        answer.err());
    String text = Files.readString(file);
    assertFalse(text.contains("Smith"), text);
    assertTrue(text.contains("name=network-1"), text);
  }

  @Test
  void a_recording_is_judged_byte_for_byte_as_the_laptop_was() {
    String live = type("check", "--json").out();
    record();
    Typed replayed = type("check", "--json", "--replay", file.toString());
    assertEquals(live.replace("Smith Family", "network-1"), replayed.out());
    assertTrue(replayed.out().contains("85.255.112.36, which the policy refuses"));
  }

  @Test
  void a_network_named_like_a_word_of_the_answers_is_replaced_in_its_place() throws IOException {
    wifi = "name=open\nsecurity=open\n";
    String live = type("check", "--json").out();
    Typed recorded = record();
    assertEquals(1, recorded.err().lines().count(), recorded.err());
    assertTrue(Files.readString(file).contains("name=network-1\nsecurity=open\n"));
    Typed replayed = type("check", "--json", "--replay", file.toString());
    assertEquals(live.replace("name=open", "name=network-1"), replayed.out());
  }

  @Test
  void only_its_owner_may_read_it() throws IOException {
    record();
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void a_file_that_is_there_is_replaced_only_by_force() throws IOException {
    Files.writeString(file, "precious");
    Typed refused = record();
    assertEquals(Exit.CONFIGURATION, refused.exit());
    assertEquals("precious", Files.readString(file));
    assertEquals(Exit.SAFE, record("--force").exit());
    assertFalse(Files.readString(file).contains("precious"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void a_link_is_never_written_through() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "precious");
    Files.createSymbolicLink(file, precious);
    assertEquals(Exit.CONFIGURATION, record().exit());
    assertEquals(Exit.SAFE, record("--force").exit());
    assertEquals("precious", Files.readString(precious));
  }

  @Test
  void a_folder_that_is_not_there_is_said_in_one_line() {
    file = folder.resolve("none/recorded.txt");
    Typed refused = record();
    assertEquals(Exit.CONFIGURATION, refused.exit());
    assertEquals("porchlight: " + file + ": there is no such file\n", refused.err());
  }

  @Test
  void facts_are_printed_beside_a_recording_only_as_json() {
    assertTrue(record("--json").out().startsWith("{"));
  }
}
