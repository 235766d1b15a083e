package porchlight.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Integrity;
import porchlight.facts.Integrity.Guard;
import porchlight.facts.Integrity.Kind;
import porchlight.facts.Integrity.State;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;

/**
 * Nobody turned off what keeps the operating system from being exchanged.
 *
 * @param secureBoot whether Secure Boot must be on as well
 */
public record SystemIntegrity(boolean secureBoot) implements Check {

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.INTEGRITY);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.integrity()) {
      case Unknown<Integrity> unknown -> Verdict.unknown(unknown);
      case Known<Integrity>(var integrity) ->
          judge(integrity.guards().stream().filter(this::counts).toList())
              .withAll(integrity.guards().stream().map(SystemIntegrity::seen).toList());
    };
  }

  private boolean counts(Guard guard) {
    return secureBoot || guard.kind() != Kind.SECURE_BOOT;
  }

  private static Verdict judge(List<Guard> guards) {
    if (guards.isEmpty()) {
      return Verdict.notApplicable(
          "this system has nothing of the kind but Secure Boot, which this policy does not ask for");
    }
    var gone = new ArrayList<String>();
    Optional<Verdict> blind = Optional.empty();
    for (Guard guard : guards) {
      switch (guard.state()) {
        case Unknown<State>(var reason, var detail) ->
            blind =
                Optional.of(
                    blind.orElse(
                        Verdict.unknown(
                            reason,
                            "whether "
                                + guard.kind().label()
                                + " is on could not be told: "
                                + detail)));
        case Known<State>(var state) -> {
          switch (state) {
            case ON -> {}
            case PARTLY -> gone.add(guard.kind().label() + " is partly off");
            case OFF -> gone.add(guard.kind().label() + " is off");
          }
        }
      }
    }
    return gone.isEmpty()
        ? blind.orElseGet(() -> Verdict.pass("what keeps the system as it was made is on"))
        : Verdict.fail(String.join(", ", gone));
  }

  private static Evidence seen(Guard guard) {
    return Evidence.of(
        guard.kind().word(),
        switch (guard.state()) {
              case Known<State>(var state) -> state.word();
              case Unknown<State>(var reason, var detail) -> "could not tell: " + detail;
            }
            + guard.unseen().map(why -> "; not looked into: " + why.detail()).orElse(""));
  }
}
