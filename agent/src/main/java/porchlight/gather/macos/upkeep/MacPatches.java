package porchlight.gather.macos.upkeep;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porchlight.facts.Patches;
import porchlight.facts.Patches.Pending;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.Lifecycle;
import porchlight.gather.macos.MacVersion;
import porchlight.gather.macos.SwVers;
import porchlight.json.tree.Json;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/**
 * What waits to be installed on a Mac: what macOS found when it last looked, and releases of the
 * running major version that our table knows and macOS has not told. Another major version is no
 * patch.
 */
public final class MacPatches {
  /** All that may be asked. */
  public static final List<Question> QUESTIONS = List.of(UpdateSettings.OWN, SoftwareUpdate.LIST);

  private static final String MANAGER = "softwareupdate";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx");

  private MacPatches() {}

  public static Reading<Patches> read(Machine machine) {
    return SwVers.read(machine)
        .flatMap(system ->
            UpdateSettings.own(machine)
                .flatMap(settings -> read(machine, system, settings, Lifecycle.shipped())));
  }

  private static Reading<Patches> read(
      Machine machine, SwVers system, Json.Obj settings, Lifecycle table) {
    List<Offer> first = firstOffers(settings);
    Reading<List<Offer>> offers = offers(settings);
    boolean whole =
        offers instanceof Reading.Known<List<Offer>>(var listed) && isWhole(settings, listed);
    if (!whole) {
      offers = SoftwareUpdate.read(machine.ask(SoftwareUpdate.LIST));
    }
    return switch (offers) {
      case Reading.Known<List<Offer>>(var known) -> patches(system, settings, first, known, table);
      case Reading.Unknown<List<Offer>> unknown -> {
        // What was once offered and is newer than what runs waits, whatever else there is.
        List<Pending> pending = pending(system, first, table);
        yield pending.isEmpty()
            ? unknown.as()
            : Reading.known(new Patches(MANAGER, pending, asOf(settings).orElse(made(table))));
      }
    };
  }

  private static Reading<Patches> patches(
      SwVers system, Json.Obj settings, List<Offer> first, List<Offer> offers, Lifecycle table) {
    List<Pending> pending = pending(system, offers, table);
    if (pending.isEmpty() && first.stream().anyMatch(one -> one.isAbove(system))) {
      return Reading.unknown(
          Reason.STALE, "nothing is listed, but a release newer than this was offered before");
    }
    Optional<Instant> asOf = asOf(settings);
    return pending.isEmpty() && asOf.isEmpty()
        ? Reading.unknown(
            Reason.STALE, "nothing waits, but macOS does not say when it last looked with success")
        : Reading.known(new Patches(MANAGER, pending, asOf.orElse(made(table))));
  }

  private static Instant made(Lifecycle table) {
    return table.asOf("macos").atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static List<Pending> pending(SwVers system, List<Offer> offers, Lifecycle table) {
    var pending = new ArrayList<Pending>();
    for (Offer offer : offers) {
      if (offer.waits(system)) {
        String installed = offer.name().startsWith("macOS ") ? system.label() : "";
        pending.add(new Pending(offer.shown(), installed, Answers.brief(offer.version())));
      }
    }
    if (pending.stream().noneMatch(one -> one.name().startsWith("macOS "))) {
      table
          .find("macos", system.version().major())
          .flatMap(row -> MacVersion.of(row.latest()))
          .filter(latest -> latest.compareTo(system.version()) > 0)
          .ifPresent(latest ->
              pending.add(new Pending("macOS " + latest.text(), system.label(), latest.text())));
    }
    return pending.stream().distinct().sorted(Comparator.comparing(Pending::name)).toList();
  }

  private static Reading<List<Offer>> offers(Json.Obj settings) {
    var listed = settings.get("RecommendedUpdates").flatMap(Json::asItems);
    if (listed.isEmpty()) {
      return Answers.notUnderstood(UpdateSettings.OWN, "no RecommendedUpdates");
    }
    var offers = new ArrayList<Offer>();
    for (Json item : listed.get()) {
      var update = item.asObject();
      var name = update.flatMap(one -> one.text("Display Name"));
      var identifier =
          update.flatMap(one -> one.text("Identifier").or(() -> one.text("Product Key")));
      if (name.isEmpty() || identifier.isEmpty()) {
        return Answers.notUnderstood(UpdateSettings.OWN, "an update without a name");
      }
      offers.add(
          new Offer(
              name.get(),
              update.flatMap(one -> one.text("Display Version")).orElse(""),
              identifier.get()));
    }
    return Reading.known(offers);
  }

  /** Its own count must not be higher than its list is long. */
  private static boolean isWhole(Json.Obj settings, List<Offer> offers) {
    String count = settings.text("LastRecommendedUpdatesAvailable").orElse("0");
    return count.matches("[0-9]{1,6}") && Integer.parseInt(count) <= offers.size();
  }

  private static List<Offer> firstOffers(Json.Obj settings) {
    return settings
        .get("FirstOfferDateDictionary")
        .flatMap(Json::asObject)
        .map(all ->
            all.members().keySet().stream().flatMap(key -> Offer.named(key).stream()).toList())
        .orElse(List.of());
  }

  private static Optional<Instant> asOf(Json.Obj settings) {
    return Stream.of("LastFullSuccessfulDate", "LastSuccessfulDate")
        .flatMap(key -> settings.text(key).stream())
        .flatMap(MacPatches::date)
        .max(Comparator.naturalOrder());
  }

  private static Stream<Instant> date(String text) {
    try {
      return Stream.of(OffsetDateTime.parse(text, DATE).toInstant());
    } catch (DateTimeParseException notADate) {
      return Stream.empty();
    }
  }
}
