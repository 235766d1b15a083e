package porchlight.gather.linux.antivirus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import porchlight.facts.Antivirus;
import porchlight.facts.Antivirus.Product;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.gather.linux.antivirus.Products.Named;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Question.Among;

/** Antivirus on Linux: where none of the known ones is there, one look tells so. */
public final class LinuxAntivirus {
  private static final Products TABLE = Products.SHIPPED;
  private static final String CLAMAV = "ClamAV";

  /** Every Linux that we know has it; on some it is a link, so what is in it is elsewhere too. */
  private static final String SBIN = "usr/sbin";

  static final Among PLACES = new Among("/", places());

  private LinuxAntivirus() {}

  private static List<String> places() {
    var all = new ArrayList<>(List.of(SBIN));
    all.addAll(TABLE.places());
    return all;
  }

  /** What there is in a place: surely, or perhaps (behind a link, or not for us to see). */
  private enum Presence {
    THERE,
    PERHAPS,
    NOT
  }

  public static Reading<Antivirus> read(Machine machine) {
    return Answers.read(PLACES, machine.ask(PLACES), LinuxAntivirus::kinds)
        .flatMap(kinds -> read(machine, kinds));
  }

  private static Reading<Map<String, String>> kinds(Answer.Said said) {
    var kinds = new HashMap<String, String>();
    for (String line : said.text().lines().toList()) {
      int blank = line.indexOf(' ');
      String path = line.substring(blank + 1);
      if (blank < 1 || !PLACES.paths().contains(path)) {
        return Answers.notUnderstood(PLACES, line);
      }
      kinds.put(path, line.substring(0, blank));
    }
    return said.code() == 0 && kinds.containsKey(SBIN)
        ? Reading.known(kinds)
        : Reading.unknown(
            Reason.NOT_UNDERSTOOD, "programs do not lie here where they do on other systems");
  }

  private static Presence presence(Named product, Map<String, String> kinds) {
    boolean linked = "link".equals(kinds.get(SBIN));
    var presence = Presence.NOT;
    for (String place : product.there()) {
      String kind = kinds.getOrDefault(place, "");
      if (kind.equals("file") || kind.equals("folder")) {
        return Presence.THERE;
      }
      if (!kind.isEmpty() && !(linked && place.startsWith(SBIN + "/"))) {
        presence = Presence.PERHAPS;
      }
    }
    return presence;
  }

  private static Reading<Antivirus> read(Machine machine, Map<String, String> kinds) {
    var surely = new ArrayList<Named>();
    var perhaps = new ArrayList<Named>();
    for (Named product : TABLE.all()) {
      switch (presence(product, kinds)) {
        case THERE -> surely.add(product);
        case PERHAPS -> perhaps.add(product);
        case NOT -> {}
      }
    }
    if (surely.isEmpty() && perhaps.isEmpty()) {
      return Reading.known(new Antivirus(List.of()));
    }
    var services = Services.read(machine.ask(Services.SHOW));
    if (!perhaps.isEmpty()) {
      switch (services) {
        case Reading.Unknown<Services> unknown -> {
          return unknown.as();
        }
        case Reading.Known<Services>(var known) ->
            perhaps.removeIf(one -> !known.knowsOneOf(one.services()));
      }
    }
    var products = new ArrayList<Product>();
    for (Named product : TABLE.all()) {
      if (surely.contains(product) || perhaps.contains(product)) {
        products.add(product(machine, product, services));
      }
    }
    return Reading.known(new Antivirus(products));
  }

  private static Product product(Machine machine, Named product, Reading<Services> services) {
    boolean clamav = product.name().equals(CLAMAV);
    return new Product(
        product.name(),
        services.flatMap(known -> known.runs(product.services())),
        clamav ? Signatures.newest(machine) : itself(product),
        clamav ? services.flatMap(known -> known.runs(Services.ON_ACCESS)) : itself(product),
        Duration.ZERO);
  }

  private static <T> Reading<T> itself(Named product) {
    return Reading.unknown(
        Reason.NOT_SUPPORTED, "only " + product.name() + " itself, or its console, can tell");
  }
}
