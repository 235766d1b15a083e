package porchlight.cli;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.json.PolicyReader;

/** What the packed policy makes of facts, and which of them are known; without any evidence. */
record Judged(List<String> lines) {

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
              + verdict.because());
    }
    for (Fact fact : Fact.values()) {
      lines.add(fact.word() + " " + (facts.reading(fact) instanceof Known));
    }
    return new Judged(List.copyOf(lines));
  }
}
