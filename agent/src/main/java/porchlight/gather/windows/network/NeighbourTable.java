package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.gather.windows.Lines;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Run;
import porchlight.machine.WindowsNative;

/** Which hardware address answers for which address, on each adapter. */
record NeighbourTable(List<Neighbour> all) {
  static final WindowsNative NATIVE = WindowsNative.NEIGHBOURS;
  static final Run ARP = Run.of("C:\\Windows\\System32\\arp.exe", "-a");

  private static final int ASKED_ONLY = 1; // NL_NEIGHBOR_STATE: unreachable, incomplete
  private static final int LAST_STATE = 6;
  private static final Pattern LINK =
      Pattern.compile("\\s*\\S.*?:\\s*([0-9.]{7,15}) --- 0x([0-9a-fA-F]{1,7})");
  private static final Pattern ROW =
      Pattern.compile("\\s*([0-9.]{7,15})\\s+([0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5})(?:\\s.*)?");

  NeighbourTable {
    all = List.copyOf(all);
  }

  /**
   * One neighbour.
   *
   * @param index the adapter's number
   * @param own the adapter's own address; empty where the number says it
   */
  record Neighbour(long index, String own, String address, String mac) {
    boolean isOn(Adapter adapter) {
      return adapter.hasIndex(index)
          || (adapter.index() < 0 && IpAddress.of(own).filter(adapter::hasAddress).isPresent());
    }
  }

  /** Of both families; what a program prints has IPv4 only. */
  static Reading<NeighbourTable> read(Machine machine) {
    return read(machine.ask(NATIVE)).or(() -> printed(machine.ask(ARP)));
  }

  static Reading<NeighbourTable> read(Answer answer) {
    return Blocks.read(NATIVE, answer).flatMap(NeighbourTable::of);
  }

  private static Reading<NeighbourTable> of(List<Block> blocks) {
    var found = new ArrayList<Neighbour>();
    for (Block block : blocks) {
      var address = IpAddress.of(block.name().replaceFirst("%.*", ""));
      if (!block.kind().equals("neighbour")
          || address.isEmpty()
          || !(block.number("index") instanceof Known<Optional<Long>>(var index))
          || !(block.number("state") instanceof Known<Optional<Long>>(var state))
          || index.isEmpty()
          || state.isEmpty()
          || state.get() < 0
          || state.get() > LAST_STATE) {
        return Answers.notUnderstood(NATIVE, block.kind() + "=" + block.name());
      }
      if (state.get() > ASKED_ONLY) {
        add(found, index.get(), "", address.get(), block.text("mac").orElse(""));
      }
    }
    return Reading.known(new NeighbourTable(found));
  }

  static Reading<NeighbourTable> printed(Answer answer) {
    return Answers.read(ARP, answer, said -> parse(said.text()));
  }

  private static Reading<NeighbourTable> parse(String text) {
    var found = new ArrayList<Neighbour>();
    long index = -1;
    String own = "";
    for (String line : Lines.of(text)) {
      Matcher link = LINK.matcher(line);
      Matcher row = ROW.matcher(line);
      if (link.matches()) {
        own = link.group(1);
        index = Long.parseLong(link.group(2), 16);
      } else if (row.matches() && index >= 0) {
        var address = IpAddress.of(row.group(1));
        if (address.isPresent()) {
          add(found, index, own, address.get(), row.group(2));
        }
      }
    }
    return index < 0 ? Answers.notUnderstood(ARP, text) : Reading.known(new NeighbourTable(found));
  }

  private static void add(
      List<Neighbour> found, long index, String own, IpAddress address, String mac) {
    Macs.of(mac).ifPresent(good -> found.add(new Neighbour(index, own, address.text(), good)));
  }

  /** The hardware address that answers for an address there; empty when nobody has told. */
  String mac(String address, Adapter adapter) {
    return all.stream()
        .filter(one -> one.address.equals(address) && one.isOn(adapter))
        .map(Neighbour::mac)
        .findFirst()
        .orElse("");
  }

  /** The other addresses that it answers for there. */
  List<String> alike(String address, String mac, Adapter adapter) {
    return mac.isEmpty()
        ? List.of()
        : all.stream()
            .filter(one -> one.mac.equals(mac) && one.isOn(adapter))
            .map(Neighbour::address)
            .filter(other -> !other.equals(address))
            .distinct()
            .sorted()
            .toList();
  }
}
