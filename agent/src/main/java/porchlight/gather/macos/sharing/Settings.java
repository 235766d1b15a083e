package porchlight.gather.macos.sharing;

import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Sharing.Audience;
import porchlight.gather.Answers;
import porchlight.gather.macos.Refusal;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/** {@code defaults}: the switches of what a person, or the Mac, offers to others. */
final class Settings {
  static final Run CACHE =
      Run.of("defaults", "read", "/Library/Preferences/com.apple.AssetCache", "Activated");
  static final Run AIRDROP = Run.of("defaults", "read", "com.apple.sharingd", "DiscoverableMode");
  static final Run AIRDROP_THEIRS = AIRDROP.asThem();

  /** Apple spells it so. */
  static final Run AIRPLAY =
      Run.of(
          "defaults", "-currentHost", "read", "com.apple.controlcenter", "AirplayRecieverEnabled");

  static final Run AIRPLAY_THEIRS = AIRPLAY.asThem();
  static final Run BLUETOOTH =
      Run.of("defaults", "-currentHost", "read", "com.apple.Bluetooth", "PrefKeyServicesEnabled");
  static final Run BLUETOOTH_THEIRS = BLUETOOTH.asThem();
  static final Run MEDIA =
      Run.of("defaults", "read", "com.apple.amp.mediasharingd", "public-sharing-enabled");
  static final Run MEDIA_THEIRS = MEDIA.asThem();

  private Settings() {}

  /** A switch, which stands as it came where nobody touched it. */
  static Reading<Audience> toggle(Run question, Answer answer, Audience asItComes) {
    return value(question, answer)
        .flatMap(value ->
            switch (value.orElse("as it came")) {
              case "as it came" -> Reading.known(asItComes);
              case "0" -> Reading.known(Audience.NOBODY);
              case "1" -> Reading.known(Audience.EVERYBODY);
              default -> Answers.notUnderstood(question, value.orElse(""));
            });
  }

  /** Who finds this Mac by AirDrop; who does as it came is not written anywhere. */
  static Reading<Audience> airDrop(Run question, Answer answer) {
    return value(question, answer)
        .flatMap(value ->
            switch (value.orElse("")) {
              case "Off" -> Reading.known(Audience.NOBODY);
              case "Contacts Only" -> Reading.known(Audience.CHOSEN);
              case "Everyone" -> Reading.known(Audience.EVERYBODY);
              case "" ->
                  Answers.notUnderstood(
                      question, "it was never set, and what macOS then does is not told");
              default -> Answers.notUnderstood(question, value.orElse(""));
            });
  }

  /** Empty where it was never set. */
  private static Reading<Optional<String>> value(Run question, Answer answer) {
    return Answers.read(
        question,
        answer,
        said -> {
          String text = said.text().strip();
          if (said.code() == 0 && !text.isEmpty()) {
            return Reading.known(Optional.of(text));
          }
          return said.code() == 1 && said.error().contains("does not exist")
              ? Reading.known(Optional.empty())
              : Refusal.because(question, said);
        });
  }
}
