package porchlight.central.views;

import java.util.Optional;
import porchlight.central.json.ContentReader;
import porchlight.central.ledger.Said;
import porchlight.central.ledger.Which;

/** What came of asking for two looks, at one device or at two. */
public sealed interface Compared {
  /** Both are there. */
  record Done(Look before, Look after) implements Compared {}

  /** It was not understood what is asked for. */
  record Wrong(String why) implements Compared {}

  /** The devices are there, but one of the reports is not, or what it says is not known. */
  record Unknown(String why) implements Compared {}

  /** There is no such device, or none that the viewer sees. */
  record Nowhere() implements Compared {}

  /**
   * The looks that are asked for. Where nothing is said the later one is the newest; the earlier
   * one is what the same device said before that, or the newest of the one when there are two.
   */
  static Compared of(Roster now, Heard heard, Asked asked) {
    Optional<String> wrong = asked.wrong(now.now());
    if (wrong.isPresent()) {
      return new Wrong(wrong.get());
    }
    boolean two = !asked.other().isEmpty();
    Optional<Heard> other = two ? now.device(asked.other()) : Optional.of(heard);
    if (other.isEmpty()) {
      return new Nowhere();
    }
    Which last = new Which.Last();
    Side to = new Side("to", other.get(), which(asked.to(), now).orElse(last), now);
    Optional<Said> after = to.said();
    if (after.isEmpty()) {
      return new Unknown(to.missing());
    }
    Which otherwise = two ? last : new Which.Otherwise(after.get().sequence());
    Side from = new Side("from", heard, which(asked.from(), now).orElse(otherwise), now);
    Optional<Said> before = from.said();
    if (before.isEmpty()) {
      return new Unknown(from.missing());
    }
    Optional<Look> earlier = from.look(before.get());
    Optional<Look> later = to.look(after.get());
    if (earlier.isEmpty()) {
      return new Unknown(from.untold(before.get()));
    }
    return later.isEmpty()
        ? new Unknown(to.untold(after.get()))
        : new Done(earlier.get(), later.get());
  }

  private static Optional<Which> which(String word, Roster now) {
    return Asked.which(word, now.now());
  }

  /** One of the two, and which of its reports is asked for. */
  record Side(String field, Heard heard, Which which, Roster now) {
    private Optional<Said> said() {
      return now.overview().said(heard.device().id(), which);
    }

    private Optional<Look> look(Said said) {
      return said.content()
          .filter(content -> !isBeforeGap(said))
          .map(content -> new Look(heard, said, ContentReader.read(content)));
    }

    /** Whether a report that is not here may have said something else by then. */
    private boolean isBeforeGap(Said said) {
      return which instanceof Which.Before && said.gap();
    }

    private String missing() {
      return field
          + switch (which) {
            case Which.Numbered(long sequence) -> ": report " + sequence + " is not kept here";
            case Which.Before before -> ": no report from before then is kept here";
            case Which.Last last -> ": no report is kept here";
            case Which.Otherwise otherwise -> ": nothing else that it said is kept here";
          };
    }

    private String untold(Said said) {
      String report = field + ": report " + said.sequence();
      return isBeforeGap(said)
          ? report
              + " is followed by some that never came here or are kept no more, so what was"
              + " said by then is not known"
          : report
              + " repeats what never came here or is kept no more, so what it says is not known";
    }
  }
}
