package porchlight.central.json;

import com.networknt.schema.Error;
import java.util.Comparator;
import java.util.List;

/** Picks, of all that a schema has to say, the one sentence that helps. */
final class SchemaErrors {
  private SchemaErrors() {}

  /** The deepest error that is not the mere echo of another branch, with its path. */
  static String worst(List<Error> errors) {
    Error deepest =
        errors.stream()
            .filter(error -> !error.getKeyword().equals("oneOf"))
            .filter(error -> !error.getKeyword().equals("unevaluatedProperties"))
            .max(Comparator.comparingInt(SchemaErrors::depth))
            .orElseGet(errors::getFirst);
    return deepest.getInstanceLocation() + ": " + deepest.getMessage();
  }

  private static int depth(Error error) {
    return error.getInstanceLocation().getNameCount();
  }
}
