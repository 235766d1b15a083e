package porchlight.machine;

import java.io.IOException;
import java.util.List;

/** What is said of the names in a folder. */
public final class Listing {
  private Listing() {}

  /** The names, sorted, one a line; a folder with more than so many is nobody's ordinary one. */
  public static Answer of(List<String> names, int most) {
    return names.size() > most
        ? new Answer.Failed("more than " + most + " names")
        : new Answer.Said(0, String.join("\n", names.stream().sorted().toList()));
  }

  /** Looks at what a path is. */
  @FunctionalInterface
  public interface Kinds {
    /** {@code file}, {@code folder}, {@code link}, {@code other} or {@code denied}, or empty. */
    String of(String path) throws IOException;
  }

  /** Those of the paths that there are, in their order, each after its kind. */
  public static Answer among(List<String> paths, Kinds kinds) throws IOException {
    var out = new StringBuilder();
    for (String path : paths) {
      String kind = kinds.of(path);
      if (!kind.isEmpty()) {
        out.append(kind).append(' ').append(path).append('\n');
      }
    }
    return new Answer.Said(0, out.toString());
  }
}
