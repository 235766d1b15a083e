package porchlight.gather.macos.people;

import java.util.List;
import java.util.Optional;
import porchlight.facts.AutoLogin;
import porchlight.facts.AutoLogin.Door;
import porchlight.facts.AutoLogin.Entry;
import porchlight.facts.Disks;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.gather.Answers;
import porchlight.gather.macos.DefaultsText;
import porchlight.gather.macos.FileVault;
import porchlight.gather.macos.Refusal;
import porchlight.json.tree.Json;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Run;

/**
 * Whether the login window of a Mac opens by itself. The whole list is read, not the one key: that
 * a list cannot be read and that a key is not there would look alike.
 */
public final class MacAutoLogin {
  static final Run OWN =
      hidden(Run.of("defaults", "read", "/Library/Preferences/com.apple.loginwindow"));

  /** All that may be asked. */
  public static final List<Question> QUESTIONS = List.of(OWN);

  private static final String KEY = "autoLoginUser";
  private static final String DOOR = "the login window";

  private MacAutoLogin() {}

  private static Run hidden(Run run) {
    return run.hiding("(?:autoLoginUser|lastUserName|lastLoginPanic) = \"([^\"\\n]+)\";")
        .hiding("(?:autoLoginUser|lastUserName) = ([^\";\\n]+);");
  }

  /** With FileVault the disk itself asks first, whatever is set. */
  public static Reading<AutoLogin> read(Machine machine) {
    return person(machine.ask(OWN))
        .flatMap(person ->
            person.isEmpty()
                ? door(new Entry.Asks())
                : isVaultOn(machine)
                    .flatMap(on ->
                        door(
                            on
                                ? new Entry.Asks()
                                : new Entry.Opens(
                                    person.get(), KEY + " of com.apple.loginwindow"))));
  }

  private static Reading<AutoLogin> door(Entry entry) {
    return Reading.known(new AutoLogin.Doors(List.of(new Door(DOOR, entry))));
  }

  private static Reading<Boolean> isVaultOn(Machine machine) {
    return FileVault.read(machine)
        .map(disks ->
            disks.places().stream()
                .map(Disks.Place::protection)
                .allMatch(one ->
                    one instanceof Known<Protection>(var kind) && kind == Protection.ENCRYPTED))
        .or(() ->
            Reading.known(false)); // what is set counts until something is known to stand before it
  }

  static Reading<Optional<String>> person(Answer answer) {
    return Answers.read(
        OWN,
        answer,
        said ->
            said.code() == 0
                ? DefaultsText.of(said.text())
                    .flatMap(Json::asObject)
                    .map(list ->
                        list.get(KEY).isPresent() && list.text(KEY).isEmpty()
                            ? Answers.<Optional<String>>notUnderstood(OWN, KEY)
                            : Reading.known(
                                list.text(KEY).filter(name -> !name.isEmpty()).map(Answers::brief)))
                    .orElseGet(() -> Answers.notUnderstood(OWN, said.text()))
                : Refusal.because(OWN, said));
  }
}
