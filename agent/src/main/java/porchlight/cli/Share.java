package porchlight.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import porchlight.cli.screen.CheckScreen;
import porchlight.cli.screen.Look;
import porchlight.facts.Facts;
import porchlight.facts.Network;
import porchlight.json.KeptCheck;
import porchlight.json.PolicyReader;
import porchlight.machine.Recorded;
import porchlight.machine.Recording;
import porchlight.machine.Recording.Disguised;
import porchlight.machine.TranscriptText;
import porchlight.policy.Assessment;

/**
 * A recording that was made fit to be given away, and what came of replaying it.
 *
 * @param facts what a replay reads
 * @param same whether it is judged as the machine is
 * @param kinds how many names of each kind have stand-ins
 * @param spoken stand-ins whose names are also words that the answers need
 */
record Share(
    Recorded recorded, Facts facts, boolean same, Map<String, Integer> kinds, Set<String> spoken) {
  /** Every machine with more names that are words of the answers is told to be judged otherwise. */
  private static final int MOST_TRIED = 60;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "\"((?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-f]{1,4}:[0-9a-f:]+)(?:/\\d{1,3})?)\"");

  /** What a live look becomes. */
  static Share of(Recording recording, Facts live, Source source, Doors doors, Terminal terminal) {
    Predicate<String> kept = policysOwn();
    var everywhere = recording.disguised(kept, Set.of());
    Share first = of(everywhere, Set.of(), live, source, doors, terminal);
    if (first.same) {
      return first;
    }
    // Some name is also a word that the answers need; it is replaced only where it is a name.
    var names = new TreeSet<>(everywhere.standIns().keySet());
    Share bare = of(recording.disguised(kept, names), names, live, source, doors, terminal);
    if (!bare.same) {
      return first; // it is no name that spoils it
    }
    int tried = 0;
    for (String name : names) {
      if (tried++ < MOST_TRIED) {
        Share other =
            of(
                recording.disguised(kept, Set.of(name)),
                Set.of(name),
                live,
                source,
                doors,
                terminal);
        if (other.same) {
          return other;
        }
      }
    }
    return first;
  }

  private static Share of(
      Disguised disguised,
      Set<String> inPlace,
      Facts live,
      Source source,
      Doors doors,
      Terminal terminal) {
    var recorded =
        new Recorded(
            "Shared by Porchlight " + doors.version() + ".",
            source.at(),
            source.system(),
            disguised.exchanges());
    Facts replayed = Recorder.replay(recorded, live, doors, terminal);
    boolean same = Judged.outcomes(live).equals(Judged.outcomes(replayed));
    var kinds = new TreeMap<String, Integer>();
    disguised.standIns().values().forEach(one -> kinds.merge(kind(one), 1, Integer::sum));
    var spoken = new TreeSet<String>();
    inPlace.forEach(name -> spoken.add(disguised.standIns().getOrDefault(name, name)));
    return new Share(recorded, replayed, same, kinds, spoken);
  }

  private static String kind(String standIn) {
    return standIn.substring(0, standIn.lastIndexOf('-'));
  }

  /** Addresses that the packed policy names are everybody's, and verdicts turn on them. */
  private static Predicate<String> policysOwn() {
    var ranges = new ArrayList<Network>();
    String policy = Pages.text(PolicyReader.PACKED).orElseThrow();
    ADDRESS
        .matcher(policy)
        .results()
        .forEach(found -> Network.of(found.group(1)).ifPresent(ranges::add));
    return address -> ranges.stream().anyMatch(range -> range.contains(address));
  }

  /** The files of a bundle. */
  Bundle bundle(Doors doors) {
    Assessment assessment = PolicyReader.packed().judge(facts);
    var texts = new LinkedHashMap<String, String>();
    texts.put(Bundle.README, ShareWords.readme(this, doors.version()));
    texts.put(
        Bundle.SCREEN,
        new CheckScreen(Pages::of, recorded.system(), doors.root(), false, true)
            .render(assessment, new Look(false, true, Look.plain().columns())));
    texts.put(Bundle.REPORT, KeptCheck.text(assessment, facts));
    texts.put(Bundle.MACHINE, TranscriptText.write(recorded));
    return new Bundle(texts);
  }

  static String size(String text) {
    return String.format(Locale.ROOT, "%.1f kB", text.length() / 1000.0);
  }
}
