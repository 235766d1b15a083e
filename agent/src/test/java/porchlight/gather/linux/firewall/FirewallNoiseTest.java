package porchlight.gather.linux.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import porchlight.facts.Firewall;
import porchlight.facts.Firewall.Inbound;
import porchlight.facts.Firewall.Protocol;
import porchlight.facts.Reading.Known;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonText;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * Noise in what a machine says: anything at all must not end in an exception; and where a part that
 * we know is replaced by one that we do not, what was reached may become unknown but never blocked.
 */
class FirewallNoiseTest {
  private static final int ROUNDS = 12;

  @Test
  void a_part_that_is_not_known_never_turns_reached_into_blocked() throws Exception {
    var random = new Random(20261122);
    int tried = 0;
    for (String ruleset : Captures.rulesets()) {
      Machine machine = Captures.machine(ruleset);
      Map<String, Reach> before = reached(machine);
      Answer.Said listing = (Answer.Said) machine.ask(Nft.JSON);
      Json whole = JsonText.parse(listing.text());
      for (int i = 0; i < ROUNDS; i++) {
        var mutated = new Mutation(random);
        Json other = mutated.of(whole, false);
        if (!mutated.done) {
          continue;
        }
        Machine noisy =
            question ->
                question.equals(Nft.JSON)
                    ? new Answer.Said(0, JsonText.compact(other))
                    : machine.ask(question);
        check(ruleset, before, reached(noisy));
        tried++;
      }
    }
    assertTrue(tried > 300, "only " + tried);
  }

  @Test
  void an_option_that_is_not_known_never_turns_reached_into_blocked() {
    var random = new Random(7);
    int tried = 0;
    for (String ruleset : Captures.rulesets()) {
      Machine machine = Captures.machine(ruleset);
      for (Question question :
          List.of(
              IptablesSave.NFT4, IptablesSave.NFT6, IptablesSave.LEGACY4, IptablesSave.LEGACY6)) {
        if (!(machine.ask(question) instanceof Answer.Said(var code, var text, var error))
            || !text.contains("-A ")) {
          continue;
        }
        Map<String, Reach> before = reached(machine);
        for (int i = 0; i < ROUNDS; i++) {
          String other = noisy(text, random);
          Machine noisy =
              asked -> asked.equals(question) ? new Answer.Said(0, other) : machine.ask(asked);
          check(ruleset, before, reached(noisy));
          tried++;
        }
      }
    }
    assertTrue(tried > 150, "only " + tried);
  }

  @Test
  void bytes_changed_and_ends_cut_off_are_never_an_exception() {
    var random = new Random(42);
    int tried = 0;
    for (String ruleset : Captures.rulesets()) {
      Machine machine = Captures.machine(ruleset);
      for (int i = 0; i < ROUNDS; i++) {
        Machine noisy =
            question ->
                machine.ask(question) instanceof Answer.Said(var code, var text, var error)
                    ? new Answer.Said(code, garbled(text, random), error)
                    : machine.ask(question);
        var reading = LinuxFirewall.read(noisy, Optional.empty());
        if (reading instanceof Known<Firewall>(var firewall)) {
          assertTrue(
              firewall.ipv4().inbound() != Inbound.UNKNOWN || !firewall.ipv4().why().isEmpty());
        }
        tried++;
      }
    }
    assertEquals(Captures.rulesets().size() * ROUNDS, tried);
  }

  private static final Rules NOTHING =
      new Rules(List.of(), Optional.empty(), Optional.empty(), Optional.of(Set.of()));

  private static Map<String, Reach> reached(Machine machine) {
    Rules rules = ((Known<Rules>) Rules.read(machine)).value();
    Link link = FirewallMatrixTest.wlan0();
    Map<String, Reach> out = new LinkedHashMap<>();
    for (boolean v6 : new boolean[] {false, true}) {
      for (Protocol protocol : Protocol.values()) {
        var scenes = new ArrayList<>(Scene.all(link, List.of(link), v6, protocol, NOTHING));
        scenes.addAll(Scene.ordinary(link, List.of(link), v6, protocol, NOTHING));
        for (Scene scene : scenes) {
          out.put(
              v6 + " " + protocol + " " + scene.aim() + scene.sourcePorts(),
              Evaluator.reach(scene, rules.on(link)));
        }
      }
    }
    return out;
  }

  private static void check(String ruleset, Map<String, Reach> before, Map<String, Reach> after) {
    before.forEach((kind, was) -> {
      Reach is = after.getOrDefault(kind, Reach.NONE);
      assertTrue(
          was.sure().minus(is.maybe()).isEmpty(),
          () -> ruleset + " " + kind + ": " + was.sure() + " became " + is);
      assertTrue(
          is.sure().minus(was.maybe()).isEmpty(),
          () -> ruleset + " " + kind + ": " + is.sure() + " came of " + was);
      assertTrue(is.sure().minus(is.maybe()).isEmpty());
    });
  }

  /**
   * Replaces one statement of one rule, or the left side of one comparison, by something unknown.
   */
  private static final class Mutation {
    private final Random random;
    private boolean done;

    Mutation(Random random) {
      this.random = random;
    }

    Json of(Json json, boolean inRule) {
      return switch (json) {
        case Json.Arr(var items) -> {
          var copy = new ArrayList<Json>();
          for (Json item : items) {
            copy.add(!done && inRule && random.nextInt(15) == 0 ? unknown() : of(item, inRule));
          }
          yield new Json.Arr(copy);
        }
        case Json.Obj(var members) -> {
          var copy = new LinkedHashMap<String, Json>();
          members.forEach((name, value) -> {
            boolean left = name.equals("left") && !done && random.nextInt(15) == 0;
            copy.put(name, left ? unknown() : of(value, inRule || name.equals("expr")));
          });
          yield new Json.Obj(copy);
        }
        case Json.Str text -> text;
        case Json.Num number -> number;
        case Json.Bool truth -> truth;
        case Json.Null none -> none;
      };
    }

    private Json unknown() {
      done = true;
      return new Json.Obj(Map.of("frobnicate", new Json.Num("1")));
    }
  }

  private static String noisy(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int tries = 0; tries < 1000; tries++) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      int match = line.indexOf(" -m ");
      if (line.startsWith("-A ") && match > 0) {
        int end = line.indexOf(" -", match + 4);
        lines.set(
            at,
            line.substring(0, match)
                + " -m frobnicate --frob "
                + random.nextInt(100)
                + (end < 0 ? "" : line.substring(end)));
        break;
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String garbled(String text, Random random) {
    if (text.isEmpty() || random.nextInt(3) == 0) {
      return text;
    }
    var out = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(out.length());
      switch (random.nextInt(4)) {
        case 0 -> out.setCharAt(at, (char) random.nextInt(0x300));
        case 1 -> out.deleteCharAt(at);
        case 2 -> out.insert(at, out.substring(at, Math.min(out.length(), at + 20)));
        default -> out.setLength(Math.max(1, at));
      }
      if (out.isEmpty()) {
        return "";
      }
    }
    return out.toString();
  }
}
