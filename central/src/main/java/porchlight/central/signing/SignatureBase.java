package porchlight.central.signing;

import java.util.List;
import java.util.function.Function;

/** The text that a signature is made over (RFC 9421 §2.5). */
public final class SignatureBase {
  private SignatureBase() {}

  /** One line per component with its value, and the parameters as the last. */
  public static String of(
      List<String> components, Function<String, String> valueOf, String parameters) {
    StringBuilder base = new StringBuilder();
    for (String component : components) {
      base.append('"').append(component).append("\": ");
      base.append(valueOf.apply(component)).append('\n');
    }
    return base.append("\"@signature-params\": ").append(parameters).toString();
  }
}
