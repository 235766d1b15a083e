package porchlight.gather.linux.disks;

import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.Question.ListFolder;

/** What the kernel's folders say of block devices; every user may read them. */
record SysBlock(Machine machine) {
  static final ListFolder BY_NAME = new ListFolder("/sys/class/block");
  static final ListFolder BY_NUMBER = new ListFolder("/sys/dev/block");
  static final ListFolder BTRFS = new ListFolder("/sys/fs/btrfs");

  private static final String MAPPED = "/dev/mapper/";

  /** The kernel's name of the device of that number: {@code nvme0n1p2}. */
  Reading<String> named(String number) {
    var question = BY_NUMBER.link(number);
    return Answers.read(
        question, machine.ask(question), said -> Reading.known(lastOf(said.text().strip())));
  }

  /** The whole disk that this is a part of, if it is one. */
  Reading<Optional<String>> parent(String name) {
    var question = BY_NAME.link(name);
    return Answers.read(
        question,
        machine.ask(question),
        said -> {
          String path = said.text().strip();
          String above = path.contains("/") ? lastOf(path.substring(0, path.lastIndexOf('/'))) : "";
          return lastOf(path).equals(name) && !above.isEmpty()
              ? Reading.known(
                  name.startsWith(above) && !name.equals(above)
                      ? Optional.of(above)
                      : Optional.empty())
              : Answers.notUnderstood(question, path);
        });
  }

  /** Device mapper's id of it; empty for a device of another kind. */
  Reading<Optional<String>> mapperId(String name) {
    var question = BY_NAME.folder(name).folder("dm").file("uuid");
    return ifThere(question, said -> said.text().strip());
  }

  /** The devices it is made of; empty for a part of a disk, which has no such list. */
  Reading<Optional<List<String>>> slaves(String name) {
    return ifThere(BY_NAME.folder(name).folder("slaves"), SysBlock::names);
  }

  private <T> Reading<Optional<T>> ifThere(
      Question question, java.util.function.Function<Answer.Said, T> read) {
    Answer answer = machine.ask(question);
    return answer instanceof Answer.Missing
        ? Reading.known(Optional.empty())
        : Answers.read(question, answer, said -> Reading.known(Optional.of(read.apply(said))));
  }

  /** All devices of the btrfs file system that this device belongs to. */
  Reading<List<String>> btrfsMembers(String name) {
    return list(BTRFS).flatMap(systems -> btrfsMembers(name, systems));
  }

  private Reading<List<String>> btrfsMembers(String name, List<String> systems) {
    for (String system : systems) {
      if (system.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
          && list(BTRFS.folder(system).folder("devices"))
              instanceof Reading.Known<List<String>>(var members)
          && members.contains(name)) {
        return Reading.known(members);
      }
    }
    return Answers.notUnderstood(BTRFS, "no file system that has " + name);
  }

  /** The kernel's name of what is mounted: {@code /dev/sda2}, {@code /dev/mapper/home}. */
  Reading<String> ofSource(String source) {
    return list(BY_NAME).flatMap(devices -> ofSource(source, devices));
  }

  private Reading<String> ofSource(String source, List<String> devices) {
    if (source.startsWith("/dev/") && devices.contains(source.substring("/dev/".length()))) {
      return Reading.known(source.substring("/dev/".length()));
    }
    String wanted =
        source.startsWith(MAPPED)
            ? source.substring(MAPPED.length())
            : source.matches("/dev/[^/]+/[^/]+") ? volume(source) : "";
    for (String device : devices) {
      if (!wanted.isEmpty()
          && device.startsWith("dm-")
          && machine.ask(BY_NAME.folder(device).folder("dm").file("name"))
              instanceof Answer.Said said
          && said.text().strip().equals(wanted)) {
        return Reading.known(device);
      }
    }
    return Reading.unknown(
        Reason.NOT_UNDERSTOOD, "which device is mounted as " + Answers.brief(source));
  }

  /** The logical volume {@code /dev/GROUP/NAME} is called {@code GROUP-NAME}, hyphens doubled. */
  private static String volume(String source) {
    String[] parts = source.substring("/dev/".length()).replace("-", "--").split("/", -1);
    return parts[0] + "-" + parts[1];
  }

  private Reading<List<String>> list(ListFolder folder) {
    return Answers.read(folder, machine.ask(folder), said -> Reading.known(names(said)));
  }

  /** Names that could lead elsewhere are none of the kernel's. */
  private static List<String> names(Answer.Said said) {
    return said.text()
        .lines()
        .map(name -> name.endsWith("/") ? name.substring(0, name.length() - 1) : name)
        .filter(SysBlock::isName)
        .toList();
  }

  static boolean isName(String name) {
    return name.matches("[A-Za-z0-9][A-Za-z0-9._:!@-]{0,63}");
  }

  private static String lastOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
