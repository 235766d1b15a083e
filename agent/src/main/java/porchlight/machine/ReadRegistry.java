package porchlight.machine;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Values of registry keys, in the 64-bit view; {@code HKLM32\} is the other one. The answer is what
 * an export of the registry says ({@code .reg}): {@code [HKEY_LOCAL_MACHINE\SOFTWARE\…]} for every
 * key, then those of the named values that it has. Control characters are {@code \}{@code uXXXX}.
 * That a key is not there is told, never inferred: the line {@code absent} below its header; {@code
 * denied} says that it may not be read.
 *
 * <p>An element {@code *} stands for every subkey. Then the key before the first of them has a
 * header in any case, and below it every key that is there. {@code HKU\*} are the loaded hives of
 * people, each with a header as {@code user1} below {@code HKEY_USERS}.
 *
 * @param values names of values; {@code (default)} is the unnamed one; one that ends in {@code ?}
 *     is told as {@code "Name"=?}, because what it holds must not leave the registry; {@code *} is
 *     every value, rules of the firewall without their names and paths; of bytes, which are kept
 *     for connections, only the first 12, {@code NAME.ProxyServer} and {@code NAME.AutoConfigURL}
 *     beside them, and {@code connection1} for a name that is not Windows' own
 */
public record ReadRegistry(String key, List<String> values) implements WindowsQuestion {
  private static final Pattern KEY =
      Pattern.compile(
          "(?:HKLM|HKLM32|HKU\\\\(?:\\*|S-1-5-18))(?:\\\\[^\\\\*?\\p{Cntrl}]+|\\\\\\*)*");
  private static final Pattern VALUE = Pattern.compile("[^\\s,\\p{Cntrl}]+");

  public ReadRegistry {
    values = List.copyOf(values);
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not a key: " + key);
    }
    for (String value : values) {
      if (!VALUE.matcher(value).matches()) {
        throw new IllegalArgumentException("not the name of a value: " + value);
      }
    }
  }

  /** The same; with no value named, only which keys there are. */
  public ReadRegistry(String key, String... values) {
    this(key, List.of(values));
  }

  @Override
  public String text() {
    return "? registry " + key + " " + (values.isEmpty() ? "()" : String.join(",", values));
  }
}
