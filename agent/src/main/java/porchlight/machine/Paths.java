package porchlight.machine;

/** What may stand in a question's path. */
final class Paths {
  private Paths() {}

  static void requireAbsolute(String path) {
    if (!path.startsWith("/") && !path.matches("[A-Za-z]:\\\\.*")) {
      throw new IllegalArgumentException("not absolute: " + path);
    }
    if (path.chars().anyMatch(c -> c < ' ') || path.contains("/../") || path.endsWith("/..")) {
      throw new IllegalArgumentException("not a plain path: " + path);
    }
  }

  /** A file name that came from outside: no separator, not a way up, no control character. */
  static String requireName(String name) {
    if (name.isEmpty()
        || name.equals(".")
        || name.equals("..")
        || name.chars().anyMatch(c -> c == '/' || c == '\\' || c < ' ')) {
      throw new IllegalArgumentException("not a file name: " + name);
    }
    return name;
  }

  /** A path below some folder: names with a slash between them. */
  static void requireInside(String path) {
    for (String name : path.split("/", -1)) {
      requireName(name);
    }
  }
}
