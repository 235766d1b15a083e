package porchlight.central.web;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porchlight.central.intake.Clocks;
import porchlight.central.intake.Limits;
import porchlight.central.ledger.Ledger;
import porchlight.central.people.Viewer;
import porchlight.central.signing.SigningKey;
import porchlight.central.views.Roster;

/** A server that takes whoever names one of these words for that viewer. */
public final class Masks {
  private static final SigningKey KEY = SigningKey.parse(SigningKey.make(new SecureRandom()));

  private Masks() {}

  /** Over this ledger, on a port that is free. */
  public static WebServer over(Ledger ledger, InstantSource clock, Map<String, Viewer> viewers) {
    Clocks clocks = new Clocks(clock, clock);
    Limits limits = Limits.perMinute(1_000, 1_000, System::nanoTime);
    return Web.server(
        Web.door(ledger, clocks, Duration.ofMinutes(15), limits, new Sealing(List::of)),
        Roster.call(ledger, clock, clock),
        ledger,
        clock,
        List.of("desk"),
        () -> List.of(KEY),
        new Recogniser() {
          @Override
          public Optional<Viewer> viewer(Context ctx) {
            return Optional.ofNullable(viewers.get(String.valueOf(ctx.header("Mask"))));
          }

          @Override
          public boolean welcome(Context ctx, String offered) {
            return false;
          }
        },
        new Hosts(Set.of("127.0.0.1"), false));
  }
}
