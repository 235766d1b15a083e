package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Hosts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;

/**
 * The hosts file sends no name of the internet to an address of its own.
 *
 * @param allowed names that it may, each with all names below it
 */
public record HostsFile(List<String> allowed) implements Check {
  private static final int SHOWN = 20;

  public HostsFile {
    allowed = List.copyOf(allowed);
  }

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.HOSTS);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.hosts()) {
      case Unknown<Hosts> unknown -> Verdict.unknown(unknown);
      case Known<Hosts>(var hosts) when !hosts.isAsked() ->
          Verdict.notApplicable("no hosts file is asked for names");
      case Known<Hosts>(var hosts) when hosts.isMoved() ->
          Verdict.fail("the system is told to use another hosts file than its own");
      case Known<Hosts>(var hosts) -> judge(hosts).withAll(blocked(hosts.blocked()));
    };
  }

  private Verdict judge(Hosts hosts) {
    var others = hosts.pointed().stream().filter(entry -> !isAllowed(entry.name())).toList();
    if (others.isEmpty()) {
      return Verdict.pass("the hosts file sends no name of the internet elsewhere");
    }
    var evidence = new ArrayList<Evidence>();
    others.stream()
        .limit(SHOWN)
        .forEach(
            entry -> evidence.add(Evidence.of("entry", entry.name() + " → " + entry.address())));
    if (others.size() > SHOWN) {
      evidence.add(Evidence.of("entry", "and " + (others.size() - SHOWN) + " more"));
    }
    return Verdict.fail(
            others.size() == 1
                ? "the hosts file gives 1 name of the internet an address of its own"
                : "the hosts file gives "
                    + others.size()
                    + " names of the internet addresses of its own")
        .withAll(evidence);
  }

  private boolean isAllowed(String name) {
    return allowed.stream().anyMatch(one -> name.equals(one) || name.endsWith("." + one));
  }

  private static List<Evidence> blocked(int count) {
    return count == 0 ? List.of() : List.of(Evidence.of("blocked names", String.valueOf(count)));
  }
}
