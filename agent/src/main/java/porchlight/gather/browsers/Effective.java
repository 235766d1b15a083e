package porchlight.gather.browsers;

import java.util.List;
import java.util.function.Function;
import porchlight.facts.Reading;
import porchlight.facts.Reason;

/**
 * What a yes-or-no setting of a browser comes to.
 *
 * @param by who decides: {@code a policy}, {@code a setting}, {@code an extension}, {@code the
 *     browser's default}
 */
public record Effective(boolean on, String by) {
  /** Words for who decides. */
  public static final String POLICY = "a policy";

  public static final String SETTING = "a setting";
  public static final String EXTENSION = "an extension";
  public static final String DEFAULT = "the browser's default";

  /** What several ways of looking at it agree on, because which of them holds is not known. */
  static Reading<Effective> agreed(List<Reading<Effective>> ways, String otherwise) {
    return agreed(ways, Effective::on, otherwise);
  }

  /** What of it they must agree on is up to {@code what}. */
  static <T> Reading<T> agreed(
      List<Reading<T>> ways, Function<T, ? extends Object> what, String otherwise) {
    Reading<T> first = ways.get(0);
    for (Reading<T> way : ways) {
      if (way instanceof Reading.Unknown) {
        return way;
      }
      if (!first.map(what).equals(way.map(what))) {
        return Reading.unknown(Reason.NOT_SUPPORTED, otherwise);
      }
    }
    return first;
  }
}
