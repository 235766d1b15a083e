package porchlight.checks;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Management.DoesNotApply;
import porchlight.facts.Management.Enrolled;
import porchlight.facts.Management.NotEnrolled;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;

/**
 * This laptop is managed by those who should, and by nobody else.
 *
 * @param demanded whether it must be enrolled
 * @param servers the hosts of management servers that may manage it; none allows any
 */
public record Management(boolean demanded, List<String> servers) implements Check {

  public Management {
    servers = List.copyOf(servers);
  }

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.MANAGEMENT);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.management()) {
      case Unknown<porchlight.facts.Management> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.Management>(DoesNotApply(var because)) ->
          Verdict.notApplicable(because);
      case Known<porchlight.facts.Management>(NotEnrolled none) ->
          demanded
              ? Verdict.fail("the policy demands that this laptop is managed, and it is not")
              : Verdict.notApplicable("nobody manages this laptop, and this policy asks for none");
      case Known<porchlight.facts.Management>(Enrolled(var server, var approved)) ->
          judge(server)
              .with(Evidence.of("server", server.isEmpty() ? "not told" : server))
              .with(Evidence.of("approved", approved ? "yes" : "no"));
    };
  }

  private Verdict judge(String server) {
    if (servers.isEmpty()) {
      return Verdict.pass("this laptop is managed");
    }
    if (server.isEmpty()) {
      return Verdict.unknown(
          Reason.NOT_UNDERSTOOD, "this laptop is managed, but by which server is not told");
    }
    return servers.contains(server.toLowerCase(Locale.ROOT))
        ? Verdict.pass("this laptop is managed by a server that the policy names")
        : Verdict.fail("this laptop is managed by a server that the policy does not name");
  }
}
