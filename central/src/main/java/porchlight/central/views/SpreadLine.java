package porchlight.central.views;

import java.time.Instant;
import porchlight.central.ledger.Spread;
import porchlight.central.reports.Word;

/**
 * A check that does not pass: on how many laptops of how many clients, and since when the newest.
 */
public record SpreadLine(
    String check,
    String title,
    String severity,
    int devices,
    int blind,
    String clients,
    Moment newest) {

  static SpreadLine of(Spread spread, Instant now) {
    return new SpreadLine(
        spread.check(),
        CheckPage.of(spread.check()).title(),
        Word.of(spread.severity()),
        spread.devices(),
        spread.blind(),
        Counted.of(spread.organisations(), "client"),
        Moment.of(spread.newest(), now));
  }

  /** Where its page is. */
  public String href() {
    return "/checks/" + check;
  }

  /** On how many laptops it fails. */
  public String laptops() {
    return Counted.of(devices, "laptop");
  }
}
