package porchlight.daemon.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;
import porchlight.facts.Facts;
import porchlight.facts.Lan;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Remembered;
import porchlight.gather.Answers;
import porchlight.gather.Memory;
import porchlight.places.KnownGateways;
import porchlight.places.Secret;
import porchlight.uplink.Durable;
import porchlight.uplink.StateFolder;

/** The gateways of earlier looks, in the agent's own folder: everybody reads, a cycle writes. */
public final class GatewayMemory {
  private static final int LONGEST = 1 << 20;

  private GatewayMemory() {}

  /** What is remembered in that folder. */
  public static Memory in(Path stateFolder) {
    var state = new StateFolder(stateFolder);
    return (lan, wifi) ->
        lan instanceof Known<Lan>(var known)
            ? both(state)
                .map(both ->
                    both.secret
                        .map(secret -> both.gateways.recall(known, wifi, secret))
                        .orElse(Remembered.NOTHING))
            : Reading.known(Remembered.NOTHING);
  }

  /** Remembers these facts, too. */
  static void learn(StateFolder state, Facts facts, RandomGenerator random) throws IOException {
    if (!(facts.lan() instanceof Known<Lan>(var lan)) || lan.attachments().isEmpty()) {
      return;
    }
    Both both =
        switch (both(state)) {
          case Known<Both>(var known) -> known;
          // What is damaged was told by this cycle; the next one begins anew.
          case Unknown<Both> unknown -> new Both(KnownGateways.NONE, Optional.empty());
        };
    KnownGateways before = both.secret.isPresent() ? both.gateways : KnownGateways.NONE;
    Secret secret = both.secret.isPresent() ? both.secret.get() : make(state, random);
    KnownGateways after = before.learn(lan, facts.wifi(), secret, facts.at());
    if (!after.equals(both.gateways)) {
      Durable.write(state.gateways(), after.text());
    }
  }

  private record Both(KnownGateways gateways, Optional<Secret> secret) {}

  private static Reading<Both> both(StateFolder state) {
    try {
      var gateways = text(state.gateways());
      var key = text(state.gatewaysKey());
      var read = KnownGateways.of(gateways.orElse(""));
      var secret = key.flatMap(Secret::of);
      boolean isDamaged = read.isEmpty() || (key.isPresent() && secret.isEmpty());
      return isDamaged
          ? Reading.unknown(Reason.NOT_UNDERSTOOD, "what was remembered of gateways is damaged")
          : Reading.known(new Both(read.orElse(KnownGateways.NONE), secret));
    } catch (AccessDeniedException denied) {
      return Reading.unknown(
          Reason.NEEDS_PRIVILEGE, "what the agent remembers of gateways: permission denied");
    } catch (IOException failed) {
      return Reading.unknown(
          Reason.NOT_UNDERSTOOD,
          "what the agent remembers of gateways: " + Answers.brief(String.valueOf(failed)));
    }
  }

  /** Whether a file is missing is only known where one may look. */
  private static Optional<String> text(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new IOException("too long");
      }
      return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    }
  }

  private static Secret make(StateFolder state, RandomGenerator random) throws IOException {
    byte[] key = new byte[Secret.LENGTH];
    random.nextBytes(key);
    Durable.write(state.gatewaysKey(), Secret.text(key));
    return Secret.of(Secret.text(key)).orElseThrow();
  }
}
