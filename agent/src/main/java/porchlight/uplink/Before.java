package porchlight.uplink;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import porchlight.json.Identity;
import porchlight.uplink.Enrolment.Member;

/**
 * Who this device was before it changed its key or its name. Kept, with its key, until central has
 * taken a report from the new one: should central not know that, the old one still holds.
 */
public final class Before {
  private Before() {}

  /** Keeps it; to be done before the identity is another. */
  static void keep(StateFolder state, Identity identity) throws IOException {
    Durable.write(state.before(), identity.text());
  }

  static Optional<Identity> of(StateFolder state) throws IOException {
    return Durable.read(state.before()).flatMap(Identity::of);
  }

  /** Central has heard the new one. */
  public static void proven(StateFolder state) throws IOException {
    if (Files.exists(state.before())) {
      var identity = Durable.read(state.identity()).flatMap(Identity::of);
      if (identity.isPresent()) {
        Keys.only(state, identity.get().keyId());
        Files.deleteIfExists(state.before());
      }
    }
  }

  /** Goes back to it, and keeps the other: each may be the one that central knows. */
  public static Optional<Member> back(StateFolder state) throws IOException {
    var before = of(state);
    var now = Durable.read(state.identity()).flatMap(Identity::of);
    if (before.isEmpty() || now.isEmpty() || before.get().keyId().equals(now.get().keyId())) {
      return Optional.empty();
    }
    var key = Keys.named(state, before.get().keyId());
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Durable.write(state.identity(), before.get().text());
    Durable.write(state.before(), now.get().text());
    Keys.settle(state, before.get().keyId());
    return Enrolment.current(state);
  }
}
