package porchlight.cli.screen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Antivirus;
import porchlight.facts.Clock;
import porchlight.facts.Disks;
import porchlight.facts.Disks.Protection;
import porchlight.facts.Hosts;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Reboot;
import porchlight.facts.Updating;

/** How a laptop is kept, as lines of the screen of facts. */
final class UpkeepWords {
  private UpkeepWords() {}

  static List<String> of(Disks disks) {
    return disks.places().stream().map(UpkeepWords::of).toList();
  }

  private static String of(Disks.Place place) {
    return place.name()
        + ": "
        + switch (place.protection()) {
          case Known<Protection>(var protection) ->
              switch (protection) {
                case ENCRYPTED -> "encrypted";
                case SUSPENDED -> "encrypted, protection suspended";
                case PLAIN -> "not encrypted";
              };
          case Unknown<Protection>(var reason, var detail) ->
              "could not tell (" + reason.word() + "): " + detail;
        };
  }

  static List<String> of(Reboot reboot) {
    return switch (reboot) {
      case Reboot.Pending(var causes) -> {
        var lines = new ArrayList<String>(List.of("a restart is needed"));
        lines.addAll(causes);
        yield lines;
      }
      case Reboot.NotPending(var running) -> List.of("no restart is needed; " + running + " runs");
      case Reboot.DoesNotApply(var because) -> List.of(because);
    };
  }

  static List<String> of(Updating updating) {
    var lines = new ArrayList<String>();
    lines.add(
        updating.byItself()
            ? "security updates are installed by " + updating.by()
            : "security updates are not installed automatically");
    lines.addAll(updating.gaps());
    updating.pausedUntil().ifPresent(time -> lines.add("put off until " + time));
    return lines;
  }

  static List<String> of(Clock clock) {
    return switch (clock) {
      case Clock.Kept(var by, var last) ->
          List.of("set by " + by + last.map(time -> ", last at " + time).orElse(""));
      case Clock.NotKept(var because) -> List.of("nothing sets it: " + because);
      case Clock.DoesNotApply(var because) -> List.of(because);
    };
  }

  static List<String> of(Antivirus antivirus) {
    if (antivirus.products().isEmpty()) {
      return List.of("none is there that Porchlight knows");
    }
    var lines = new ArrayList<String>();
    for (Antivirus.Product product : antivirus.products()) {
      lines.add(product.name() + ": " + words(product.running(), "runs", "does not run"));
      lines.add(
          "signatures: "
              + switch (product.signatures()) {
                case Known<Instant>(var time) -> "of " + time;
                case Unknown<Instant>(var reason, var detail) ->
                    product
                        .current()
                        .map(current ->
                            (current ? "current" : "out of date") + " by the word of the system")
                        .orElseGet(() -> unclear(reason, detail));
              });
      lines.add(
          "files: " + words(product.onAccess(), "looked at when opened", "only when asked to"));
    }
    return lines;
  }

  private static String words(Reading<Boolean> reading, String yes, String no) {
    return switch (reading) {
      case Known<Boolean>(var known) -> known ? yes : no;
      case Unknown<Boolean>(var reason, var detail) -> unclear(reason, detail);
    };
  }

  private static String unclear(Reason reason, String detail) {
    return "could not tell (" + reason.word() + "): " + detail;
  }

  static List<String> of(Hosts hosts) {
    if (!hosts.isAsked()) {
      return List.of("no hosts file is asked for names");
    }
    var lines =
        new ArrayList<String>(
            List.of(
                hosts.pointed().size()
                    + " names of the internet are sent elsewhere, "
                    + hosts.blocked()
                    + " are blocked"));
    hosts.pointed().forEach(entry -> lines.add(entry.name() + " → " + entry.address()));
    return lines;
  }
}
