package porchlight;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import porchlight.checks.Outcome;
import porchlight.facts.Fact;
import porchlight.gather.Gathering;
import porchlight.json.PolicyReader;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Recorded;
import porchlight.machine.Transcript;
import porchlight.policy.Policy;

/**
 * What a composed machine said, spoilt with dice that always fall alike: noise put into it, or cut
 * off as by a program that was ended.
 */
final class Spoilt {
  private static final Policy POLICY = PolicyReader.packed();
  private static final List<String> NOISE =
      List.of("\uFFFD", "\u0000", "\u001B[31m", "\u202E", "\uFFFD\n\uFFFD", "\u2028");

  /** By {@code kill -9}. */
  private static final int ENDED = 137;

  private Spoilt() {}

  /** So many spoilt forms of one answer; which verdicts got better goes into {@code better}. */
  static int each(
      Recorded recorded, String question, Answer.Said said, int forms, Set<String> better) {
    var transcript = new Transcript(recorded);
    Set<Fact> facts = asking(recorded, question);
    Map<String, Outcome> truth = outcomes(recorded, transcript, facts);
    var random = new Random(question.hashCode());
    for (int i = 0; i < forms; i++) {
      Answer spoilt = spoilt(said, random);
      outcomes(
              recorded,
              asked -> asked.text().equals(question) ? spoilt : transcript.ask(asked),
              facts)
          .forEach((check, outcome) -> {
            if (isBetter(outcome, truth.getOrDefault(check, Outcome.UNKNOWN))) {
              better.add(check + " " + outcome + " by " + question + " " + spoilt);
            }
          });
    }
    return forms;
  }

  private static boolean isBetter(Outcome spoilt, Outcome truth) {
    return switch (truth) {
      case FAIL -> spoilt == Outcome.PASS || spoilt == Outcome.NOT_APPLICABLE;
      case UNKNOWN -> spoilt == Outcome.PASS;
      case PASS, NOT_APPLICABLE -> false;
    };
  }

  /** Where it is spoilt may be anywhere; a digit for a digit would be another truth. */
  private static Answer spoilt(Answer.Said said, Random random) {
    boolean error = said.text().isEmpty();
    String text = error ? said.error() : said.text();
    int at = random.nextInt(text.length());
    if (random.nextInt(3) == 0) {
      String cut = text.substring(0, at);
      return error ? new Answer.Said(ENDED, "", cut) : new Answer.Said(ENDED, cut, said.error());
    }
    int until = random.nextBoolean() ? at : at + 1;
    String noisy =
        text.substring(0, at) + NOISE.get(random.nextInt(NOISE.size())) + text.substring(until);
    return error
        ? new Answer.Said(said.code(), "", noisy)
        : new Answer.Said(said.code(), noisy, said.error());
  }

  private static Set<Fact> asking(Recorded recorded, String question) {
    var transcript = new Transcript(recorded);
    var found = EnumSet.noneOf(Fact.class);
    for (Fact fact : POLICY.needs()) {
      var asked = java.util.concurrent.ConcurrentHashMap.<String>newKeySet();
      new Gathering(EnumSet.of(fact), Gathering.USUAL_LIMIT, one -> {})
          .gather(
              OperatingSystem.gatherer(
                  recorded.system(),
                  one -> {
                    asked.add(one.text());
                    return transcript.ask(one);
                  }),
              recorded.at());
      if (asked.contains(question)) {
        found.add(fact);
      }
    }
    return found;
  }

  private static Map<String, Outcome> outcomes(
      Recorded recorded, Machine machine, Set<Fact> wanted) {
    var facts =
        new Gathering(wanted, Gathering.USUAL_LIMIT, one -> {})
            .gather(OperatingSystem.gatherer(recorded.system(), machine), recorded.at());
    var outcomes = new HashMap<String, Outcome>();
    POLICY
        .judge(facts)
        .findings()
        .forEach(finding -> {
          String because = finding.verdict().because();
          assertFalse(because.contains("our own mistake"), because);
          outcomes.put(finding.check(), finding.verdict().outcome());
        });
    return outcomes;
  }
}
