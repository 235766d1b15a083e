package porchlight.central.ledger;

import java.time.Instant;
import java.util.List;
import porchlight.central.reports.Answer;

/** Which devices are meant. */
public sealed interface Picked {
  /** Those of one organisation. */
  record OfOrganisation(String organisation) implements Picked {}

  /** Those that are heard, and of which central learned since then that this is their answer. */
  record Newly(Answer answer, Instant since) implements Picked {}

  /** Those that stand like this: silent, unsafe, … */
  record Like(String tone) implements Picked {}

  /** Those that are silent now and were not at that counted time. */
  record NewlySilent(Instant since) implements Picked {}

  /** Those that came back since that counted time from a silence that nobody had announced. */
  record Returned(Instant since) implements Picked {}

  /** Those that are at a place of an organisation now. */
  record AtPlace(String organisation, String place) implements Picked {}

  /** Those whose name, system or id has these words. */
  record Matching(List<String> words) implements Picked {
    /** A list that does not change. */
    public Matching {
      words = List.copyOf(words);
    }
  }
}
