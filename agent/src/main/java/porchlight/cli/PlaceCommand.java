package porchlight.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import porchlight.checks.Outcome;
import porchlight.checks.Place;
import porchlight.cli.screen.PlaceScreen;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Place.Kind;
import porchlight.facts.Probes;
import porchlight.policy.PlaceRules;

/** {@code porchlight place [KIND|forget]}. */
final class PlaceCommand implements Command {
  private static final String FORGET = "forget";

  @Override
  public String about() {
    return "Say where this laptop is, or tell it: porchlight place home.";
  }

  @Override
  public void describe(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .required(false)
            .type(String.class)
            .paramLabel("WORD")
            .description(
                "What this place is: home, office, guest, public-hotspot or phone-hotspot; forget"
                    + " forgets it.")
            .build());
  }

  @Override
  public int run(ParseResult given, Doors doors, Terminal terminal) {
    String word = given.matchedPositionalValue(0, "");
    if (!word.isEmpty()) {
      Given.word(word, "place", words());
      boolean done = doors.agent().place(facts(doors, terminal), Kind.of(word));
      if (word.equals(FORGET)) {
        terminal.result(done ? "Forgotten.\n" : "Nothing was remembered of this place.\n");
        return Exit.SAFE;
      }
      if (!done) {
        terminal.result(
            "Nothing was remembered: there is no local network whose gateway has told who it is.\n");
        return Exit.CANNOT_SAY;
      }
    }
    var verdict = new Place(List.of()).judge(facts(doors, terminal));
    terminal.result(PlaceScreen.render(verdict, terminal.look()));
    return verdict.outcome() == Outcome.UNKNOWN ? Exit.CANNOT_SAY : Exit.SAFE;
  }

  private static Facts facts(Doors doors, Terminal terminal) {
    return Source.of(Optional.empty(), doors, PlaceRules.NONE)
        .facts(
            Set.of(Fact.PLACE, Fact.LAN, Fact.WIFI),
            Probes.USUAL.turnedOff("where this is needs nothing of the network"),
            doors,
            terminal,
            true);
  }

  private static List<String> words() {
    var words = new ArrayList<String>();
    for (Kind kind : Kind.values()) {
      switch (kind) {
        case HOME, OFFICE, GUEST, PUBLIC_HOTSPOT, PHONE_HOTSPOT -> words.add(kind.word());
        case WIRED, UNKNOWN -> {} // what a place is when nobody said
      }
    }
    words.add(FORGET);
    return words;
  }
}
