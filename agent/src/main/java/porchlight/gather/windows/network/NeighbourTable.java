package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.WindowsNative;

/** Which hardware address answers for which address, on each adapter. */
record NeighbourTable(List<Neighbour> all) {
  static final WindowsNative NATIVE = WindowsNative.NEIGHBOURS;

  private static final int ASKED_ONLY = 1; // NL_NEIGHBOR_STATE: unreachable, incomplete
  private static final int LAST_STATE = 6;

  NeighbourTable {
    all = List.copyOf(all);
  }

  /** Of both families; what a program prints has IPv4 only. */
  static Reading<NeighbourTable> read(Machine machine) {
    return read(machine.ask(NATIVE)).or(() -> ArpPrint.read(machine.ask(ArpPrint.TABLE)));
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

  static void add(List<Neighbour> found, long index, String own, IpAddress address, String mac) {
    Macs.of(mac).ifPresent(good -> found.add(new Neighbour(index, own, address.text(), good)));
  }

  /** The hardware address that answers for an address there; empty when nobody has told. */
  String mac(String address, Adapter adapter) {
    return all.stream()
        .filter(one -> one.address().equals(address) && one.isOn(adapter))
        .map(Neighbour::mac)
        .findFirst()
        .orElse("");
  }

  /** The other addresses that it answers for there. */
  List<String> alike(String address, String mac, Adapter adapter) {
    return mac.isEmpty()
        ? List.of()
        : all.stream()
            .filter(one -> one.mac().equals(mac) && one.isOn(adapter))
            .map(Neighbour::address)
            .filter(other -> !other.equals(address))
            .distinct()
            .sorted()
            .toList();
  }
}
