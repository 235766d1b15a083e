package porchlight.central.settings;

import java.net.URI;
import java.util.Map;

/**
 * The sign-in of a company, by OpenID Connect.
 *
 * @param name what the button on the sign-in page calls it
 * @param back where it sends people back to, as it is registered there
 * @param claim the claim that says what somebody is
 * @param roles what a value of the claim makes of them: {@code admin}, {@code tech}, or {@code
 *     client:} and the name of an organisation
 */
public record Company(
    String name,
    URI issuer,
    String clientId,
    Secret secret,
    URI back,
    String claim,
    Map<String, String> roles) {
  /** What stands before the name of a client's organisation. */
  public static final String CLIENT = "client:";
}
