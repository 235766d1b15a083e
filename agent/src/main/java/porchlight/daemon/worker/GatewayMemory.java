package porchlight.daemon.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;
import porchlight.facts.Facts;
import porchlight.facts.Lan;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Remembered;
import porchlight.gather.Memory;
import porchlight.places.KnownGateways;
import porchlight.places.Secret;
import porchlight.uplink.Durable;
import porchlight.uplink.StateFolder;

/** The gateways of earlier looks, in the agent's own folder: everybody reads, a cycle writes. */
public final class GatewayMemory {
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
    return StateText.reading(
        "gateways",
        () -> {
          var gateways = StateText.read(state.gateways());
          var key = StateText.read(state.gatewaysKey());
          var read = KnownGateways.of(gateways.orElse(""));
          var secret = key.flatMap(Secret::of);
          boolean isDamaged = read.isEmpty() || (key.isPresent() && secret.isEmpty());
          return isDamaged
              ? Optional.empty()
              : Optional.of(new Both(read.orElse(KnownGateways.NONE), secret));
        });
  }

  /** A key of this laptop, kept from now on. */
  static Secret make(StateFolder state, RandomGenerator random) throws IOException {
    byte[] key = new byte[Secret.LENGTH];
    random.nextBytes(key);
    Durable.write(state.gatewaysKey(), Secret.text(key));
    return Secret.of(Secret.text(key)).orElseThrow();
  }
}
