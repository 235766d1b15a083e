package porchlight.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import porchlight.facts.Fact;
import porchlight.facts.Facts;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Lan.Router;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Remembered;
import porchlight.facts.Remembered.Box;
import porchlight.facts.Remembered.By;
import porchlight.facts.Remembered.Earlier;
import porchlight.facts.Wifi;

/**
 * The gateway is who it was, and nobody else pretends to be it.
 *
 * @param newForDays a gateway that came later is news until it was seen on more days than these
 */
public record GatewayIdentity(int newForDays) implements Check {
  private static final int SHOWN = 8;

  /** From here an exchanged router and an impostor look the same. */
  private static final Evidence CONFIRM =
      Evidence.of(
          "to confirm",
          "ask whoever runs the network what was changed, and find the hardware address below on the"
              + " label of a router of theirs");

  private static final String BESIDE =
      "by IPv4 routers take turns; whether the router by IPv6 is one of them or a neighbour cannot be"
          + " told";

  @Override
  public Set<Fact> needs() {
    return Set.of(Fact.LAN, Fact.WIFI);
  }

  @Override
  public Verdict judge(Facts facts) {
    return switch (facts.lan()) {
      case Unknown<Lan> unknown -> Verdict.unknown(unknown);
      case Known<Lan>(Lan(var attachments)) when attachments.isEmpty() ->
          Verdict.notApplicable("this laptop has no way out through a local network");
      case Known<Lan>(Lan(var attachments)) -> judge(attachments, facts).withAll(seen(attachments));
    };
  }

  private Verdict judge(List<Attachment> attachments, Facts facts) {
    var earlier =
        facts.remembered() instanceof Known<Remembered>(Remembered(var networks))
            ? networks
            : List.<Earlier>of();
    var signs = new LinkedHashSet<String>();
    var doubts = new LinkedHashSet<String>();
    for (Attachment attachment : attachments) {
      var here = earlier.stream().filter(one -> one.link().equals(attachment.link())).toList();
      here.forEach(one -> changed(attachment, one, signs, doubts));
      if (isShared(attachment, here)) {
        signs.add(
            "another address of this network answers with the gateway's hardware address, as when"
                + " a neighbour pretends to be the gateway");
      }
      if (signs.isEmpty() && areSeveral(attachment, here)) {
        if (isVirtual(attachment)) {
          doubts.add(BESIDE);
        } else {
          signs.add(
              "this network has more than one router to the internet, as when a neighbour offers"
                  + " itself as one");
        }
      }
    }
    if (!signs.isEmpty()) {
      var others = signs.stream().skip(1).map(sign -> Evidence.of("also", sign)).toList();
      return Verdict.fail(signs.getFirst()).withAll(others).with(CONFIRM);
    }
    if (!doubts.isEmpty()) {
      return Verdict.unknown(Reason.NOT_UNDERSTOOD, doubts.getFirst());
    }
    boolean isRadio = attachments.stream().anyMatch(one -> one.kind() == Lan.Kind.WIFI);
    if (isRadio && facts.wifi() instanceof Unknown<Wifi>(var reason, var detail)) {
      return Verdict.unknown(reason, "which Wi-Fi network this is cannot be told: " + detail);
    }
    return switch (facts.remembered()) {
      case Unknown<Remembered>(var reason, var detail) ->
          Verdict.unknown(
              reason, "whether the gateway is the one it was cannot be told: " + detail);
      case Known<Remembered> known when attachments.stream().anyMatch(GatewayIdentity::isBlind) ->
          Verdict.unknown(Reason.TIMED_OUT, "a gateway has not told its hardware address yet");
      case Known<Remembered> known -> pass(attachments, earlier);
    };
  }

  /** The moment of a first visit would tell one network from another as well as a name. */
  private static Verdict pass(List<Attachment> attachments, List<Earlier> earlier) {
    String good = "no sign of anybody who pretends to be the gateway; ";
    boolean met =
        attachments.stream()
            .allMatch(here -> earlier.stream().anyMatch(one -> one.link().equals(here.link())));
    if (!met) {
      return Verdict.pass(
          good + "first time here as far as can be told, so there is nothing to compare it with");
    }
    var since = earlier.stream().map(Earlier::since).min(Comparator.naturalOrder());
    return Verdict.pass(good + "it is the same as when it was met first")
        .withAll(since.map(at -> Evidence.personal("met first", at.toString())).stream().toList());
  }

