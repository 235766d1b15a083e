package porchlight.central.intake;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request as it came in, and from which address; the body is read by whoever knows how much of it
 * is allowed.
 */
public record Incoming(
    String method,
    String path,
    String address,
    Function<String, List<String>> headers,
    InputStream body) {

  /** The value of a header; throws Refused when it came more than once. */
  Optional<String> header(String name) throws Refused {
    List<String> values = headers.apply(name);
    if (values.size() > 1) {
      throw new Refused(Code.MALFORMED, "the header " + name + " came " + values.size() + " times");
    }
    return values.stream().map(String::strip).findFirst();
  }

  /** The value of a header that has to be there. */
  String needed(String name) throws Refused {
    return header(name)
        .orElseThrow(() -> new Refused(Code.MALFORMED, "the header " + name + " is missing"));
  }
}
