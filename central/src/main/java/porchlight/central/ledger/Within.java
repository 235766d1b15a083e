package porchlight.central.ledger;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import porchlight.central.people.Viewer;

/**
 * What a viewer may see, as a condition for a statement: {@code and} is appended to its {@code
 * where}, and its value comes after the statement's own.
 */
record Within(String and, List<String> values) {
  /** Everything: for statements that no viewer asks for. */
  static final Within ALL = new Within("", List.of());

  /** The rows whose {@code column}, an organisation's id, this viewer sees. */
  static Within of(Viewer viewer, String column) {
    return viewer
        .only()
        .map(organisation -> new Within(" and " + column + " = ?", List.of(organisation)))
        .orElse(ALL);
  }

  /** The values of a statement that ends with this condition. */
  @Nullable Object[] after(@Nullable Object... own) {
    @Nullable Object[] all = Arrays.copyOf(own, own.length + values.size());
    for (int i = 0; i < values.size(); i++) {
      all[own.length + i] = values.get(i);
    }
    return all;
  }
}
