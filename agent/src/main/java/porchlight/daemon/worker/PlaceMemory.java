package porchlight.daemon.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import porchlight.daemon.Lock;
import porchlight.facts.Facts;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Place.By;
import porchlight.facts.Place.Kind;
import porchlight.facts.Place.Label;
import porchlight.facts.Place.Proof;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Remembered;
import porchlight.facts.Wifi;
import porchlight.gather.Memory;
import porchlight.gather.place.Places;
import porchlight.gather.place.Recalled;
import porchlight.places.KnownPlaces;
import porchlight.places.KnownPlaces.Keys;
import porchlight.places.Secret;
import porchlight.policy.PlaceRules;
import porchlight.uplink.Durable;
import porchlight.uplink.StateFolder;

/** The places of earlier looks, in the agent's own folder, and what was said of them. */
public final class PlaceMemory {
  private PlaceMemory() {}

  /** All that is remembered in that folder, seen by those rules. */
  public static Memory in(Path stateFolder, PlaceRules rules) {
    var state = new StateFolder(stateFolder);
    Memory gateways = GatewayMemory.in(stateFolder);
    return new Memory() {
      private Optional<Reading<Stored>> stored = Optional.empty();

      @Override
      public Reading<Remembered> of(Reading<Lan> lan, Reading<Wifi> wifi) {
        return gateways.of(lan, wifi);
      }

      @Override
      public Recalled place(Attachment here, Reading<Wifi> wifi, Instant at) {
        if (stored.isEmpty()) {
          stored = Optional.of(stored(state));
        }
        return recalled(stored.get(), rules, here, wifi, at);
      }
    };
  }

  private static Recalled recalled(
      Reading<Stored> stored, PlaceRules rules, Attachment here, Reading<Wifi> wifi, Instant at) {
    var found =
        stored.map(known ->
            known
                .own
                .map(own -> known.places.recall(here, wifi, keys(own, rules), at))
                .orElseGet(() ->
                    new KnownPlaces.Found(
                        id(rules, here), Optional.empty(), Optional.empty(), false)));
    var id = found instanceof Known<KnownPlaces.Found>(var known) ? known.id() : id(rules, here);
    var said =
        found instanceof Known<KnownPlaces.Found>(var known)
            ? known.label().map(label -> counted(label, rules))
            : Optional.<Label>empty();
    return new Recalled(
        id,
        found.map(KnownPlaces.Found::met),
        rules.label(here, wifi, id).or(() -> said),
        found instanceof Known<KnownPlaces.Found>(var known) && known.login());
  }

  /** Without a memory there is an id where the organisation has a key. */
  private static Optional<String> id(PlaceRules rules, Attachment here) {
    return rules.key().flatMap(Secret::of).flatMap(key -> KnownPlaces.id(here, key));
  }

  private static Label counted(Label label, PlaceRules rules) {
    return rules.peopleSay() ? label : new Label(label.kind(), By.PERSON, Proof.NOTHING);
  }

  private static Keys keys(Secret own, PlaceRules rules) {
    return new Keys(own, rules.key().flatMap(Secret::of).orElse(own));
  }

  /** Remembers these facts, too. */
  static void learn(StateFolder state, PlaceRules rules, Facts facts, RandomGenerator random)
      throws IOException {
    if (!(facts.lan() instanceof Known<Lan>(var lan)) || lan.attachments().isEmpty()) {
      return;
    }
    Secret own = own(state, random);
    KnownPlaces before = before(state);
    var login = Places.loginPage(facts.portal(), facts.vpn());
    KnownPlaces after = before.learn(lan, login, keys(own, rules), facts.at());
    if (!after.equals(before)) {
      Durable.write(state.places(), after.text());
    }
  }

  /**
   * Keeps what the person says of the place where they are.
   *
   * @param kind empty to forget the place
   * @return whether there was anything to keep or forget
   */
  public static boolean say(
      Path stateFolder, PlaceRules rules, Facts facts, Optional<Kind> kind, RandomGenerator random)
      throws IOException {
    var state = new StateFolder(stateFolder);
    state.prepare();
    return Lock.inTurn(
        state.cycleLock(),
        () -> {
          if (!(facts.lan() instanceof Known<Lan>(var lan))) {
            return false;
          }
          Keys keys = keys(own(state, random), rules);
          KnownPlaces before = before(state);
          KnownPlaces after =
              kind.map(said ->
                      before.learn(lan, keys, facts.at()).say(lan, facts.wifi(), keys, said))
                  .orElseGet(() -> before.forget(lan, keys));
          if (after.equals(before)) {
            return kind.isPresent() && !lan.attachments().isEmpty() && !before.lines().isEmpty();
          }
          Durable.write(state.places(), after.text());
          return true;
        });
  }

  private record Stored(KnownPlaces places, Optional<Secret> own) {}

  /** What is damaged was told by the look before; this one begins anew. */
  private static KnownPlaces before(StateFolder state) {
    return switch (stored(state)) {
      case Known<Stored>(var known) when known.own.isPresent() -> known.places;
      case Known<Stored> keyless -> KnownPlaces.NONE;
      case Unknown<Stored> damaged -> KnownPlaces.NONE;
    };
  }

  private static Secret own(StateFolder state, RandomGenerator random) throws IOException {
    var there = StateText.read(state.gatewaysKey()).flatMap(Secret::of);
    return there.isPresent() ? there.get() : GatewayMemory.make(state, random);
  }

  private static Reading<Stored> stored(StateFolder state) {
    return StateText.reading(
        "places",
        () -> {
          var places = KnownPlaces.of(StateText.read(state.places()).orElse(""));
          var key = StateText.read(state.gatewaysKey());
          var own = key.flatMap(Secret::of);
          boolean isDamaged = places.isEmpty() || (key.isPresent() && own.isEmpty());
          return isDamaged
              ? Optional.empty()
              : Optional.of(new Stored(places.orElse(KnownPlaces.NONE), own));
        });
  }
}
