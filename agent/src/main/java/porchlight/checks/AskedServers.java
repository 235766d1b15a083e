package porchlight.checks;

import java.util.function.Function;
import porchlight.facts.DnsAnswers;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;

/** What every judgment of name servers says where none could be asked. */
interface AskedServers {
  static Verdict judge(Facts facts, Function<DnsAnswers, Verdict> judgment) {
    return switch (facts.dnsAnswers()) {
      case Unknown<DnsAnswers> unknown
          when Nowhere.is(facts) && unknown.reason() != Reason.TURNED_OFF ->
          Nowhere.verdict();
      case Unknown<DnsAnswers> unknown -> Verdict.unknown(unknown);
      case Known<DnsAnswers>(var answers) when answers.servers().isEmpty() ->
          Verdict.notApplicable("no resolver is set");
      case Known<DnsAnswers>(var answers) -> judgment.apply(answers);
    };
  }
}
