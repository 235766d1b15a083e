package porchlight.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reason;
import porchlight.json.PolicyReader;

/** What the packed policy makes of facts, and which of them are known; without any evidence. */
record Judged(List<String> lines) {

  /** The verdicts alone, in no words that hold an address. */
  static Judged outcomes(Facts facts) {
    var lines = new ArrayList<String>();
    for (var finding : PolicyReader.packed().judge(facts).findings()) {
      var verdict = finding.verdict();
      lines.add(finding.check() + " " + verdict.outcome() + " " + verdict.reason());
    }
    return new Judged(List.copyOf(lines));
  }

  static Judged of(Facts facts) {
    var lines = new ArrayList<String>();
    for (var finding : PolicyReader.packed().judge(facts).findings()) {
      var verdict = finding.verdict();
      lines.add(
          finding.check()
              + " "
              + verdict.outcome()
              + " "
              + verdict.reason()
              + " "
              // Of what was not looked at, a recording cannot know why.
              + (verdict.reason().equals(Optional.of(Reason.TURNED_OFF)) ? "" : verdict.because()));
    }
    for (Fact fact : Fact.values()) {
      lines.add(fact.word() + " " + (facts.reading(fact) instanceof Known));
    }
    return new Judged(List.copyOf(lines));
  }
}
