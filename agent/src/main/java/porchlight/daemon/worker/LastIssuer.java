package porchlight.daemon.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import porchlight.uplink.Durable;
import porchlight.uplink.StateFolder;
import porchlight.uplink.road.Road;

/**
 * Who vouched for central when it was last spoken to, when that was no public authority: told by
 * the next report, for central to compare with its own.
 */
final class LastIssuer {
  private static final int LONGEST = 200;

  private LastIssuer() {}

  static Optional<String> of(StateFolder state) throws IOException {
    return Durable.read(state.issuer())
        .map(text -> text.replaceAll("\\p{Cntrl}+", " ").strip())
        .filter(text -> !text.isEmpty())
        .map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST));
  }

  static void note(StateFolder state, Road road) throws IOException {
    if (!road.hasSeen() || road.privateIssuer().equals(of(state))) {
      return;
    }
    if (road.privateIssuer().isPresent()) {
      Durable.write(state.issuer(), road.privateIssuer().get() + "\n");
    } else {
      Files.deleteIfExists(state.issuer());
    }
  }
}
