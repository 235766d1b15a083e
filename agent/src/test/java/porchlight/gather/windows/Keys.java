package porchlight.gather.windows;

import porchlight.machine.ReadRegistry;

/** What the registry says of keys, as tests write it. */
public final class Keys {
  private Keys() {}

  /** That there is no such key. */
  public static String absent(ReadRegistry question) {
    String key = question.key();
    int any = key.indexOf("\\*");
    return header(any < 0 ? key : key.substring(0, any)) + "absent\n";
  }

  /** The line above the values of a key. */
  public static String header(String key) {
    return "["
        + key.replaceFirst("^HKLM\\b", "HKEY_LOCAL_MACHINE").replaceFirst("^HKU\\b", "HKEY_USERS")
        + "]\n";
  }

  /** A key and lines below it. */
  public static String with(String key, String... lines) {
    return header(key) + String.join("\n", lines) + (lines.length == 0 ? "" : "\n");
  }
}
