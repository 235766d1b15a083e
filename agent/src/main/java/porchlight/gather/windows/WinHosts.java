package porchlight.gather.windows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import porchlight.facts.Hosts;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.HostsFile;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Question.ReadFile;
import porchlight.machine.ReadRegistry;

/**
 * The hosts file of Windows, where the registry says that it lies. Nobody moves it but a program
 * that wants its own names answered.
 */
public final class WinHosts {
  private static final String TCPIP =
      "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters";
  private static final String VERSION = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";

  static final ReadFile FILE = new ReadFile("C:\\Windows\\System32\\drivers\\etc\\hosts");
  static final ReadRegistry FOLDER = new ReadRegistry(TCPIP, "DataBasePath");
  static final ReadRegistry ROOT = new ReadRegistry(VERSION, "SystemRoot");

  /** All that may be asked. */
  public static final List<Question> QUESTIONS = List.of(FILE, FOLDER, ROOT, WinDevice.NAME);

  private static final String USUAL = "c:\\windows\\system32\\drivers\\etc";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,63}");

  private WinHosts() {}

  public static Reading<Hosts> read(Machine machine) {
    return Registry.read(machine, ROOT)
        .flatMap(root -> root.text(VERSION, "SystemRoot"))
        .flatMap(root ->
            root.filter(folder -> folder.equalsIgnoreCase("C:\\Windows")).isPresent()
                ? Registry.read(machine, FOLDER)
                    .flatMap(keys -> keys.text(TCPIP, "DataBasePath"))
                    .flatMap(folder -> in(folder, machine))
                : Reading.unknown(
                    Reason.NOT_SUPPORTED, "Windows is not known to lie in C:\\Windows"));
  }

  private static Reading<Hosts> in(Optional<String> folder, Machine machine) {
    String path = plain(folder.orElse("").strip().toLowerCase(Locale.ROOT));
    if (path.isEmpty()) {
      return Answers.notUnderstood(FOLDER, "it names no folder");
    }
    if (path.equals(USUAL)) {
      return usual(machine);
    }
    return path.indexOf('%') >= 0
        ? Answers.notUnderstood(FOLDER, "it names a folder by a variable")
        : Reading.known(Hosts.moved());
  }

  /** The kernel writes the folder of Windows in its own ways. */
  private static String plain(String path) {
    return path.replaceFirst("^\\\\(?:\\?\\?|\\\\\\?|\\\\\\.)\\\\", "")
        .replaceFirst("^(?:%systemroot%|%windir%|\\\\systemroot)(?=[\\\\/])", "c:\\\\windows")
        .replaceFirst("^%systemdrive%(?=[\\\\/])", "c:")
        .replaceAll("[\\\\/]+", "\\\\")
        .replaceFirst("\\\\$", "");
  }

  private static Reading<Hosts> usual(Machine machine) {
    Answer answer = machine.ask(FILE);
    if (answer instanceof Answer.Missing) {
      return Reading.known(new Hosts(false, List.of(), 0));
    }
    return Answers.read(
        FILE, answer, said -> HostsFile.read(FILE, withoutMark(said.text()), own(machine), true));
  }

  /** A mark of the encoding at the start would hide the first line. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String own(Machine machine) {
    return WinDevice.name(machine)
        .filter(name -> NAME.matcher(name).matches())
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }
}
