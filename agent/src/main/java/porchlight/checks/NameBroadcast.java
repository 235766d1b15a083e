package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.NameBroadcast.Asking;
import porchlight.facts.NameBroadcast.Way;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;

/**
 * This laptop does not ask everybody on its networks for names, because anybody may answer.
 *
 * @param allowed the ways in which it may
 */
public record NameBroadcast(List<Way> allowed) implements Check {

  public NameBroadcast {
    allowed = List.copyOf(allowed);
  }

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.NAME_BROADCAST);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.nameBroadcast()) {
      case Unknown<porchlight.facts.NameBroadcast> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.NameBroadcast>(var broadcast) ->
          judge(broadcast).withAll(broadcast.asking().stream().map(NameBroadcast::seen).toList());
    };
  }

  private Verdict judge(porchlight.facts.NameBroadcast broadcast) {
    var used = new TreeSet<Way>();
    broadcast.asking().forEach(asking -> used.add(asking.way()));
    var forbidden = new ArrayList<String>();
    for (Way way : used) {
      if (!allowed.contains(way)) {
        forbidden.add(way.label());
      }
    }
    if (!forbidden.isEmpty()) {
      return Verdict.fail(
          "the neighbours on a network are asked for names ("
              + String.join(", ", forbidden)
              + "), and any of them may answer");
    }
    return broadcast
        .unseen()
        .map(unseen -> Verdict.unknown(unseen.reason(), unseen.detail()))
        .orElseGet(() ->
            Verdict.pass(
                used.isEmpty()
                    ? "no neighbour is asked for names"
                    : "the neighbours are asked for names only in ways that the policy allows"));
  }

  private static Evidence seen(Asking asking) {
    String where = asking.link().isEmpty() ? "" : " on " + asking.link();
    return Evidence.of("asks by", asking.way().label() + where + " (" + asking.by() + ")");
  }
}
