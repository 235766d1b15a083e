package porchlight.uplink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.json.Identity;

/**
 * The key files. The identity names the key that counts, wherever it lies: a new key is on the disk
 * before it is sent, and becomes the device's in the instant in which the identity names it. So
 * there is one that works whenever the power goes.
 */
final class Keys {
  /** For the same device. */
  static final String ROTATED = "rotate";

  /** For another device: at another central, or after this one was dismissed. */
  static final String MOVED = "next";

  /** For the device that a copied disk becomes. */
  static final String CLONED = "clone";

  /** The one before, until the new one has been used. */
  static final String BEFORE = "before";

  private Keys() {}

  /** The key of that id. */
  static Optional<DeviceKey> named(StateFolder state, String id) throws IOException {
    for (Path file : files(state)) {
      var key = DeviceKey.load(file).filter(held -> held.id().equals(id));
      if (key.isPresent()) {
        return key;
      }
    }
    return Optional.empty();
  }

  /** The key in that file, made where there is none: the same at each try. */
  static DeviceKey in(Path file, SecureRandom random) throws IOException {
    var known = DeviceKey.load(file);
    if (known.isPresent()) {
      return known.get();
    }
    var made = DeviceKey.make(random);
    made.save(file);
    return made;
  }

  /** Has the key of that id in the usual file, and its old place empty. */
  static void settle(StateFolder state, String id) throws IOException {
    if (DeviceKey.load(state.key()).filter(held -> held.id().equals(id)).isPresent()) {
      return;
    }
    for (Path file : files(state)) {
      if (!file.equals(state.key(BEFORE))
          && DeviceKey.load(file).filter(held -> held.id().equals(id)).isPresent()) {
        keepBefore(state);
        Files.move(
            file, state.key(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Durable.settle(state.path());
        return;
      }
    }
  }

  /** The key of that id is proven: the other one, of before or after, is not needed any more. */
  static void only(StateFolder state, String id) throws IOException {
    Path before = state.key(BEFORE);
    if (DeviceKey.load(before).filter(held -> held.id().equals(id)).isPresent()) {
      Files.move(
          before, state.key(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Durable.settle(state.path());
    } else {
      Files.deleteIfExists(before);
    }
  }

  /** What is about to be replaced is still needed where the identity before names it. */
  private static void keepBefore(StateFolder state) throws IOException {
    var held = DeviceKey.load(state.key());
    var before = Durable.read(state.before()).flatMap(Identity::of).map(Identity::keyId);
    if (held.isPresent() && before.equals(held.map(DeviceKey::id))) {
      Files.move(
          state.key(),
          state.key(BEFORE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Forgets a key that was made and never became the device's. */
  static void forget(StateFolder state, String purpose) throws IOException {
    Files.deleteIfExists(state.key(purpose));
  }

  private static List<Path> files(StateFolder state) {
    var files = new ArrayList<Path>(List.of(state.key()));
    for (String purpose : List.of(ROTATED, MOVED, CLONED, BEFORE)) {
      files.add(state.key(purpose));
    }
    return files;
  }
}
