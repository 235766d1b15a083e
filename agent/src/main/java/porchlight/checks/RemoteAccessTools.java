package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.RemoteTools;
import porchlight.facts.RemoteTools.Found;
import porchlight.facts.RemoteTools.Tool;

/**
 * Nobody elsewhere can use this laptop but by tools that the policy names.
 *
 * @param allowed those that are the administrators' own
 */
public record RemoteAccessTools(List<Tool> allowed) implements Check {

  public RemoteAccessTools {
    allowed = List.copyOf(allowed);
  }

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.REMOTE_TOOLS);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.remoteTools()) {
      case Unknown<RemoteTools> unknown -> Verdict.unknown(unknown);
      case Known<RemoteTools>(var tools) -> judge(tools).withAll(seen(tools));
    };
  }

  private Verdict judge(RemoteTools tools) {
    var strangers = new ArrayList<Found>();
    for (Found found : tools.found()) {
      if (!allowed.contains(found.tool())) {
        strangers.add(found);
      }
    }
    if (!strangers.isEmpty()) {
      return Verdict.fail("remote control that the policy does not name: " + words(strangers));
    }
    return tools
        .unseen()
        .map(unseen -> Verdict.unknown(unseen.reason(), unseen.detail()))
        .orElseGet(() ->
            Verdict.pass(
                tools.found().isEmpty()
                    ? "no known tool for remote control is here"
                    : "only remote control that the policy names: " + words(tools.found())));
  }

  /** What runs is told first. */
  private static String words(List<Found> found) {
    var running = new ArrayList<String>();
    var installed = new ArrayList<String>();
    for (Found one : found) {
      if (one.running().isEmpty()) {
        installed.add(one.tool().label() + " is installed");
      } else {
        running.add(one.tool().label() + " runs");
      }
    }
    running.addAll(installed);
    return String.join(", ", running);
  }

  private static List<Evidence> seen(RemoteTools tools) {
    var seen = new ArrayList<Evidence>();
    for (Found found : tools.found()) {
      String word = found.tool().word();
      if (!found.running().isEmpty()) {
        seen.add(Evidence.of("runs", word + ": " + String.join(", ", found.running())));
      }
      if (!found.installed().isEmpty()) {
        seen.add(Evidence.of("installed", word + ": " + String.join(", ", found.installed())));
      }
    }
    tools.unseen().ifPresent(why -> seen.add(Evidence.of("not looked into", why.detail())));
    return seen;
  }
}