  /** What is new where something older is remembered. */
  private void changed(
      Attachment attachment, Earlier earlier, Set<String> signs, Set<String> doubts) {
    boolean anyNew = false;
    boolean anyOld = false;
    boolean alone = false;
    boolean turns = false;
    for (boolean ipv4 : List.of(true, false)) {
      var routers = told(attachment, ipv4);
      var old = routers.stream().filter(router -> isOld(router, earlier)).toList();
      // Behind a known address that routers take in turns others are expected, of the same family:
      // what goes by the other one does not go to that address.
      boolean taken = old.stream().anyMatch(Router::isVirtual);
      boolean isNew = !taken && old.size() < routers.size();
      anyNew |= isNew;
      anyOld |= !old.isEmpty();
      alone |= isNew && !old.isEmpty();
      turns |= taken && ipv4;
    }
    if (!anyNew) {
      return;
    }
    // A box of a pair that takes turns often speaks for itself by IPv6.
    if (turns && !alone) {
      doubts.add(BESIDE);
      return;
    }
    switch (earlier.by()) {
      case CONNECTION ->
          signs.add(
              anyOld
                  ? "another router to the internet appeared while the connection stayed up"
                  : "the gateway's hardware address changed while the connection stayed up");
      case WIFI ->
          signs.add(
              anyOld
                  ? "another router to the internet appeared on a Wi-Fi network that had none"
                      + " like it"
                  : "the gateway of a known Wi-Fi network has another hardware address than before");
      case NAME ->
          doubts.add(
              "a Wi-Fi network of this name was known with another gateway and other addresses;"
                  + " whether this is another one or a neighbour's cannot be told");
    }
  }

  private boolean isOld(Router router, Earlier earlier) {
    return earlier.boxes().stream()
        .filter(box -> box.mac().equals(router.hop().mac()))
        .anyMatch(box -> box.since().equals(earlier.since()) || isSettled(box));
  }

  /**
   * A box that had the address for itself on earlier days, on a network recognised by more than
   * this one connection, is no impostor: it was there before the other address was.
   */
  private boolean isShared(Attachment attachment, List<Earlier> here) {
    return attachment.routers().stream()
        .filter(router -> !attachment.sharing(router).isEmpty())
        .anyMatch(router ->
            here.stream()
                .filter(one -> one.by() == By.WIFI)
                .noneMatch(one ->
                    one.boxes().stream()
                        .anyMatch(box ->
                            box.mac().equals(router.hop().mac())
                                && box.since().equals(one.since())
                                && box.alone()
                                && isSettled(box))));
  }

  /**
   * Where routers take turns under an address of all, there are several by intent; then what goes
   * by that family goes to that address first, and nothing is said of the other family.
   */
  private boolean areSeveral(Attachment attachment, List<Earlier> here) {
    var macs = new LinkedHashSet<String>();
    boolean allTurns = true;
    for (boolean ipv4 : List.of(true, false)) {
      var routers = told(attachment, ipv4);
      boolean turns = !routers.isEmpty() && routers.getFirst().isVirtual();
      allTurns &= turns || routers.isEmpty();
      routers.stream().limit(turns ? 1 : routers.size()).forEach(one -> macs.add(one.hop().mac()));
    }
    return macs.size() > 1
        && !allTurns
        && !macs.stream()
            .allMatch(mac ->
                here.stream()
                    .flatMap(one -> one.boxes().stream())
                    .anyMatch(box -> box.mac().equals(mac) && isSettled(box)));
  }

  /** Whether IPv4 goes to an address that routers take in turns. */
  private static boolean isVirtual(Attachment attachment) {
    var routers = told(attachment, true);
    return !routers.isEmpty() && routers.getFirst().isVirtual();
  }

  private boolean isSettled(Box box) {
    return box.days() > newForDays;
  }

  /** Nothing goes to a router that has not told where it is; so one of several may be silent. */
  private static boolean isBlind(Attachment attachment) {
    return macs(attachment).isEmpty();
  }

  private static Set<String> macs(Attachment attachment) {
    var macs = new LinkedHashSet<String>();
    told(attachment).forEach(router -> macs.add(router.hop().mac()));
    return macs;
  }

  /** The routers that have told their hardware address. */
  private static List<Router> told(Attachment attachment) {
    return attachment.routers().stream().filter(router -> !router.hop().mac().isEmpty()).toList();
  }

  private static List<Router> told(Attachment attachment, boolean ipv4) {
    return told(attachment).stream()
        .filter(router -> (router.hop().address().indexOf('.') > 0) == ipv4)
        .toList();
  }

  /** An IPv6 address may hold a hardware address, so addresses are personal here. */
  private static List<Evidence> seen(List<Attachment> attachments) {
    var shown = new ArrayList<Evidence>();
    for (Attachment attachment : attachments) {
      shown.add(Evidence.of("link", attachment.link()));
      for (Router router : attachment.routers()) {
        String mac = router.hop().mac();
        shown.add(
            Evidence.personal(
                "gateway",
                router.hop().address() + (mac.isEmpty() ? " does not answer" : " is " + mac)));
        attachment
            .sharing(router)
            .forEach(other -> shown.add(Evidence.personal("has it, too", other)));
      }
    }
    return shown.size() <= SHOWN ? shown : shown.subList(0, SHOWN);
  }
}
