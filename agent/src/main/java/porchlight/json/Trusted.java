package porchlight.json;

import java.util.List;

/**
 * What was pinned of a central at enrolment, and has only grown since.
 *
 * @param keys by which its policies are signed and its last words sealed
 * @param seals whether it seals them: then what is not sealed is not its word
 * @param floor the highest revision of its policy that was ever taken
 */
public record Trusted(List<Jwk> keys, boolean seals, long floor) {
  public Trusted {
    keys = List.copyOf(keys);
  }

  Trusted with(List<Jwk> others) {
    return new Trusted(others, seals, floor);
  }

  Trusted seen(long revision) {
    return new Trusted(keys, seals, Math.max(floor, revision));
  }
}
