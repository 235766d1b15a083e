package porchlight.central.views;

import java.util.Locale;
import porchlight.central.ledger.Said;
import porchlight.central.reports.Content;
import porchlight.central.reports.Word;

/** A device as one of its reports saw it. */
public record Look(Heard heard, Said said, Content content) {

  /** "UNSAFE", "CANNOT SAY". */
  String answer() {
    return Word.of(content.assessment().answer()).toUpperCase(Locale.ROOT).replace('-', ' ');
  }

  /** "report 7". */
  String report() {
    return "report " + said.sequence();
  }
}
