package porchlight.places;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Lan.Router;
import porchlight.facts.Network;
import porchlight.facts.Reading;
import porchlight.facts.Remembered;
import porchlight.facts.Remembered.Box;
import porchlight.facts.Remembered.By;
import porchlight.facts.Remembered.Earlier;
import porchlight.facts.Wifi;
import porchlight.places.Anchors.Anchor;

/** The gateways of the networks that this laptop was on, and nothing that names either. */
public record KnownGateways(List<Line> lines) {
  /** Nothing yet. */
  public static final KnownGateways NONE = new KnownGateways(List.of());

  private static final Duration WIFI_KEPT = Duration.ofDays(180);
  private static final Duration CONNECTION_KEPT = Duration.ofDays(2);
  private static final int MOST = 500;

  /** Of one network; a site with more is none that we know. */
  private static final int MOST_OF_ONE = 32;

  /** At one look; whoever advertises more of them wants the others forgotten. */
  private static final int MOST_AT_ONCE = 8;

  /** A made-up address that stays for more days than these is a router's, no phone's. */
  private static final int PHONE_DAYS = 3;

  private static final List<Network> PHONES =
      Stream.of("172.20.10.0/28", "192.168.42.0/24", "192.168.43.0/24")
          .map(range -> Network.of(range).orElseThrow())
          .toList();

  public KnownGateways {
    lines = List.copyOf(lines);
  }

  /** What that text says; nothing when any of it is damaged. */
  public static Optional<KnownGateways> of(String text) {
    var lines = new ArrayList<Line>();
    for (String line : text.lines().toList()) {
      var read = Line.of(line);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      lines.add(read.get());
    }
    return Optional.of(new KnownGateways(lines));
  }

  public String text() {
    var out = new StringBuilder();
    lines.forEach(line -> out.append(line.text()).append('\n'));
    return out.toString();
  }

  /** What is remembered of the networks that this laptop is on now. */
  public Remembered recall(Lan lan, Reading<Wifi> wifi, Secret secret) {
    var found = new ArrayList<Earlier>();
    for (Attachment attachment : lan.attachments()) {
      for (Anchor anchor : Anchors.of(attachment, wifi, secret)) {
        var known = lines.stream().filter(line -> line.network().equals(anchor.id())).toList();
        if (!known.isEmpty() && !isPhone(attachment, anchor, known)) {
          found.add(earlier(attachment, anchor, known, secret));
        }
      }
    }
    return new Remembered(found);
  }

  /**
   * A phone that shares its connection makes up another address every time. Its range is a sign
   * only where it is part of what the network is known by: anybody can hand out any.
   */
  private static boolean isPhone(Attachment here, Anchor anchor, List<Line> known) {
    boolean madeUp =
        known.stream().allMatch(Line::madeUp)
            && here.routers().stream().allMatch(Router::madeUpMac);
    boolean stayed = known.stream().anyMatch(line -> line.days() > PHONE_DAYS);
    return switch (anchor.by()) {
      case CONNECTION -> false;
      case WIFI -> madeUp && (!stayed || isPhoneRange(here));
      case NAME -> madeUp && !stayed;
    };
  }

  private static boolean isPhoneRange(Attachment here) {
    return here.addresses().stream()
        .anyMatch(own ->
            own.first().isIpv4()
                && PHONES.stream().anyMatch(range -> range.contains(own.first().text())));
  }

  private static Earlier earlier(
      Attachment attachment, Anchor anchor, List<Line> known, Secret secret) {
    var boxes = new ArrayList<Box>();
    for (String mac : macs(attachment).keySet()) {
      String hidden = secret.hides("box", anchor.id(), mac);
      known.stream()
          .filter(line -> line.box().equals(hidden))
          .map(line -> new Box(mac, line.first(), line.days(), line.alone()))
          .forEach(boxes::add);
    }
    Instant since =
        known.stream().map(Line::first).min(Comparator.naturalOrder()).orElse(Instant.MAX);
    return new Earlier(attachment.link(), anchor.by(), since, boxes);
  }

  /** The same memory after a look at that time. */
  public KnownGateways learn(Lan lan, Reading<Wifi> wifi, Secret secret, Instant at) {
    var all = new ArrayList<Line>(lines);
    for (Attachment attachment : lan.attachments()) {
      for (Anchor anchor : Anchors.of(attachment, wifi, secret)) {
        Instant first = after(anchor, at);
        macs(attachment)
            .forEach((mac, alone) -> {
              String box = secret.hides("box", anchor.id(), mac);
              boolean madeUp = Lan.isMadeUp(mac);
              var now = new Line(anchor.by(), anchor.id(), box, first, at, 1, alone, madeUp);
              int place = place(all, now);
              if (place < 0) {
                all.add(now);
              } else {
                all.set(place, all.get(place).seen(at));
              }
            });
      }
    }
    all.removeIf(line -> line.last().plus(kept(line.by())).isBefore(at));
    // What was not seen for longest goes first; connections before networks, since any network that
    // this laptop is on can make as many as it likes.
    all.sort(
        Comparator.comparing((Line line) -> line.by() != By.CONNECTION)
            .thenComparing(Line::last)); // stable
    List<Line> kept = bounded(all);
    return new KnownGateways(kept.subList(Math.max(0, kept.size() - MOST), kept.size()));
  }

  /** Of a network with too many those that were there on more days, and first. */
  private static List<Line> bounded(List<Line> all) {
    var byNetwork = all.stream().collect(Collectors.groupingBy(Line::network));
    var dropped = new HashSet<Line>();
    for (List<Line> lines : byNetwork.values()) {
      lines.stream()
          .sorted(Comparator.comparingInt(Line::days).reversed().thenComparing(Line::first))
          .skip(MOST_OF_ONE)
          .forEach(dropped::add);
    }
    return all.stream().filter(line -> !dropped.contains(line)).toList();
  }

  /** What comes later is remembered as later, even by a clock that was set back. */
  private Instant after(Anchor anchor, Instant at) {
    return lines.stream()
        .filter(line -> line.network().equals(anchor.id()))
        .map(line -> line.first().plusMillis(1))
        .filter(later -> later.isAfter(at))
        .max(Comparator.naturalOrder())
        .orElse(at);
  }

  private static int place(List<Line> all, Line now) {
    for (int i = 0; i < all.size(); i++) {
      Line line = all.get(i);
      if (line.network().equals(now.network()) && line.box().equals(now.box())) {
        return i;
      }
    }
    return -1;
  }

  /** The hardware addresses of the gateways there, each with whether it has it for itself. */
  private static Map<String, Boolean> macs(Attachment attachment) {
    var found = new LinkedHashMap<String, Boolean>();
    for (Router router : attachment.routers()) {
      String mac = router.hop().mac();
      if (!mac.isEmpty() && (found.size() < MOST_AT_ONCE || found.containsKey(mac))) {
        found.merge(mac, attachment.sharing(router).isEmpty(), Boolean::logicalAnd);
      }
    }
    return found;
  }

  private static Duration kept(By by) {
    return switch (by) {
      case CONNECTION -> CONNECTION_KEPT;
      case WIFI, NAME -> WIFI_KEPT;
    };
  }
}
