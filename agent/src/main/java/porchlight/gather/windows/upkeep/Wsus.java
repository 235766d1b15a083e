package porchlight.gather.windows.upkeep;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of a server of updates that an organisation has its own laptops ask. */
final class Wsus {
  private static final Pattern ITSELF =
      Pattern.compile(
          "https?://(?:[^/@]*@)?(?:localhost|127\\.[0-9.]+|0\\.0\\.0\\.0|\\[::1?])\\.?(?:[:/].*)?");

  private Wsus() {}

  /** Why nobody should have updates from there; nothing where it is another, over https. */
  static Optional<String> gap(String url) {
    String address = url.strip().toLowerCase(Locale.ROOT);
    if (ITSELF.matcher(address).matches()) {
      return Optional.of("updates are looked for on this very machine (WSUS), not on a server");
    }
    return address.startsWith("https://")
        ? Optional.empty()
        : Optional.of("updates come over plain http, where anybody on the way can answer (WSUS)");
  }
}
