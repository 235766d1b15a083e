package porchlight.gather.macos.antivirus;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.Told;
import porchlight.gather.macos.Refusal;
import porchlight.json.tree.Json;
import porchlight.json.tree.PropertyList;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.Modified;
import porchlight.machine.Run;

/**
 * What macOS itself knows malware by. Up to macOS 14 its signatures lie where everybody may read
 * them; since 15 the ones in use are root's, and {@code xprotect} tells of them, while the old
 * place may hold old ones.
 *
 * @param version 0 where macOS 15 has not fetched any yet
 * @param came when they were put on this Mac, where that is told
 */
record XProtect(int version, Optional<Instant> came) {
  static final Run VERSION = Run.of("xprotect", "version");
  static final Run STATUS = Run.of("xprotect", "status");

  private static final String OLD =
      "/Library/Apple/System/Library/CoreServices/XProtect.bundle/Contents/Info.plist";

  static final Run BUNDLE = Run.of("plutil", "-convert", "xml1", "-o", "-", OLD);
  static final Modified BUNDLE_CAME = new Modified(OLD);
  static final Run PROTECTED =
      Run.of(
          "plutil",
          "-convert",
          "xml1",
          "-o",
          "-",
          "/private/var/protected/xprotect/XProtect.bundle/Contents/Info.plist");

  private static final String CALLED = "XProtect's own list";
  private static final Pattern TOLD =
      Pattern.compile("Version: (\\d{1,6})(?: Installed: (.{10,40}))?");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx");
  private static final Pattern SCANS =
      Pattern.compile("XProtect (launch|background) scans: (enabled|disabled)");

  /** Of macOS 15 and later. */
  static Reading<XProtect> now(Machine machine) {
    Reading<XProtect> told = version(machine.ask(VERSION));
    return told instanceof Reading.Known<XProtect>
        ? told
        : told.or(() ->
            bundle(PROTECTED, machine.ask(PROTECTED))
                .map(version -> new XProtect(version, Optional.empty())));
  }

  /** Of macOS up to 14. */
  static Reading<XProtect> before(Machine machine) {
    return bundle(BUNDLE, machine.ask(BUNDLE))
        .map(version -> new XProtect(version, came(machine.ask(BUNDLE_CAME))));
  }

  static Reading<XProtect> version(Answer answer) {
    return Answers.read(
        VERSION,
        answer,
        said -> {
          Matcher told = TOLD.matcher(said.text().strip());
          if (said.code() != 0 || !told.matches()) {
            return Refusal.because(VERSION, said);
          }
          Optional<Instant> came = Optional.empty();
          if (told.group(2) != null) {
            came = date(told.group(2).strip());
            if (came.isEmpty()) {
              return Answers.notUnderstood(VERSION, told.group(2));
            }
          }
          return Reading.known(new XProtect(Integer.parseInt(told.group(1)), came));
        });
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, DATE).toInstant());
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> came(Answer answer) {
    try {
      return answer instanceof Answer.Said said && said.code() == 0
          ? Optional.of(Instant.parse(said.text().strip()))
          : Optional.empty();
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  static Reading<Integer> bundle(Run question, Answer answer) {
    return Told.read(
        question,
        CALLED,
        answer,
        said -> {
          if (said.code() != 0) {
            return Refusal.because(question, said);
          }
          var version =
              PropertyList.of(said.text())
                  .flatMap(Json::asObject)
                  .flatMap(list -> list.text("CFBundleShortVersionString"));
          return version.filter(digits -> digits.matches("\\d{1,6}")).isPresent()
              ? Reading.known(Integer.parseInt(version.get()))
              : Answers.notUnderstood(question, "no version in it");
        });
  }

  /** Whether both kinds of its scans are on; each may be turned off by itself. */
  static Reading<Boolean> status(Answer answer) {
    return Answers.read(
        STATUS,
        answer,
        said -> {
          List<String> kinds = new ArrayList<>();
          boolean on = true;
          for (String line : said.text().lines().toList()) {
            Matcher scans = SCANS.matcher(line.strip());
            if (scans.matches()) {
              kinds.add(scans.group(1));
              on &= scans.group(2).equals("enabled");
            } else if (!line.isBlank()) {
              return Refusal.because(STATUS, said);
            }
          }
          return said.code() == 0
                  && kinds.size() == 2
                  && kinds.containsAll(List.of("launch", "background"))
              ? Reading.known(on)
              : Refusal.because(STATUS, said);
        });
  }
}
