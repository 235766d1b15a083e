package porchlight.gather.windows.firewall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Reading;
import porchlight.gather.Answers;
import porchlight.gather.windows.Blocks;
import porchlight.gather.windows.Blocks.Block;
import porchlight.gather.windows.network.Nearby;
import porchlight.machine.Machine;
import porchlight.machine.WindowsNative;

/**
 * What the firewall's own interface says, {@code HNetCfg.FwPolicy2}: which profiles are in force,
 * and what was set on the laptop itself.
 */
final class FwCom {
  static final WindowsNative FIREWALL = WindowsNative.FIREWALL;

  private static final int EVERY_PROFILE = 7;
  private static final int ALL_PROFILES = 0x7fff_ffff;

  private FwCom() {}

  static Reading<FwState> read(Machine machine) {
    return Blocks.read(machine, FIREWALL).flatMap(blocks -> state(blocks, Nearby.of(machine)));
  }

  private static Reading<FwState> state(List<Block> blocks, Nearby nearby) {
    int current = 0;
    var profiles = new HashMap<Integer, FwProfile>();
    var rules = new ArrayList<FwRule>();
    for (Block block : blocks) {
      switch (block.kind()) {
        case "profiles" -> current = number(block, "profiles").map(Long::intValue).orElse(0);
        case "profile" -> {
          Optional<FwProfile> profile = profile(block);
          if (profile.isEmpty()) {
            return Answers.notUnderstood(FIREWALL, block.values().toString());
          }
          profiles.put(number(block, "profile").map(Long::intValue).orElse(0), profile.get());
        }
        case "rule" -> {
          Optional<FwRule> rule = rule(block, nearby);
          if (rule.isEmpty()) {
            return Answers.notUnderstood(FIREWALL, block.values().toString());
          }
          rules.add(rule.get());
        }
        default -> {
          return Answers.notUnderstood(FIREWALL, block.kind());
        }
      }
    }
    return profiles.keySet().containsAll(FwProfile.ALL) && profiles.size() == FwProfile.ALL.size()
        ? Reading.known(
            new FwState(current & EVERY_PROFILE, profiles, Reading.known(List.copyOf(rules))))
        : Answers.notUnderstood(FIREWALL, "not all profiles are told");
  }

  private static Optional<FwProfile> profile(Block block) {
    Optional<Long> enabled = number(block, "enabled");
    Optional<Long> inbound = number(block, "inbound");
    Optional<Long> all = number(block, "blockAll");
    Optional<Long> out =
        block.text("excluded").isEmpty() ? Optional.of(0L) : number(block, "excluded");
    return isTruth(enabled) && isTruth(inbound) && isTruth(all) && out.isPresent()
        ? Optional.of(
            new FwProfile(isOne(enabled), isOne(inbound), isOne(all), out.get() != 0, true))
        : Optional.empty();
  }

  private static boolean isTruth(Optional<Long> number) {
    return number.isPresent() && (number.get() == 0 || number.get() == 1);
  }

  private static boolean isOne(Optional<Long> number) {
    return number.isPresent() && number.get() == 1;
  }

  private static Optional<FwRule> rule(Block block, Nearby nearby) {
    Optional<Long> action = number(block, "action");
    Optional<Long> profiles = number(block, "profiles");
    Optional<Long> protocol = number(block, "protocol");
    if (!isTruth(action) || profiles.isEmpty() || protocol.isEmpty()) {
      return Optional.empty();
    }
    String links = block.text("interfaceTypes").orElse("");
    List<String> far = any(block, "remoteAddresses");
    List<String> near = any(block, "localAddresses");
    Scope here =
        Scope.here(near)
            .and(links.equalsIgnoreCase("RemoteAccess") ? Scope.NOBODY : Scope.ORDINARY);
    boolean anyLink =
        (links.isEmpty() || links.equalsIgnoreCase("All"))
            && number(block, "interfaces").orElse(0L) == 0;
    return Optional.of(
        new FwRule(
            isOne(action),
            profiles.get() == ALL_PROFILES ? EVERY_PROFILE : (int) (profiles.get() & EVERY_PROFILE),
            protocol.get().intValue(),
            any(block, "localPorts"),
            any(block, "remotePorts"),
            Scope.of(far, false, nearby).and(here),
            Scope.of(far, true, nearby).and(here),
            block.text("program").orElse(""),
            block.text("service").orElse(""),
            block.text("package").orElse("").equals("1"),
            isOne(action) && number(block, "secure").orElse(0L) > 0,
            !far.isEmpty() || !near.isEmpty() || !anyLink || isOfSome(block)));
  }

  /** Whether it is for one person here, or for certain people or machines there. */
  private static boolean isOfSome(Block block) {
    return block.text("owner").isPresent() || block.text("callers").isPresent();
  }

  /** None for any. */
  private static List<String> any(Block block, String key) {
    List<String> all = block.list(key);
    return all.contains("*") ? List.of() : all;
  }

  private static Optional<Long> number(Block block, String key) {
    return block.number(key) instanceof Reading.Known<Optional<Long>>(var number)
        ? number
        : Optional.empty();
  }
}
