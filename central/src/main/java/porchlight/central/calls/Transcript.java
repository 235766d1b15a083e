package porchlight.central.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import porchlight.central.reports.Place;
import porchlight.central.signing.DeviceKey;

/**
 * What a laptop says of itself and of what its user was shown; all of it is signed.
 *
 * @param key the laptop's half of what is agreed
 * @param account whom the operating system says to have asked
 * @param called who called, as the user says
 * @param at the time by central's clock, as the laptop knows it
 * @param skewSeconds how far the laptop's own clock is ahead of that
 */
public record Transcript(
    String verification,
    String device,
    String nonce,
    DeviceKey key,
    String technician,
    String purpose,
    String ticket,
    List<String> words,
    String account,
    Session session,
    Optional<Spot> place,
    Called called,
    Instant at,
    long skewSeconds) {
  /** The account's sessions at the laptop itself. */
  public enum Session {
    UNLOCKED,
    LOCKED,
    /** Only from elsewhere, or none. */
    NOT_AT_THE_LAPTOP,
    UNKNOWN
  }

  /** Where the laptop is, and since when it knows that place, where it does. */
  public record Spot(Place place, Optional<Instant> since) {}

  /** The first thing that is not as it was asked; empty when all of it is. */
  public Optional<String> difference(Verification asked) {
    if (!verification.equals(asked.id()) || !nonce.equals(asked.nonce())) {
      return Optional.of("/nonce: is not that of this verification");
    }
    if (!device.equals(asked.device())) {
      return Optional.of("/device: is another");
    }
    if (!purpose.equals(porchlight.central.reports.Word.of(asked.ask().purpose()))) {
      return Optional.of("/purpose: is not what was asked for");
    }
    if (!ticket.equals(asked.ask().ticket()) || !technician.equals(asked.tech())) {
      return Optional.of("/ticket: is not what was asked for");
    }
    return words.equals(asked.words())
        ? Optional.empty()
        : Optional.of("/words: are not those of this verification");
  }
}
