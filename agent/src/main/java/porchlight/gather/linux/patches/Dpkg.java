package porchlight.gather.linux.patches;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Question.ReadStanzas;

/** dpkg's own record of what is installed. */
public final class Dpkg {
  public static final ReadStanzas STATUS =
      new ReadStanzas(
          "/var/lib/dpkg/status", List.of("Package", "Status", "Version", "Architecture"));

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9+._-]{0,199}");
  private static final Pattern ARCHITECTURE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  // As apt has it: these two leave nothing to run; any other state has files on the disk.
  private static final Set<String> GONE = Set.of("not-installed", "config-files");

  private Dpkg() {}

  /** The installed version of a package of the machine's own architecture; empty for none. */
  public static Reading<Optional<String>> version(Answer answer, String name) {
    return installed(answer)
        .map(installed ->
            Optional.ofNullable(
                installed.versions().get(new PackageId(name, installed.architecture()))));
  }

  static Reading<Installed> installed(Answer answer) {
    return Answers.read(
        STATUS,
        answer,
        said ->
            Paragraphs.of(said.text())
                .filter(Paragraphs::whole)
                .map(paragraphs -> installed(paragraphs.all()))
                .orElseGet(() -> Answers.notUnderstood(STATUS, "it is cut off or garbled")));
  }

  private static Reading<Installed> installed(List<Map<String, String>> paragraphs) {
    List<Map<String, String>> present = new ArrayList<>();
    Set<String> own = new TreeSet<>();
    for (var paragraph : paragraphs) {
      String name = paragraph.getOrDefault("Package", "");
      String[] status = paragraph.getOrDefault("Status", "").split(" ", -1);
      if (!NAME.matcher(name).matches() || status.length != 3) {
        return Answers.notUnderstood(STATUS, "a paragraph without a name or a status");
      }
      if (!GONE.contains(status[2])) {
        present.add(paragraph);
        if (name.equals("dpkg")) {
          own.add(paragraph.getOrDefault("Architecture", ""));
        }
      }
    }
    // dpkg is itself a package, so its architecture is the machine's.
    return own.size() == 1
        ? installed(own.iterator().next(), present)
        : Answers.notUnderstood(STATUS, "it does not have dpkg itself once");
  }

  private static Reading<Installed> installed(String own, List<Map<String, String>> present) {
    Map<PackageId, String> versions = new HashMap<>();
    var installed = new Installed(own, versions);
    for (var paragraph : present) {
      String name = paragraph.getOrDefault("Package", "");
      String version = paragraph.getOrDefault("Version", "");
      // Very old packages have none; apt takes them for the machine's own.
      String architecture = paragraph.getOrDefault("Architecture", Installed.ANY);
      if (version.isEmpty()
          || !ARCHITECTURE.matcher(architecture).matches()
          || versions.put(installed.id(name, architecture), version) != null) {
        return Answers.notUnderstood(STATUS, name + " has no version, or is there twice");
      }
    }
    return Reading.known(new Installed(own, Map.copyOf(versions)));
  }
}
