package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Sharing.Audience;
import porchlight.facts.Sharing.Kind;
import porchlight.facts.Sharing.Offer;

/**
 * This laptop offers nothing to everybody around it. What listens at a port is judged by {@link
 * ListeningServices}.
 *
 * @param allowed what it may offer to everybody
 */
public record Sharing(List<Kind> allowed) implements Check {

  public Sharing {
    allowed = List.copyOf(allowed);
  }

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.SHARING);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.sharing()) {
      case Unknown<porchlight.facts.Sharing> unknown -> Verdict.unknown(unknown);
      case Known<porchlight.facts.Sharing>(var sharing) ->
          judge(sharing.offers()).withAll(sharing.offers().stream().map(Sharing::seen).toList());
    };
  }

  private Verdict judge(List<Offer> offers) {
    var open = new ArrayList<String>();
    Optional<Verdict> blind = Optional.empty();
    for (Offer offer : offers) {
      if (allowed.contains(offer.kind())) {
        continue;
      }
      switch (offer.audience()) {
        case Unknown<Audience>(var reason, var detail) -> {
          if (blind.isEmpty()) {
            blind = Optional.of(Verdict.unknown(reason, offer.kind().label() + ": " + detail));
          }
        }
        case Known<Audience>(var audience) -> {
          if (audience == Audience.EVERYBODY) {
            open.add(offer.kind().label());
          }
        }
      }
    }
    return open.isEmpty()
        ? blind.orElseGet(
            () -> Verdict.pass("nothing is offered to everybody around but what the policy allows"))
        : Verdict.fail("offered to everybody around: " + String.join(", ", open));
  }

  private static Evidence seen(Offer offer) {
    return Evidence.of(
        offer.kind().word(),
        switch (offer.audience()) {
          case Known<Audience>(var audience) ->
              switch (audience) {
                case NOBODY -> "off";
                case CHOSEN -> "for chosen people";
                case EVERYBODY -> "for everybody";
              };
          case Unknown<Audience>(var reason, var detail) -> "could not tell: " + detail;
        });
  }
}
