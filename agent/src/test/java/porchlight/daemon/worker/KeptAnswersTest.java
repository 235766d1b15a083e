package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Dns;
import porchlight.facts.Facts;
import porchlight.facts.Portal;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.SampleFacts;
import porchlight.gather.First;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Probe;

class KeptAnswersTest {
  private static final Probe PROBE = new Probe.Connect("192.0.2.1", 80, 100);
  private static final Facts GOOD = new SampleFacts().build();

  @TempDir Path folder;
  private int asked;
  private Instant now = SampleFacts.AT;
  private String resolver = "192.0.2.1";

  private final Machine machine =
      question -> {
        asked++;
        return new Answer.Said(0, "answer " + asked + "\n");
      };

  /** A cycle: what it heard, and of when that was. */
  private String cycle(Facts facts) throws IOException {
    var kept = new KeptAnswers(machine, Probes.USUAL, folder);
    Facts sample = new SampleFacts().build();
    var dns = new Dns(List.of(new Dns.Resolver(resolver, "", Dns.Transport.PLAIN)), "test");
    Instant asOf =
        kept.begin(
            new First(
                now,
                Probes.USUAL,
                Reading.known(dns),
                sample.gateway(),
                sample.vpn(),
                sample.lan()));
    Answer answer = kept.ask(PROBE);
    kept.keep(facts);
    return ((Answer.Said) answer).text().strip() + " of " + Duration.between(SampleFacts.AT, asOf);
  }

  @Test
  void the_network_is_not_asked_again_at_the_same_place_within_the_interval() throws IOException {
    assertEquals("answer 1 of PT0S", cycle(GOOD));
    now = now.plus(Duration.ofMinutes(59));
    assertEquals("answer 1 of PT0S", cycle(GOOD));
    now = now.plus(Duration.ofMinutes(1));
    assertEquals("answer 2 of PT1H", cycle(GOOD));
    assertEquals(2, asked);
  }

  @Test
  void another_place_is_asked() throws IOException {
    cycle(GOOD);
    resolver = "192.0.2.2";
    assertEquals("answer 2 of PT0S", cycle(GOOD));
  }

  @Test
  void a_login_page_or_silence_is_looked_at_again() throws IOException {
    cycle(new SampleFacts().portal(new Portal.Seen.Sent()).build());
    assertEquals("answer 2 of PT0S", cycle(GOOD));
    assertEquals("answer 2 of PT0S", cycle(GOOD));
  }

  @Test
  void a_clock_that_went_back_or_a_damaged_file_asks_anew() throws IOException {
    cycle(GOOD);
    now = now.minusSeconds(1);
    assertEquals("answer 2 of PT-1S", cycle(GOOD));
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.writeString(file, "\u0000 garbage");
      }
    }
    assertEquals("answer 3 of PT-1S", cycle(GOOD));
  }

  @Test
  void what_is_no_probe_is_always_asked() {
    var kept = new KeptAnswers(machine, Probes.USUAL, folder);
    kept.ask(new porchlight.machine.Question.ReadFile("/etc/hosts"));
    kept.ask(new porchlight.machine.Question.ReadFile("/etc/hosts"));
    assertEquals(2, asked);
    assertTrue(!Files.exists(folder.resolve("network")));
  }
}
