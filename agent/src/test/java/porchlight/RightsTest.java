package porchlight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Right;
import porchlight.gather.Gathering;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Recorded;
import porchlight.machine.Transcript;
import porchlight.machine.TranscriptText;

/** What is said of the rights that a fact needs, held to machines that deny them. */
class RightsTest {
  /** What the kernel, or the mode of the file, keeps for root. */
  private static final List<Pattern> ROOT_ONLY =
      List.of(
          Pattern.compile("\\$ nft .*"),
          Pattern.compile("\\$ ip6?tables.*"),
          Pattern.compile("\\$ wpa_cli .*"),
          Pattern.compile("\\? (list|settings) /(etc|run)/NetworkManager/system-connections.*"),
          Pattern.compile("\\? (list|settings) /etc/wpa_supplicant.*"),
          Pattern.compile("\\? (list|settings) /run/netplan.*"),
          Pattern.compile("\\? (list|settings) /var/lib/(iwd|connman).*"),
          Pattern.compile("\\? read /run/dconf/user/.*"),
          Pattern.compile("\\? (dconf|settings) .*/\\.?config/.*"),
          Pattern.compile("\\? (dconf|settings) .* \\.config/.*"));

  private static final Path PAGE = Path.of("../config/facts.md");

  private static Right right(Fact fact) {
    return right("linux", fact);
  }

  private static Right right(String system, Fact fact) {
    return OperatingSystem.gatherer(system, question -> new Answer.Missing()).right(fact);
  }

  private static Facts facts(Recorded recorded, Machine machine) {
    return new Gathering(EnumSet.allOf(Fact.class), Gathering.USUAL_LIMIT, fact -> {})
        .gather(OperatingSystem.gatherer(recorded.system(), machine), recorded.at());
  }

  private static Answer denied(Machine machine, Question question) {
    return ROOT_ONLY.stream().anyMatch(one -> one.matcher(question.text()).matches())
        ? new Answer.Denied()
        : machine.ask(question);
  }

  private static Optional<Reason> reason(Facts facts, Fact fact) {
    return facts.reading(fact) instanceof Reading.Unknown<?>(var reason, var detail)
        ? Optional.of(reason)
        : Optional.empty();
  }

  private static List<Recorded> machines() throws Exception {
    var all = new ArrayList<Recorded>();
    for (Path machine : MachinesTest.machines()) {
      Recorded recorded = TranscriptText.read(Files.readString(machine));
      if (recorded.system().equals("linux")) {
        all.add(recorded);
      }
    }
    assertTrue(all.size() >= 2, "only " + all.size());
    return all;
  }

  @Test
  void what_is_read_as_a_user_is_the_same_when_everything_of_roots_is_denied() throws Exception {
    for (Recorded recorded : machines()) {
      var transcript = new Transcript(recorded);
      Facts all = facts(recorded, transcript);
      Facts some = facts(recorded, question -> denied(transcript, question));
      for (Fact fact : Fact.values()) {
        switch (right(fact).need()) {
          case USER -> assertEquals(all.reading(fact), some.reading(fact), fact.word());
          case ROOT -> assertTrue(reason(some, fact).isPresent(), fact.word());
          case PARTLY, NOT_READ -> {}
        }
      }
    }
  }

  @Test
  void only_what_needs_root_was_denied_to_a_real_user() throws Exception {
    int denied = 0;
    for (Recorded recorded : machines()) {
      Facts facts = facts(recorded, new Transcript(recorded));
      for (Fact fact : Fact.values()) {
        if (reason(facts, fact).equals(Optional.of(Reason.NEEDS_PRIVILEGE))) {
          assertTrue(right(fact).need() != Right.Need.USER, fact.word());
          denied++;
        }
      }
    }
    assertTrue(denied >= 1, "nothing was denied to anybody");
  }

  @Test
  void each_fact_says_what_it_needs_and_the_page_says_the_same() throws Exception {
    String page = Files.readString(PAGE);
    for (Fact fact : Fact.values()) {
      String row = "| `" + fact.word() + "`";
      for (String system : List.of("linux", "macos", "windows")) {
        Right right = right(system, fact);
        boolean whole = right.need() == Right.Need.USER;
        assertTrue(!whole || right.part().isEmpty(), fact.word());
        row +=
            " | "
                + right.need().words(system)
                + (right.part().isEmpty() ? "" : ": " + right.part());
      }
      row += " |\n";
      assertTrue(page.contains(row), "config/facts.md lacks the line " + row);
    }
  }

  @Test
  void where_nothing_is_read_nothing_is_promised() {
    for (String system : List.of("macos", "windows", "beos")) {
      var gatherer = OperatingSystem.gatherer(system, question -> new Answer.Missing());
      if (gatherer instanceof porchlight.gather.Unread) {
        assertEquals(Right.notRead(), gatherer.right(Fact.FIREWALL));
      }
    }
  }
}
