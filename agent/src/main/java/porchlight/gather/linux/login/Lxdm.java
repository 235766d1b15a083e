package porchlight.gather.linux.login;

import java.util.List;
import java.util.Set;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.Question.ListFolder;

/** LXDM: {@code [base] autologin}. */
final class Lxdm {
  static final ListFolder FOLDER = new ListFolder("/etc/lxdm");

  private static final Set<String> FILES = Set.of("lxdm.conf", "default.conf");

  private Lxdm() {}

  static Reading<Entry> read(Machine machine) {
    Reading<List<Entry>> entries = Folder.files(machine, FOLDER, FILES::contains, Lxdm::entry);
    return entries.flatMap(all -> Agreed.of(all, "LXDM"));
  }

  private static Reading<Entry> entry(String text) {
    return KeyFile.of(text)
        .map(keys -> keys.value("base", "autologin").orElse(""))
        .map(person ->
            Reading.<Entry>known(
                person.isEmpty() ? new Entry.Asks() : new Entry.Opens(person, "autologin")))
        .orElseGet(() -> Answers.notUnderstood(FOLDER, "a file that is not of LXDM's form"));
  }
}
