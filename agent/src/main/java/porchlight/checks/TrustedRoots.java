package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.TrustedRoots.Root;

/**
 * Nobody can read what goes over TLS by a certificate authority that was added to the system's.
 *
 * @param allowed the names of those that may be there, each once: a name proves nothing, and a
 *     second of the same name is perhaps somebody else's
 */
public record TrustedRoots(List<String> allowed) implements Check {

  public TrustedRoots {
    allowed = List.copyOf(allowed);
  }

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.TRUSTED_ROOTS);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.trustedRoots()) {
      case Unknown<porchlight.facts.TrustedRoots> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.TrustedRoots>(var roots) -> judge(roots).withAll(seen(roots));
    };
  }

  private Verdict judge(porchlight.facts.TrustedRoots roots) {
    long strangers = roots.added().stream().filter(this::isStranger).count();
    if (strangers > 0) {
      return Verdict.fail(
          (strangers == 1
                  ? "one certificate authority was"
                  : strangers + " certificate authorities were")
              + " added to the system's that the policy does not name");
    }
    if (allowed.stream().anyMatch(name -> named(name, roots) > 1)) {
      return Verdict.fail(
          "more than one certificate authority was added to the system's under one name that the"
              + " policy allows");
    }
    return roots
        .unseen()
        .map(unseen -> Verdict.unknown(unseen.reason(), unseen.detail()))
        .orElseGet(() ->
            Verdict.pass(
                roots.added().isEmpty()
                    ? "no certificate authority was added to the system's"
                    : "only certificate authorities that the policy names were added"));
  }

  private boolean isStranger(Root root) {
    return allowed.stream().noneMatch(name -> name.equalsIgnoreCase(root.name()));
  }

  private static long named(String name, porchlight.facts.TrustedRoots roots) {
    return roots.added().stream().filter(root -> name.equalsIgnoreCase(root.name())).count();
  }

  /** Tools that make one for their user name it after that person. */
  private static List<Evidence> seen(porchlight.facts.TrustedRoots roots) {
    var seen = new ArrayList<Evidence>();
    for (Root root : roots.added()) {
      seen.add(Evidence.personal("authority", root.name() + " (" + root.where() + ")"));
    }
    roots.unseen().ifPresent(why -> seen.add(Evidence.of("not looked into", why.detail())));
    return seen;
  }
}
