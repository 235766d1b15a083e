package porchlight.gather.linux;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;

/** What tells one start of this system, and one installation, from another. */
public final class LinuxIdentity {
  static final ReadFile BOOT = new ReadFile("/proc/sys/kernel/random/boot_id");
  static final ReadFile UP = new ReadFile("/proc/uptime");
  static final ReadFile MACHINE = new ReadFile("/etc/machine-id");

  private LinuxIdentity() {}

  /** The kernel's id of this start. */
  public static Optional<UUID> boot(Machine machine) {
    return text(machine, BOOT)
        .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
        .map(UUID::fromString);
  }

  /** How long ago that was, sleep included. */
  public static Optional<Duration> up(Machine machine) {
    return text(machine, UP)
        .filter(line -> line.matches("\\d{1,10}[.]\\d{1,9} .*"))
        .map(LinuxIdentity::seconds);
  }

  /** Without BigDecimal: making that class's own constants takes longer than all else here. */
  private static Duration seconds(String line) {
    int point = line.indexOf('.');
    String thousandths = (line.substring(point + 1, line.indexOf(' ')) + "00").substring(0, 3);
    return Duration.ofSeconds(Long.parseLong(line.substring(0, point)))
        .plusMillis(Long.parseLong(thousandths));
  }

  /**
   * The id of this installation, machine-id(5); secret enough that only a digest of it may leave.
   */
  public static Optional<String> installation(Machine machine) {
    return text(machine, MACHINE).filter(id -> id.matches("[0-9a-f]{32}"));
  }

  private static Optional<String> text(Machine machine, ReadFile file) {
    return machine.ask(file) instanceof Answer.Said said
        ? Optional.of(said.text().strip())
        : Optional.empty();
  }
}
