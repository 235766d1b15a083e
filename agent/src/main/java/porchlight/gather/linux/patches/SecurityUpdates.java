package porchlight.gather.linux.patches;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import porchlight.facts.Patches;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Machine;
import porchlight.machine.Question.ReadFile;

/**
 * What the security lists of the installed release have newer than what is installed.
 *
 * <p>Found pending is pending, whatever else could not be seen. Nothing pending is only said when
 * every list that could say otherwise was there and whole.
 */
record SecurityUpdates(Machine machine, Archive archive, AptLists lists, Installed installed) {

  /** The newest version of each installed package, and the lengths that each release states. */
  private record Offers(
      Map<PackageId, DebianVersion> newest, Map<Release, Map<String, Long>> lengths) {}

  Reading<Patches> read() {
    List<Release> base = releases(archive::isBase);
    if (base.isEmpty()) {
      return Reading.unknown(
          Reason.TOOL_MISSING, "apt has no security list of " + archive.codename());
    }
    return offers(archive::isSecurity)
        .flatMap(own -> {
          var asOf = Freshness.asOf(archive, lists, own.lengths());
          return asOf.isEmpty()
              ? Reading.unknown(
                  Reason.NOT_UNDERSTOOD,
                  "the security list of " + archive.codename() + " has no date")
              : waiting(own).map(pending -> new Patches("apt", pending, asOf.get()));
        });
  }

  private Reading<List<Patches.Pending>> waiting(Offers own) {
    return pending(own.newest())
        .flatMap(pending ->
            pending.isEmpty()
                ? nothing(Coverage.gap(archive, lists, installed, own.lengths()))
                : Reading.known(pending));
  }

  private Reading<List<Patches.Pending>> nothing(Optional<String> gap) {
    if (gap.isPresent()) {
      return Reading.unknown(Reason.TOOL_MISSING, "apt has no security list for " + gap.get());
    }
    return offers(archive::isOfAnotherRelease)
        .flatMap(others -> pending(others.newest()))
        .flatMap(others ->
            others.isEmpty()
                ? Reading.known(others)
                : Reading.unknown(
                    Reason.NOT_UNDERSTOOD,
                    "security lists of more than one release, and "
                        + others.getFirst().name()
                        + " is newer in that of another"));
  }

  private List<Release> releases(Predicate<Release> wanted) {
    return lists.byRelease().keySet().stream()
        .filter(wanted)
        .sorted(Comparator.comparing(Release::file))
        .toList();
  }

  private Reading<Offers> offers(Predicate<Release> wanted) {
    var all = new Offers(new HashMap<>(), new HashMap<>());
    for (Release release : releases(wanted)) {
      ReadFile question = AptLists.FOLDER.file(release.file());
      Reading<Boolean> read =
          Answers.read(
              question,
              machine.ask(question),
              said -> add(release, Release.lengths(said.text()), all));
      if (read instanceof Reading.Unknown<Boolean> unknown) {
        return unknown.as();
      }
    }
    return Reading.known(all);
  }

  private Reading<Boolean> add(Release release, Map<String, Long> lengths, Offers all) {
    all.lengths().put(release, lengths);
    for (var list : lists.byRelease().getOrDefault(release, Map.of()).entrySet()) {
      var length = Optional.ofNullable(lengths.get(list.getKey()));
      switch (SecurityList.read(list.getValue(), length, installed, machine)) {
        case Reading.Known<Map<PackageId, DebianVersion>>(var offers) ->
            offers.forEach(
                (id, version) -> all.newest().merge(id, version, SecurityUpdates::newer));
        case Reading.Unknown<Map<PackageId, DebianVersion>> unknown -> {
          return unknown.as();
        }
      }
    }
    return Reading.known(true);
  }

  private static DebianVersion newer(DebianVersion one, DebianVersion other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private Reading<List<Patches.Pending>> pending(Map<PackageId, DebianVersion> offers) {
    List<Patches.Pending> pending = new ArrayList<>();
    for (var offer : offers.entrySet()) {
      String name = installed.shown(offer.getKey());
      String text = installed.versions().getOrDefault(offer.getKey(), "");
      var present = DebianVersion.of(text);
      if (present.isEmpty()) {
        return Answers.notUnderstood(Dpkg.STATUS, "the version of " + name);
      }
      if (present.get().compareTo(offer.getValue()) < 0) {
        pending.add(new Patches.Pending(name, text, offer.getValue().text()));
      }
    }
    pending.sort(Comparator.comparing(Patches.Pending::name));
    return Reading.known(pending);
  }
}
