package porchlight.gather.linux.wifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Wifi;
import porchlight.facts.Wifi.Joined;
import porchlight.facts.Wifi.NotInUse;
import porchlight.facts.Wifi.Security;
import porchlight.gather.Broken;
import porchlight.gather.linux.Captures;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Recorded;
import porchlight.machine.Transcript;
import porchlight.machine.TranscriptText;

/** What the virtual laptops of {@code src/test/radio} recorded on hostapd's networks. */
class RadioTest {
  /** In every way, or with nothing said at all. */
  private static final List<Answer> BROKEN =
      Stream.concat(Broken.WAYS.stream(), Stream.of(new Answer.Said(0, "", ""))).toList();

  /** A recording and the words that are true of it. */
  private record Scene(String file, Set<String> truth) {
    Recorded recorded() {
      try {
        return TranscriptText.read(Captures.text(file));
      } catch (TranscriptText.NotATranscript wrong) {
        throw new AssertionError(file, wrong);
      }
    }

    /** Whether a pass would be false. */
    boolean isWeak() {
      return truth.stream()
          .noneMatch(word ->
              List.of(Security.values()).stream()
                  .anyMatch(one -> one.word().equals(word) && one.atLeast(Security.OWE)));
    }
  }

  private static List<Scene> scenes() {
    return Captures.text("PROVENANCE.tsv")
        .lines()
        .map(line -> line.split("\t", -1))
        .filter(cells -> cells[0].startsWith("radio/"))
        .map(cells -> new Scene(cells[0], Set.of(cells[3].split(" or "))))
        .toList();
  }

  private static String word(Reading<Wifi> reading) {
    return switch (reading) {
      case Known<Wifi>(Joined joined) -> joined.security().word();
      case Known<Wifi>(NotInUse none) -> "not-in-use";
      case Unknown<Wifi> unknown -> "unknown";
    };
  }

  private static boolean isGood(Reading<Wifi> reading) {
    return reading instanceof Known<Wifi>(Joined joined) && joined.security().atLeast(Security.OWE);
  }

  @Test
  void every_scene_is_read_as_it_was() {
    for (Scene scene : scenes()) {
      String said = word(LinuxWifi.read(new Transcript(scene.recorded())));
      assertTrue(scene.truth.contains(said), scene + " was read as " + said);
    }
  }

  @Test
  void every_kind_of_network_was_met_by_every_way_to_join_it() {
    var met = new TreeSet<String>();
    var files = new TreeSet<String>();
    for (Scene scene : scenes()) {
      met.addAll(scene.truth);
      files.add(scene.file);
    }
    for (Security security : Security.values()) {
      assertTrue(met.contains(security.word()), security + " is missing");
    }
    assertEquals(files, new TreeSet<>(Captures.matching("radio/**")));
  }

  @Test
  void no_broken_source_makes_a_weak_network_good_or_a_good_one_open() {
    var wrong = new ArrayList<String>();
    int broken = 0;
    for (Scene scene : scenes()) {
      Recorded recorded = scene.recorded();
      for (String question :
          recorded.exchanges().stream().map(Recorded.Exchange::question).distinct().toList()) {
        for (Answer answer : BROKEN) {
          var transcript = new Transcript(recorded);
          Machine machine = asked -> asked.text().equals(question) ? answer : transcript.ask(asked);
          Reading<Wifi> reading = LinuxWifi.read(machine);
          boolean isFalse =
              (scene.isWeak() && isGood(reading))
                  || (!scene.truth.contains("open") && word(reading).equals("open"));
          if (isFalse) {
            wrong.add(scene.file + ": " + word(reading) + " when " + question + " says " + answer);
          }
          broken++;
        }
      }
    }
    assertTrue(broken > 1000, "only " + broken + " ways were tried");
    assertEquals("", String.join("\n", wrong));
  }
}
