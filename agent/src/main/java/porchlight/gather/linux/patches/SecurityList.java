package porchlight.gather.linux.patches;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadStanzas;

/** One list of packages, held against the length that its Release file states. */
final class SecurityList {
  private SecurityList() {}

  /** The newest version in the list of each package that is installed. */
  static Reading<Map<PackageId, DebianVersion>> read(
      String name, Optional<Long> length, Installed installed, Machine machine) {
    ReadStanzas question = AptLists.list(name);
    Answer answer = machine.ask(question);
    return Answers.read(
        question,
        answer,
        said ->
            Paragraphs.of(said.text())
                .map(paragraphs -> offers(question, paragraphs, length, installed))
                .orElseGet(() -> Answers.notUnderstood(question, "garbled")));
  }

  private static Reading<Map<PackageId, DebianVersion>> offers(
      ReadStanzas question, Paragraphs list, Optional<Long> length, Installed installed) {
    if (length.isPresent() && length.get() != list.bytes()) {
      return Answers.notUnderstood(
          question, list.bytes() + " bytes long, its Release file says " + length.get());
    }
    if (length.isEmpty() && !list.whole()) {
      return Answers.notUnderstood(question, "it is cut off");
    }
    return offers(question, list.all(), installed);
  }

  private static Reading<Map<PackageId, DebianVersion>> offers(
      ReadStanzas question, List<Map<String, String>> paragraphs, Installed installed) {
    Map<PackageId, DebianVersion> offers = new HashMap<>();
    for (var paragraph : paragraphs) {
      String name = paragraph.getOrDefault("Package", "");
      String architecture = paragraph.getOrDefault("Architecture", "");
      if (name.isEmpty() || architecture.isEmpty()) {
        return Answers.notUnderstood(question, "a package without name or architecture");
      }
      PackageId id = installed.id(name, architecture);
      if (installed.versions().containsKey(id)) {
        var version = DebianVersion.of(paragraph.getOrDefault("Version", ""));
        if (version.isEmpty()) {
          return Answers.notUnderstood(question, name + " has no version");
        }
        offers.merge(id, version.get(), (one, other) -> one.compareTo(other) < 0 ? other : one);
      }
    }
    return Reading.known(offers);
  }
}
