package porchlight.gather.linux.integrity;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.TrustedRoots;
import porchlight.facts.TrustedRoots.Root;
import porchlight.facts.Unseen;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;

/**
 * The folders in which certificate authorities are put to be trusted beside those that come with
 * the distribution. Whether the list of all was made anew since then is not looked at.
 */
public final class LinuxTrustedRoots {
  /** Debian and its kin take what ends so, in folders below as well. */
  static final ListFolder DEBIAN = new ListFolder("/usr/local/share/ca-certificates");

  /** Fedora, Arch and openSUSE take every file. */
  static final List<ListFolder> OTHERS =
      List.of(
          new ListFolder("/etc/pki/ca-trust/source/anchors"),
          new ListFolder("/usr/share/pki/ca-trust-source/anchors"),
          new ListFolder("/etc/ca-certificates/trust-source/anchors"),
          new ListFolder("/etc/pki/trust/anchors"),
          new ListFolder("/usr/share/pki/trust/anchors"));

  private static final String ENDING = ".crt";
  private static final int DEEPEST = 2;

  private LinuxTrustedRoots() {}

  private record Found(List<Root> added, List<Unseen> unseen) {}

  public static Reading<TrustedRoots> read(Machine machine) {
    var found = new Found(new ArrayList<>(), new ArrayList<>());
    boolean any = debian(machine, DEBIAN, 0, found);
    for (ListFolder folder : OTHERS) {
      any |= other(machine, folder, found);
    }
    return any
        ? Reading.known(new TrustedRoots(found.added(), found.unseen().stream().findFirst()))
        : Reading.unknown(
            Reason.NOT_SUPPORTED, "none of the folders for added authorities is there");
  }

  /** False when there is no such folder, or what is called so is a file. */
  private static boolean debian(Machine machine, ListFolder folder, int depth, Found found) {
    Answer answer = machine.ask(folder);
    if (answer instanceof Answer.Missing) {
      return false;
    }
    for (String name : names(folder, answer, found)) {
      if (name.endsWith(ENDING)) {
        found.added().add(new Root(Answers.brief(name), DEBIAN.path()));
      } else if (depth == DEEPEST || !name.matches("[^/\\\\\\p{Cntrl}]{1,255}")) {
        found.unseen().add(new Unseen(Reason.NOT_SUPPORTED, folder.path() + " goes deeper"));
      } else {
        debian(machine, folder.folder(name), depth + 1, found);
      }
    }
    return true;
  }

  private static boolean other(Machine machine, ListFolder folder, Found found) {
    Answer answer = machine.ask(folder);
    if (answer instanceof Answer.Missing) {
      return false;
    }
    for (String name : names(folder, answer, found)) {
      found.added().add(new Root(Answers.brief(name), folder.path()));
    }
    return true;
  }

  private static List<String> names(ListFolder folder, Answer answer, Found found) {
    Reading<List<String>> listed =
        Answers.read(folder, answer, said -> Reading.known(said.text().lines().toList()));
    return switch (listed) {
      case Reading.Known<List<String>>(var names) -> names;
      case Reading.Unknown<List<String>>(var reason, var detail) -> {
        found.unseen().add(new Unseen(reason, detail));
        yield List.of();
      }
    };
  }
}
