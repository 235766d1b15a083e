package porchlight.machine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Properties of all instances of a WMI class. The answer is what {@code wmic … /format:list} says:
 * {@code Name=value} lines, instances apart by an empty line, nothing for null, {@code {"a","b"}}
 * for an array, {@code TRUE} and {@code FALSE}, control characters as {@code \}{@code uXXXX}. No
 * instance is an empty answer; a namespace or class that is not there is {@link Answer.Missing};
 * any other refusal is {@link Answer.Failed} with its HRESULT.
 *
 * @param where a condition of WQL
 * @param context the value of {@code PolicyStore} in the context of the query
 */
public record ReadWmi(
    String namespace,
    String className,
    List<String> properties,
    Optional<String> where,
    Optional<String> context)
    implements WindowsQuestion {
  private static final Pattern NAMESPACE = Pattern.compile("ROOT(?:\\\\[A-Za-z0-9_]+)*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern WHERE = Pattern.compile("[A-Za-z0-9_ =<>'%.:()-]+");

  public ReadWmi {
    properties = List.copyOf(properties);
    if (!NAMESPACE.matcher(namespace).matches()
        || !NAME.matcher(className).matches()
        || properties.isEmpty()
        || !properties.stream().allMatch(name -> NAME.matcher(name).matches())
        || !where.map(condition -> WHERE.matcher(condition).matches()).orElse(true)
        || !context.map(store -> NAME.matcher(store).matches()).orElse(true)) {
      throw new IllegalArgumentException("not a plain query: " + className);
    }
  }

  /** Of all instances. */
  public ReadWmi(String namespace, String className, List<String> properties) {
    this(namespace, className, properties, Optional.empty(), Optional.empty());
  }

  /** Of those instances only. */
  public ReadWmi where(String condition) {
    return new ReadWmi(namespace, className, properties, Optional.of(condition), context);
  }

  /** From that store of a firewall's or resolver's policy, such as {@code ActiveStore}. */
  public ReadWmi in(String store) {
    return new ReadWmi(namespace, className, properties, where, Optional.of(store));
  }

  @Override
  public String text() {
    return "? wmi "
        + namespace
        + " "
        + className
        + " "
        + String.join(",", properties)
        + where.map(condition -> " where " + condition).orElse("")
        + context.map(store -> " in " + store).orElse("");
  }
}
