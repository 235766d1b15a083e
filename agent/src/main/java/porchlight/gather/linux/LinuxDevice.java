package porchlight.gather.linux;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porchlight.facts.Device;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.Question.Native;

/** This laptop's name and make, as OSHI and os-release have them. */
public final class LinuxDevice {
  static final Native NATIVE = new Native(Native.Subject.DEVICE);

  /** What firmware says where its maker filled in nothing. */
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "",
          "unknown",
          "none",
          "n/a",
          "na",
          "not specified",
          "not applicable",
          "not available",
          "invalid",
          "undefined",
          "default",
          "default string",
          "empty",
          "o.e.m.",
          "oem",
          "to be filled by o.e.m.",
          "to be filled by oem",
          "system manufacturer",
          "system product name",
          "system name",
          "system version",
          "product name",
          "type1productconfigid",
          "xxxxx");

  private static final Pattern VERSIONED = Pattern.compile("(.*?) \\(version: (.*)\\)");
  // Two words or more: a mere 1.0 or A00 is a revision.
  private static final Pattern NAME = Pattern.compile("[A-Za-z]{4,} [A-Za-z0-9]");

  private LinuxDevice() {}

  /** Without os-release the operating system is named as OSHI names it. */
  public static Reading<Device> read(Machine machine) {
    return Answers.read(
        NATIVE,
        machine.ask(NATIVE),
        said ->
            read(
                said.text(),
                OsRelease.read(machine) instanceof Reading.Known<OsRelease>(var os)
                    ? Optional.of(os)
                    : Optional.empty()));
  }

  private static Reading<Device> read(String text, Optional<OsRelease> os) {
    Map<String, String> values = new HashMap<>();
    for (String line : text.lines().toList()) {
      int equals = line.indexOf('=');
      if (equals < 1
          || values.put(line.substring(0, equals), Answers.brief(line.substring(equals + 1)))
              != null) {
        return Answers.notUnderstood(NATIVE, line);
      }
    }
    String arch = values.getOrDefault("arch", "");
    if (arch.isEmpty()) {
      return Answers.notUnderstood(NATIVE, "no architecture");
    }
    return Reading.known(
        new Device(
            values.getOrDefault("name", ""),
            "linux",
            os.map(OsRelease::name)
                .filter(name -> !name.isEmpty())
                .orElse(values.getOrDefault("family", "")),
            os.map(LinuxDevice::version).orElse(values.getOrDefault("version", "")),
            arch,
            model(values.getOrDefault("manufacturer", ""), values.getOrDefault("model", ""))));
  }

  private static String version(OsRelease os) {
    return os.version().isEmpty() ? os.versionId() : os.version();
  }

  /** A model that already begins with its maker's name does not say it twice. */
  private static String model(String maker, String told) {
    String model = model(told);
    if (isSaid(maker) && model.regionMatches(true, 0, maker, 0, maker.length())) {
      return model;
    }
    return Stream.of(maker, model).filter(LinuxDevice::isSaid).collect(Collectors.joining(" "));
  }

  /** Where a maker puts the name into the version, as in {@code 20QE (version: ThinkPad X1)}. */
  private static String model(String told) {
    Matcher parts = VERSIONED.matcher(told);
    if (!parts.matches()) {
      return told;
    }
    String version = parts.group(2);
    boolean isName = isSaid(version) && NAME.matcher(version).lookingAt();
    return Stream.of(parts.group(1), isName ? "(" + version + ")" : "")
        .filter(LinuxDevice::isSaid)
        .collect(Collectors.joining(" "));
  }

  private static boolean isSaid(String value) {
    return !PLACEHOLDERS.contains(value.strip().toLowerCase(Locale.ROOT));
  }
}
