package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.RouterExposure.Asked;
import porchlight.facts.RouterExposure.Router;
import porchlight.facts.RouterExposure.Seen;
import porchlight.facts.RouterExposure.Service;

/** The router takes no telnet, and opens no ports for whoever asks. */
public record RouterExposure() implements Check {

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.ROUTER_EXPOSURE);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.routerExposure()) {
      case Unknown<porchlight.facts.RouterExposure> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.RouterExposure>(var exposure) -> {
        if (exposure.asOf().isEmpty()) {
          yield Verdict.notApplicable("the policy does not have the router asked");
        }
        if (exposure.routers().isEmpty()) {
          yield Verdict.notApplicable("this laptop is on no network");
        }
        yield judge(exposure.routers())
            .withAll(evidence(exposure.routers()))
            .with(Evidence.momentary("as of", exposure.asOf().get().toString()));
      }
    };
  }

  private static Verdict judge(List<Router> routers) {
    var found = new ArrayList<String>();
    if (offers(routers, Service.TELNET)) {
      found.add("takes telnet, which anybody here can read along");
    }
    if (List.of(Service.values()).stream()
        .anyMatch(service -> service.opensPorts() && offers(routers, service))) {
      found.add("offers every device here to open ports from outside");
    }
    if (!found.isEmpty()) {
      return Verdict.fail("the router " + String.join(", and ", found));
    }
    for (Router router : routers) {
      for (Asked asked : router.asked()) {
        // SSH and pages are told, not judged.
        boolean judged = asked.service() == Service.TELNET || asked.service().opensPorts();
        if (judged && asked.seen() instanceof Seen.Silent(var reason, var detail)) {
          return Verdict.unknown(reason, asked.service().word() + ": " + detail);
        }
      }
    }
    return Verdict.pass("the router takes no telnet and does not open ports for who asks");
  }

  private static boolean offers(List<Router> routers, Service service) {
    return routers.stream()
        .flatMap(router -> router.asked().stream())
        .anyMatch(asked -> asked.service() == service && asked.seen() instanceof Seen.Open);
  }

  private static List<Evidence> evidence(List<Router> routers) {
    var all = new ArrayList<Evidence>();
    for (Router router : routers) {
      for (Asked asked : router.asked()) {
        String words =
            switch (asked.seen()) {
              case Seen.Open() -> "offered";
              case Seen.Closed() -> "not offered";
              case Seen.Silent(var reason, var detail) -> detail;
            };
        all.add(Evidence.of(asked.service().word(), router.address() + ", " + words));
      }
    }
    return all;
  }
}
