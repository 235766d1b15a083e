package porchlight.central.views;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.ledger.Affected;
import porchlight.central.ledger.Overview;
import porchlight.central.ledger.Spread;
import porchlight.central.reports.Calm;
import porchlight.central.reports.Outcome;
import porchlight.central.reports.Word;

/** What does not pass anywhere, over all clients; and one check of it. */
public record ChecksPage(List<SpreadLine> lines) {
  /** Every check that fails or cannot tell somewhere, worst first. */
  public static ChecksPage of(Overview overview, Instant now) {
    return new ChecksPage(
        overview.checks().stream().map(spread -> SpreadLine.of(spread, now)).toList());
  }

  /** One check: on whom it does not pass. */
  public record One(
      String check, String title, String why, SpreadLine spread, List<Line> lines, Paging paging) {
    /** How bad it is, in a sentence. */
    public String headline() {
      return spread.devices() == 0
          ? "It is not known to fail anywhere."
          : "It fails on " + spread.laptops() + " of " + spread.clients() + ".";
    }
  }

  /** A laptop on which it does not pass. */
  public record Line(
      SeenLine seen, boolean failed, String severity, String because, Moment since) {}

  /** A check over all clients; empty when it passes everywhere and nobody knows it. */
  public static Optional<One> one(
      Overview overview, String check, int page, Instant now, Instant counted) {
    CheckPage known = CheckPage.of(check);
    Optional<Spread> spread =
        overview.checks().stream().filter(one -> one.check().equals(check)).findFirst();
    if (spread.isEmpty() && known.sections().isEmpty()) {
      return Optional.empty();
    }
    SpreadLine line =
        spread
            .map(one -> SpreadLine.of(one, now))
            .orElse(
                new SpreadLine(
                    check, known.title(), "info", 0, 0, "0 clients", Moment.of(now, now)));
    Paging paging = Paging.of(page, line.devices() + line.blind(), "/checks/" + check + "?page=");
    return Optional.of(
        new One(
            check,
            known.title(),
            known.why(),
            line,
            overview.affected(check, paging.perPage(), paging.from()).stream()
                .map(affected -> line(affected, now, counted))
                .toList(),
            paging));
  }

  private static Line line(Affected affected, Instant now, Instant counted) {
    return new Line(
        SeenLine.of(affected.seen(), now, counted),
        affected.outcome() == Outcome.FAIL,
        Word.of(affected.severity()),
        Calm.text(affected.because()),
        Moment.of(affected.since(), now));
  }
}
