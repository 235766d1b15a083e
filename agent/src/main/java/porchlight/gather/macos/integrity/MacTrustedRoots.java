package porchlight.gather.macos.integrity;

import java.util.ArrayList;
import java.util.List;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.TrustedRoots;
import porchlight.facts.TrustedRoots.Root;
import porchlight.facts.Unseen;
import porchlight.gather.macos.people.AtTheScreen;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** Whom a Mac trusts beside what came with it: for everybody, and for the person at the screen. */
public final class MacTrustedRoots {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS =
      List.of(TrustSettings.ADMIN, TrustSettings.OURS, TrustSettings.THEIRS);

  private MacTrustedRoots() {}

  public static Reading<TrustedRoots> read(Machine machine) {
    var added = new ArrayList<Root>();
    var unseen = new ArrayList<Unseen>();
    var everybody = TrustSettings.read(TrustSettings.ADMIN, machine.ask(TrustSettings.ADMIN));
    var person =
        AtTheScreen.question(machine, TrustSettings.OURS, TrustSettings.THEIRS)
            .flatMap(question -> TrustSettings.read(question, machine.ask(question)));
    add(everybody, "trusted for everybody", added, unseen);
    add(person, "trusted for the person at the screen", added, unseen);
    return everybody instanceof Unknown<List<String>> unknown && added.isEmpty()
        ? unknown.as()
        : Reading.known(new TrustedRoots(added, unseen.stream().findFirst()));
  }

  private static void add(
      Reading<List<String>> names, String where, List<Root> added, List<Unseen> unseen) {
    switch (names) {
      case Known<List<String>>(var known) ->
          known.forEach(name -> added.add(new Root(name, where)));
      case Unknown<List<String>>(var reason, var detail) -> unseen.add(new Unseen(reason, detail));
    }
  }
}
