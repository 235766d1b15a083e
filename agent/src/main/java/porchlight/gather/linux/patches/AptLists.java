package porchlight.gather.linux.patches;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;
import porchlight.machine.Question.ReadStanzas;

/**
 * The lists that apt fetched: which there are, and whose. A file's name only says which Release
 * file it belongs to.
 *
 * @param byRelease each list by its path in the archive, {@code main/binary-amd64/Packages}
 */
record AptLists(Map<Release, Map<String, String>> byRelease) {
  static final ListFolder FOLDER = new ListFolder("/var/lib/apt/lists");

  // What apt leaves unescaped in a name; another name is not a list of apt's.
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.%~+@:=,-]{1,250}");
  private static final Pattern RELEASE = Pattern.compile("(.*_)(?:In)?Release");
  private static final Pattern LIST =
      Pattern.compile("(.*_)?Packages(?:\\.(?:gz|lz4|xz|zst|bz2|lzma))?");

  /** What is in a list, of the packages that are installed. */
  static ReadStanzas list(String name) {
    return new ReadStanzas(
        FOLDER.path() + "/" + name,
        List.of("Package", "Version", "Architecture"),
        Optional.of(Dpkg.STATUS.path()));
  }

  static ReadStanzas release(String name) {
    return new ReadStanzas(FOLDER.path() + "/" + name, Release.FIELDS);
  }

  static Reading<AptLists> read(Machine machine) {
    return Answers.read(FOLDER, machine.ask(FOLDER), said -> read(said.text(), machine));
  }

  private static Reading<AptLists> read(String folder, Machine machine) {
    Set<String> names =
        folder.lines().filter(name -> NAME.matcher(name).matches()).collect(Collectors.toSet());
    Map<String, Release> releases = new HashMap<>();
    for (String name : names.stream().sorted().toList()) {
      var parts = RELEASE.matcher(name);
      // InRelease sorts before Release and is the one that apt trusts.
      if (parts.matches() && !releases.containsKey(parts.group(1))) {
        switch (release(name, parts.group(1), machine)) {
          case Reading.Known<Release>(var release) -> releases.put(release.prefix(), release);
          case Reading.Unknown<Release> unknown -> {
            return unknown.as();
          }
        }
      }
    }
    return Reading.known(new AptLists(pair(names, releases)));
  }

  private static Reading<Release> release(String name, String prefix, Machine machine) {
    ReadStanzas question = release(name);
    return Answers.read(
        question,
        machine.ask(question),
        said ->
            Paragraphs.of(said.text())
                .filter(paragraphs -> paragraphs.all().size() == 1)
                .map(paragraphs -> Release.of(name, prefix, paragraphs.all().getFirst()))
                .map(Reading::known)
                .orElseGet(() -> Answers.notUnderstood(question, "not a Release file")));
  }

  private static Map<Release, Map<String, String>> pair(
      Set<String> names, Map<String, Release> releases) {
    Map<Release, Map<String, String>> lists = new HashMap<>();
    releases.values().forEach(release -> lists.put(release, new TreeMap<>()));
    List<String> longestFirst = new ArrayList<>(releases.keySet());
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    for (String name : names.stream().sorted().toList()) {
      if (LIST.matcher(name).matches()) {
        longestFirst.stream()
            .filter(name::startsWith)
            .findFirst()
            .map(releases::get)
            // Plain before packed, as apt prefers them: the shorter name sorts first.
            .ifPresent(r -> lists.getOrDefault(r, Map.of()).putIfAbsent(path(name, r), name));
      }
    }
    return lists;
  }

  private static String path(String name, Release release) {
    String path =
        name.substring(release.prefix().length()).replaceFirst("Packages\\..*", "Packages");
    return path.replace('_', '/').replace("%5f", "_");
  }
}
