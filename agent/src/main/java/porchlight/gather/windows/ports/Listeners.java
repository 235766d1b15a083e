package porchlight.gather.windows.ports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Machine;
import porchlight.machine.Question;
import porchlight.machine.WindowsNative;

/** The sockets that wait: the system's own tables, or else what {@code netstat} prints of them. */
public final class Listeners {
  static final WindowsNative TABLES = WindowsNative.LISTENERS;

  /** All that may be asked. */
  public static final List<Question> QUESTIONS = List.of(TABLES, WinNetstat.SOCKETS);

  /** The process of the kernel itself, which has no file. */
  private static final String KERNEL = "4";

  private Listeners() {}

  public static Reading<List<Listener>> read(Machine machine) {
    return Blocks.read(machine, TABLES)
        .flatMap(Listeners::all)
        .or(() -> WinNetstat.read(machine.ask(WinNetstat.SOCKETS)));
  }

  /** There is always one: without RPC there is no Windows. */
  private static Reading<List<Listener>> all(List<Block> blocks) {
    var all = new ArrayList<Listener>();
    for (Block block : blocks) {
      Optional<Listener> listener = listener(block);
      if (listener.isEmpty()) {
        return Answers.notUnderstood(TABLES, block.values().toString());
      }
      all.add(listener.get());
    }
    return all.isEmpty()
        ? Answers.notUnderstood(TABLES, "nothing listens, which cannot be")
        : Reading.known(List.copyOf(all));
  }

  private static Optional<Listener> listener(Block block) {
    Optional<Protocol> protocol = protocol(block.name());
    Optional<Integer> port = port(block.text("port").orElse(""));
    Optional<String> address = block.text("address").map(Listeners::withoutZone);
    if (!block.kind().equals("listener")
        || protocol.isEmpty()
        || port.isEmpty()
        || address.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Listener(
            protocol.get(),
            address.get(),
            port.get(),
            program(block.text("program").orElse(""), block.text("pid").orElse("")),
            block.list("services"),
            block.text("package").orElse("").equals("1"),
            block.text("package").orElse("").equals("?")));
  }

  /** Told by its number alone, the kernel is called as Windows calls it. */
  static String program(String name, String process) {
    return name.isEmpty() && process.equals(KERNEL) ? "System" : name;
  }

  static Optional<Protocol> protocol(String word) {
    return switch (word) {
      case "tcp", "TCP" -> Optional.of(Protocol.TCP);
      case "udp", "UDP" -> Optional.of(Protocol.UDP);
      default -> Optional.empty();
    };
  }

  static Optional<Integer> port(String text) {
    return text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535
        ? Optional.of(Integer.parseInt(text))
        : Optional.empty();
  }

  static String withoutZone(String address) {
    int zone = address.indexOf('%');
    return zone < 0 ? address : address.substring(0, zone);
  }
}
