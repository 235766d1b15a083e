package porchlight.places;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Lan;
import porchlight.facts.Lan.Attachment;
import porchlight.facts.Place.By;
import porchlight.facts.Place.Kind;
import porchlight.facts.Place.Label;
import porchlight.facts.Place.Met;
import porchlight.facts.Place.Proof;
import porchlight.facts.Reading;
import porchlight.facts.Wifi;

/** The places where this laptop was, and nothing that names one. */
public record KnownPlaces(List<PlaceLine> lines) {
  /** Nothing yet. */
  public static final KnownPlaces NONE = new KnownPlaces(List.of());

  private static final int MOST = 300;
  private static final Duration KEPT = Duration.ofDays(400);

  public KnownPlaces {
    lines = List.copyOf(lines);
  }

  /**
   * The keys of this laptop's memory and of what it tells.
   *
   * @param client of the organisation, where it has one; else the laptop's own
   */
  public record Keys(Secret own, Secret client) {
    String mark() {
      return client.hides("key");
    }
  }

  /**
   * What is remembered of one place.
   *
   * @param login whether a login page was in the way there not long ago
   */
  public record Found(
      Optional<String> id, Optional<Met> met, Optional<Label> label, boolean login) {}

  /** What stands for that network under that key; nothing while its gateway has not told itself. */
  public static Optional<String> id(Attachment here, Secret client) {
    return Marks.id(here, client);
  }

  /** What that text says; nothing when any of it is damaged. */
  public static Optional<KnownPlaces> of(String text) {
    var lines = new ArrayList<PlaceLine>();
    for (String line : text.lines().toList()) {
      var read = PlaceLine.of(line);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      lines.add(read.get());
    }
    return Optional.of(new KnownPlaces(lines));
  }

  public String text() {
    var out = new StringBuilder();
    lines.forEach(line -> out.append(line.text()).append('\n'));
    return out.toString();
  }

  /** What is remembered of the place that this network is. */
  public Found recall(Attachment here, Reading<Wifi> wifi, Keys keys, Instant at) {
    var id = Marks.id(here, keys.client());
    var marks = Marks.of(here, keys.own());
    int place = marks.map(now -> place(lines, now)).orElse(-1);
    if (place < 0) {
      return new Found(id, Optional.empty(), Optional.empty(), false);
    }
    PlaceLine line = lines.get(place);
    var way = WayIn.of(here, wifi, keys.own());
    var label =
        line.label()
            .map(kind ->
                new Label(
                    kind,
                    By.PERSON,
                    way.filter(one -> line.ways().contains(one.id()))
                        .map(WayIn::proof)
                        .orElse(Proof.NOTHING)));
    return new Found(
        line.key().equals(keys.mark()) ? Optional.of(line.id()) : id,
        line.met(at),
        label,
        line.hasLogin(at));
  }

  /** The same memory after a look at that time. */
  public KnownPlaces learn(Lan lan, Keys keys, Instant at) {
    return learn(lan, Optional.empty(), keys, at);
  }

  /** {@code login} is the link on which a login page was in the way, if one was. */
  public KnownPlaces learn(Lan lan, Optional<String> login, Keys keys, Instant at) {
    var all = new ArrayList<>(lines);
    for (Attachment here : lan.attachments()) {
      var marks = Marks.of(here, keys.own());
      if (marks.isEmpty()) {
        continue;
      }
      String id = Marks.id(here, keys.client()).orElseThrow();
      int place = place(all, marks.get());
      if (place < 0) {
        all.add(
            new PlaceLine(
                marks.get(),
                keys.mark(),
                id,
                at,
                at,
                Optional.empty(),
                1,
                Optional.empty(),
                List.of(),
                Optional.empty()));
        place = all.size() - 1;
      } else {
        PlaceLine line = all.get(place);
        all.set(place, line.seen(marks.get(), keys.mark(), id, at));
      }
      if (login.equals(Optional.of(here.link()))) {
        all.set(place, all.get(place).withLogin(at));
      }
    }
    return new KnownPlaces(kept(all, at));
  }

  /** The place of the preferred network is what the person says, by each way that is in use now. */
  public KnownPlaces say(Lan lan, Reading<Wifi> wifi, Keys keys, Kind kind) {
    var all = new ArrayList<>(lines);
    int place = here(lan, keys);
    for (Attachment here : lan.attachments()) {
      boolean isThere =
          place >= 0
              && Marks.of(here, keys.own()).filter(now -> place(lines, now) == place).isPresent();
      if (isThere) {
        var way = WayIn.of(here, wifi, keys.own()).map(WayIn::id);
        all.set(place, all.get(place).said(kind, way));
      }
    }
    return new KnownPlaces(all);
  }

  /** Without the place of the preferred network. */
  public KnownPlaces forget(Lan lan, Keys keys) {
    int place = here(lan, keys);
    var all = new ArrayList<>(lines);
    if (place >= 0) {
      all.remove(place);
    }
    return new KnownPlaces(all);
  }

  private int here(Lan lan, Keys keys) {
    return lan.attachments().stream()
        .findFirst()
        .flatMap(here -> Marks.of(here, keys.own()))
        .map(now -> place(lines, now))
        .orElse(-1);
  }

  private static int place(List<PlaceLine> all, Marks now) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).marks().fits(now)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * What somebody has said goes last; what was met once goes first, since anybody can make that.
   */
  private static List<PlaceLine> kept(List<PlaceLine> all, Instant at) {
    all.removeIf(line -> line.label().isEmpty() && line.last().plus(KEPT).isBefore(at));
    if (all.size() <= MOST) {
      return all;
    }
    var order =
        Comparator.comparing((PlaceLine line) -> line.label().isPresent())
            .thenComparing(line -> line.visits() > 1)
            .thenComparing(PlaceLine::last);
    return all.stream().sorted(order).skip(all.size() - MOST).toList();
  }
}
