package porchlight.gather.macos.upkeep;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.gather.Answers;
import porchlight.gather.macos.MacVersion;
import porchlight.gather.macos.SwVers;

/**
 * One update as macOS offers it.
 *
 * @param name {@code macOS Sequoia 15.7.9}
 * @param version {@code 15.7.9}, or {@code 13.4.1 (c)} of a quick security fix
 * @param identifier {@code MSU_UPDATE_24G830_patch_15.7.9_minor}, or words of any kind
 */
record Offer(String name, String version, String identifier) {
  private static final Pattern OF_MACOS =
      Pattern.compile("MSU_UPDATE_([0-9A-Za-z]+)_(?:full|patch)_([0-9.]+)(_[a-z]+)?");
  private static final Pattern LABEL =
      Pattern.compile("macOS .*?([0-9.]*)-([0-9]{1,3}[A-Z][0-9]{1,12}[a-z]?)");

  /** What mends no security of the Mac itself. */
  private static final List<String> OTHERS =
      List.of(
          "Command Line Tools",
          "Command Line Developer Tools",
          "Pro Video Formats",
          "GarageBand",
          "Device Support Update",
          "Rosetta");

  /** What a first offer was called, all that is known of it later. */
  static Optional<Offer> named(String identifier) {
    Matcher parts = OF_MACOS.matcher(identifier);
    return parts.matches()
        ? Optional.of(new Offer("macOS " + parts.group(2), parts.group(2), identifier))
        : Optional.empty();
  }

  /** Whether it waits on that system: no other major version, no beta, nothing that is there. */
  boolean waits(SwVers running) {
    if (name.matches(".*\\bBeta\\b.*") || OTHERS.stream().anyMatch(name::startsWith)) {
      return false;
    }
    if (isOfMacOs() && identifier.endsWith("_major")) {
      return false;
    }
    Optional<MacVersion> offered = offered();
    if (!isOfMacOs() || offered.isEmpty()) {
      return true;
    }
    if (!offered.get().major().equals(running.version().major())) {
      return false;
    }
    int compared = offered.get().compareTo(running.version());
    return compared > 0 || (compared == 0 && isAnotherBuild(running));
  }

  /** Whether it is a later version of the same major one, not just another build. */
  boolean isAbove(SwVers running) {
    return waits(running)
        && isOfMacOs()
        && offered().filter(version -> version.compareTo(running.version()) > 0).isPresent();
  }

  /** An update that shows no version has one in its identifier. */
  private Optional<MacVersion> offered() {
    String told = version.replaceFirst(" \\([a-z]+\\)$", "").strip();
    if (told.isEmpty()) {
      Matcher parts = OF_MACOS.matcher(identifier);
      Matcher label = LABEL.matcher(identifier);
      told = parts.matches() ? parts.group(2) : label.matches() ? label.group(1) : "";
    }
    return MacVersion.of(told);
  }

  private boolean isOfMacOs() {
    return OF_MACOS.matcher(identifier).matches() || name.startsWith("macOS ");
  }

  /** Of the same version, only a quick fix or a supplement can be news. */
  private boolean isAnotherBuild(SwVers running) {
    Matcher parts = OF_MACOS.matcher(identifier);
    if (parts.matches()) {
      return "_rsr".equals(parts.group(3)) && !parts.group(1).equals(running.build());
    }
    Matcher label = LABEL.matcher(identifier);
    return !label.matches() || !label.group(2).equals(running.build());
  }

  String shown() {
    return Answers.brief(name);
  }
}
