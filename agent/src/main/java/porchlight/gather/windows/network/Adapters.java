package porchlight.gather.windows.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.IpAddress;
import porchlight.facts.Network;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.WindowsNative;

/**
 * The adapters, as the library that every program asks tells them; else as ipconfig prints them.
 */
public final class Adapters {
  static final WindowsNative NATIVE = WindowsNative.ADAPTERS;

  private static final int UP = 1;
  private static final int LAST_STATUS = 7;

  private Adapters() {}

  public static Reading<List<Adapter>> read(Machine machine) {
    return told(machine).or(() -> IpConfig.read(machine));
  }

  /** By the library alone: all of them, with the numbers of their kinds. */
  public static Reading<List<Adapter>> told(Machine machine) {
    return read(machine.ask(NATIVE));
  }

  static Reading<List<Adapter>> read(Answer answer) {
    return Blocks.read(NATIVE, answer).flatMap(Adapters::all);
  }

  private static Reading<List<Adapter>> all(List<Block> blocks) {
    var found = new ArrayList<Adapter>();
    for (Block block : blocks) {
      if (!block.kind().equals("adapter")) {
        return Answers.notUnderstood(NATIVE, block.kind());
      }
      switch (one(block)) {
        case Known<Adapter>(var adapter) -> found.add(adapter);
        case Reading.Unknown<Adapter> unknown -> {
          return unknown.as();
        }
      }
    }
    return found.isEmpty() // there is always the loopback
        ? Answers.notUnderstood(NATIVE, "no adapter")
        : Reading.known(List.copyOf(found));
  }

  private static Reading<Adapter> one(Block block) {
    String name = Answers.brief(block.text("name").orElse(""));
    var type = number(block, "type");
    var status = number(block, "status");
    var index = number(block, "index");
    var index6 = number(block, "index6");
    if (name.isEmpty()
        || type.isEmpty()
        || type.get() < 1
        || type.get() > 10_000
        || status.isEmpty()
        || status.get() < UP
        || status.get() > LAST_STATUS
        || (index.isEmpty() && index6.isEmpty())) {
      return Answers.notUnderstood(NATIVE, "an adapter without name, type, status or index");
    }
    var addresses = new ArrayList<Network>();
    for (String text : block.list("addresses")) {
      var address = Network.of(text.replaceFirst("%[^/]*", ""));
      if (address.isEmpty()) {
        return Answers.notUnderstood(NATIVE, text);
      }
      addresses.add(address.get());
    }
    var gateways = plain(block.list("gateways"));
    var dns = plain(block.list("dns"));
    return gateways.isEmpty() || dns.isEmpty()
        ? Answers.notUnderstood(NATIVE, "no address among gateways or dns of " + block.name())
        : Reading.known(
            new Adapter(
                block.name(),
                index.orElse(-1L),
                index6.orElse(-1L),
                name,
                Answers.brief(block.text("description").orElse("")),
                type.get().intValue(),
                status.get() == UP,
                block.text("mac").flatMap(Macs::of).orElse(""),
                block.text("dhcpServer").flatMap(IpAddress::of).map(IpAddress::text).orElse(""),
                Answers.brief(block.text("suffix").orElse("")),
                number(block, "metric4").orElse(-1L),
                number(block, "metric6").orElse(-1L),
                addresses,
                gateways.get(),
                dns,
                number(block, "hardware")
                    .filter(bit -> bit == 0 || bit == 1)
                    .map(bit -> bit == 1)));
  }

  /** Without zones; nothing where one is no address. */
  static Optional<List<String>> plain(List<String> texts) {
    var found = new ArrayList<String>();
    for (String text : texts) {
      int zone = text.indexOf('%');
      var address = IpAddress.of(zone < 0 ? text : text.substring(0, zone));
      if (address.isEmpty()) {
        return Optional.empty();
      }
      found.add(address.get().text());
    }
    return Optional.of(found);
  }

  private static Optional<Long> number(Block block, String key) {
    return block.number(key) instanceof Known<Optional<Long>>(var number)
        ? number
        : Optional.empty();
  }
}
