package porchlight.gather.windows.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Disks;
import porchlight.facts.Disks.Place;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Unknown;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Run;

/**
 * {@code manage-bde -status}, for administrators: its rows come in the same order in every
 * language. The row of how far it is says "in progress" of what is done, so only its percentage
 * counts.
 */
final class ManageBde {
  static final Run STATUS =
      Run.of("C:\\Windows\\System32\\manage-bde.exe", "-status")
          .within(Duration.ofSeconds(10))
          .hiding("^\\S[^\\n]*?\\[([^\\n]+)\\][ \\t\\r]*$");

  private static final Pattern VOLUME =
      Pattern.compile(
          "\\S.*?(?:\\s\"?([A-Z]:)\"?|\\\\\\\\\\?\\\\Volume\\{[^}]*}\\\\\"?)\\s+\\[.*]\\s*");
  private static final Pattern ROW =
      Pattern.compile("[\\s\\u00a0]+(\\S.*?)[\\s\\u00a0]*:(?:\\s+(.*))?");
  private static final Pattern PERCENT =
      Pattern.compile("%?\\s*(\\d{1,3})(?:[.,](\\d{1,3}))?[\\s\\u00a0\\u202f]*%?");
  private static final Pattern METHOD = Pattern.compile("(?:XTS-)?AES[ -](?:128|256)(?:\\D.*)?");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");
  private static final String WINDOWS = "C:";

  private static final int VERSION_ROW = 1;
  private static final int PERCENT_ROW = 3;
  private static final int METHOD_ROW = 4;
  private static final int PROTECTION_ROW = 5;

  /** Only these words for it were seen; in any other language it stays open. */
  private static final List<String> ON =
      List.of("Protection On", "Der Schutz ist aktiviert.", "Protection activée");

  /** What follows them says for how many restarts. */
  private static final List<String> OFF =
      List.of(
          "Protection Off",
          "Der Schutz ist deaktiviert",
          "Protection désactivée",
          "Защита отключена",
          "保护关闭");

  /** The keys come last, after the lock and the owner's mark, and on other drives one row more. */
  private static final int ROWS = 9;

  private ManageBde() {}

  /** The values of a volume's rows, and how many lines stand below the last of them. */
  private record Volume(String letter, List<String> values, int below) {}

  static Reading<Disks> read(Answer answer) {
    return Answers.read(
        STATUS,
        answer,
        said -> {
          if (said.code() != 0) {
            return Answers.notUnderstood(STATUS, "code " + said.code() + " " + said.text());
          }
          var places = new ArrayList<Place>();
          for (Volume volume : volumes(said.text())) {
            if (!volume.letter().isEmpty()) {
              places.add(new Place(volume.letter(), judged(volume)));
            }
          }
          return places.stream().anyMatch(place -> place.name().equals(WINDOWS))
              ? Reading.known(new Disks(places))
              : Answers.notUnderstood(STATUS, "drive C: is not among them");
        });
  }

  private static List<Volume> volumes(String text) {
    var volumes = new ArrayList<Volume>();
    Optional<String> letter = Optional.empty();
    var values = new ArrayList<String>();
    int below = 0;
    for (String line : (text + "\nend: [x]\n").lines().toList()) {
      Matcher volume = VOLUME.matcher(line);
      Matcher row = ROW.matcher(line);
      boolean isVolume = volume.matches();
      if (isVolume || line.equals("end: [x]")) {
        if (letter.isPresent()) {
          volumes.add(new Volume(letter.get(), List.copyOf(values), below));
        }
        letter = isVolume ? Optional.of(Optional.ofNullable(volume.group(1)).orElse("")) : letter;
        values.clear();
        below = 0;
      } else if (letter.isPresent() && row.matches()) {
        values.add(Optional.ofNullable(row.group(2)).orElse("").strip());
        below = 0;
      } else if (letter.isPresent() && !line.isBlank()) {
        below++;
      }
    }
    return volumes;
  }

  /** That another drive is plain is only known of one that stays: a stick is listed alike. */
  private static Reading<Protection> judged(Volume volume) {
    Reading<Protection> protection = protection(volume);
    return !volume.letter().equals(WINDOWS) && protection.equals(Reading.known(Protection.PLAIN))
        ? Answers.notUnderstood(
            STATUS, volume.letter() + " is not encrypted, and may be a drive that is taken along")
        : protection;
  }

  private static Reading<Protection> protection(Volume volume) {
    List<String> values = volume.values();
    if (values.size() <= PROTECTION_ROW) {
      return unclear(volume, "cut off");
    }
    Matcher percent = PERCENT.matcher(values.get(PERCENT_ROW));
    String guard = values.get(PROTECTION_ROW);
    boolean on = ON.contains(guard);
    boolean known = on || OFF.stream().anyMatch(guard::startsWith);
    boolean method = METHOD.matcher(values.get(METHOD_ROW)).matches();
    boolean version = VERSION.matcher(values.get(VERSION_ROW)).matches();
    if (!percent.matches()) {
      return unclear(volume, "how much is encrypted is not told");
    }
    boolean none = Integer.parseInt(percent.group(1)) == 0 && isZero(percent.group(2));
    if (none && !method && !version && !on) {
      return Reading.known(Protection.PLAIN);
    }
    if (Integer.parseInt(percent.group(1)) != 100 || !method || !version) {
      return known && !on && !none
          ? Reading.known(Protection.PLAIN)
          : unclear(volume, "not all of it is encrypted");
    }
    int rows = volume.letter().equals(WINDOWS) ? ROWS : ROWS + 1;
    boolean nobodysKey =
        values.size() >= rows && !values.getLast().isEmpty() && volume.below() == 0;
    if (known && on && nobodysKey) {
      return unclear(volume, "protected without a key");
    }
    if (nobodysKey || (known && !on)) {
      return Reading.known(Protection.SUSPENDED);
    }
    return known
        ? Reading.known(Protection.ENCRYPTED)
        : unclear(
            volume, "whether its protection is suspended is said in a language that is not read");
  }

  private static boolean isZero(@org.jspecify.annotations.Nullable String digits) {
    return digits == null || digits.matches("0+");
  }

  private static Unknown<Protection> unclear(Volume volume, String why) {
    return new Unknown<>(
        porchlight.facts.Reason.NOT_UNDERSTOOD, "manage-bde of " + volume.letter() + " " + why);
  }
}
