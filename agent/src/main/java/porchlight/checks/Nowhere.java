package porchlight.checks;

import porchlight.facts.Facts;
import porchlight.facts.Gateway;
import porchlight.facts.Reading.Known;

/** A laptop that has no way out: what is asked of a network does not apply to it. */
interface Nowhere {
  static boolean is(Facts facts) {
    return facts.gateway() instanceof Known<Gateway>(Gateway(var hops)) && hops.isEmpty();
  }

  static Verdict verdict() {
    return Verdict.notApplicable("this laptop is on no network");
  }
}
