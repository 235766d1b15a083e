package porchlight.gather.windows.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Reached;
import porchlight.facts.Firewall.Side;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.gather.windows.ports.Listener;

/** From how the firewall stands to what strangers reach. */
record FwEffect(FwState state, OtherFirewalls others, Reading<List<Listener>> sockets) {

  /** Of several profiles in force the weakest counts; of those that perhaps are, all must agree. */
  Side side(boolean six) {
    var sides = new ArrayList<Side>();
    for (int bit : FwProfile.ALL) {
      FwProfile profile = state.profiles().get(bit);
      if (profile != null && (state.current() == 0 || (state.current() & bit) != 0)) {
        sides.add(side(profile, bit, six));
      }
    }
    if (sides.isEmpty()) {
      return Side.unknown("the profile that is in force was not told");
    }
    Side worst = sides.getFirst();
    for (Side side : sides) {
      worst = worst.worse(side);
    }
    boolean agree = sides.stream().distinct().count() == 1;
    return agree || state.current() != 0 || isSafe(worst)
        ? worst
        : Side.unknown("the profiles differ, and which of them is in force was not told");
  }

  private static boolean isSafe(Side side) {
    for (Reached one : List.of(side.ordinary(), side.crafted())) {
      if (one.inbound() == Inbound.OPEN || one.inbound() == Inbound.UNKNOWN) {
        return false;
      }
    }
    return true;
  }

  private Side side(FwProfile profile, int bit, boolean six) {
    if (!profile.on()) {
      return off(others.whenOff());
    }
    switch (others.on()) {
      case Known<Optional<String>>(var name) -> {
        if (name.isPresent()) {
          return Side.unknown(
              name.get() + " may stand in for the firewall of Windows, and is not read");
        }
      }
      case Unknown<Optional<String>>(var reason, var detail) -> {
        return Side.unknown(
            "whether another firewall stands in for that of Windows could not be told: " + detail);
      }
    }
    if (profile.leavesOut()) {
      return Side.unknown("the firewall leaves out some of the network connections");
    }
    if (profile.blocksAll()) {
      return Side.blocked();
    }
    var rules = new ArrayList<>(state.policyRules());
    if (profile.ownRules()) {
      switch (state.rules()) {
        case Known<List<FwRule>>(var own) -> rules.addAll(own);
        case Unknown<List<FwRule>>(var reason, var detail) -> {
          return profile.letsIn()
              ? Side.open()
              : Side.unknown("the firewall is on; what its rules let in is not known: " + detail);
        }
      }
    }
    rules.removeIf(rule -> !rule.isFor(bit));
    return new Letting(rules, sockets, profile.letsIn()).side(six);
  }

  /** Open is only what nobody else can be keeping shut. */
  static Side off(Reading<Optional<String>> other) {
    return switch (other) {
      case Known<Optional<String>>(var name) ->
          name.map(one ->
                  Side.unknown(
                      "the firewall of Windows is off, and " + one + ", which is not read, is on"))
              .orElseGet(Side::open);
      case Unknown<Optional<String>>(var reason, var detail) ->
          Side.unknown(
              "the firewall of Windows is off, and whether another one is on could not be told: "
                  + detail);
    };
  }
}
