package porchlight.central.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import porchlight.central.papers.Account;
import porchlight.central.papers.Proof;
import porchlight.central.people.Viewer;
import porchlight.central.views.Roster;

/** Documents to keep. */
final class Papers {
  private final Roster.Call roll;
  private final InstantSource clock;

  Papers(Roster.Call roll, InstantSource clock) {
    this.roll = roll;
    this.clock = clock;
  }

  void proof(Context ctx, Viewer viewer) throws IOException {
    Roster roster = roll.by(viewer);
    Optional<Roster.Group> group = roster.group(ctx.pathParam("organisation"));
    if (group.isEmpty()) {
      Problem.answer(ctx, 404, "not-found", "no such organisation");
      return;
    }
    Instant now = clock.instant();
    Account account = Account.of(roster, group.get(), now);
    ctx.contentType("application/pdf")
        .header("Content-Disposition", "attachment; filename=\"porchlight-proof.pdf\"")
        .result(Proof.of(account, now));
  }
}
