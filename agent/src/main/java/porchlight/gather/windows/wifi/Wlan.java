package porchlight.gather.windows.wifi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.machine.Answer;
import porchlight.machine.WindowsNative;

/** Wlanapi: the radios, what they do, and the stored networks. */
record Wlan(List<Radio> radios, List<Stored> stored) {
  static final WindowsNative NATIVE = WindowsNative.WLAN;

  private static final int LAST_STATE = 7;

  Wlan {
    radios = List.copyOf(radios);
    stored = List.copyOf(stored);
  }

  static Reading<Wlan> read(Answer answer) {
    return Blocks.read(NATIVE, answer).flatMap(Wlan::of);
  }

  private static Reading<Wlan> of(List<Block> blocks) {
    var radios = new ArrayList<Radio>();
    var stored = new ArrayList<Stored>();
    for (Block block : blocks) {
      if (block.kind().equals("profile")) {
        stored.add(stored(block));
        continue;
      }
      if (!block.kind().equals("interface")
          || !(block.number("state") instanceof Known<Optional<Long>>(var state))
          || state.isEmpty()
          || state.get() < 0
          || state.get() > LAST_STATE
          || !(block.number("auth") instanceof Known<Optional<Long>>(var auth))
          || !(block.number("cipher") instanceof Known<Optional<Long>>(var cipher))) {
        return Answers.notUnderstood(NATIVE, block.kind() + "=" + block.name());
      }
      radios.add(
          new Radio(
              block.name(),
              state.get().intValue(),
              block.text("current").orElse(""),
              block.text("ssid").orElse(""),
              block.text("profile").orElse(""),
              auth,
              cipher));
    }
    return Reading.known(new Wlan(radios, stored));
  }

  private static Stored stored(Block block) {
    return new Stored(
        block.name(),
        block.text("interface").orElse(""),
        block.number("flags") instanceof Known<Optional<Long>>(var flags)
            && (flags.orElse(0L) & 1) != 0,
        block.text("xml").isEmpty(),
        block.text("ssid").orElse(""),
        block.text("authentication").orElse(""),
        block.text("encryption").orElse(""),
        block.text("connectionMode").orElse("auto"), // as the schema has it
        block.text("transitionMode").filter("true"::equalsIgnoreCase).isPresent());
  }

  /** The stored networks of one radio that bear that name. */
  List<Stored> named(String network, String guid) {
    return stored.stream()
        .filter(one -> one.guid().equalsIgnoreCase(guid))
        .filter(one -> one.network().equals(network) || !one.isReadable())
        .toList();
  }

  /** The stored network that a radio says it has joined. */
  Optional<Stored> joined(Radio radio) {
    return stored.stream()
        .filter(one -> one.guid().equalsIgnoreCase(radio.guid()))
        .filter(one -> one.profile().equals(radio.profile()))
        .findFirst();
  }
}
