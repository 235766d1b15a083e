package porchlight.places;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.Place.Kind;
import porchlight.facts.Place.Met;

/**
 * One place in memory: a line of text that names neither it nor its networks.
 *
 * @param key what stands for the key of {@code id}
 * @param before when the visit before this one ended; empty on the first
 * @param visits this one counted
 * @param label what the person at the laptop said
 * @param ways those for which they said it
 * @param login when a login page was in the way here last; empty where none was
 */
record PlaceLine(
    Marks marks,
    String key,
    String id,
    Instant first,
    Instant last,
    Optional<Instant> before,
    int visits,
    Optional<Kind> label,
    List<String> ways,
    Optional<Instant> login) {
  private static final int WORDS = 14;
  private static final int MOST_WAYS = 16;
  private static final int MOST_VISITS = 1_000_000;
  private static final String NONE = "-";

  /** Whoever was away for longer comes anew. */
  private static final Duration PAUSE = Duration.ofHours(3);

  /** A time of sighting that is at most so old is good enough; each write wears the disk. */
  private static final Duration FRESH = Duration.ofMinutes(30);

  /** Who logged in sees no login page any more; a router without its line shows one just once. */
  private static final Duration LOGIN_KEPT = Duration.ofDays(30);

  PlaceLine {
    ways = List.copyOf(ways);
  }

  String text() {
    return String.join(
        " ",
        "place",
        marks.gateway(),
        marks.shared() ? "shared" : "own",
        word(marks.subnet()),
        words(marks.prefixes()),
        word(marks.server()),
        word(marks.suffix()),
        key,
        id,
        first.toString(),
        last.toString(),
        before.map(Instant::toString).orElse(NONE),
        Integer.toString(visits),
        label.map(Kind::word).orElse(NONE)
            + "@"
            + words(ways)
            + login.map(at -> " " + at).orElse(""));
  }

  /** The line of that text; nothing when it is damaged. */
  static Optional<PlaceLine> of(String text) {
    String[] words = text.split(" ", -1);
    boolean hasLogin = words.length == WORDS + 1;
    if ((words.length != WORDS && !hasLogin) || !words[0].equals("place")) {
      return Optional.empty();
    }
    for (String word : words) {
      if (word.isEmpty()) {
        return Optional.empty();
      }
    }
    int at = words[13].indexOf('@');
    boolean isShared = words[2].equals("shared");
    if (at < 0 || (!isShared && !words[2].equals("own"))) {
      return Optional.empty();
    }
    String said = words[13].substring(0, at);
    Optional<Kind> label = Kind.of(said);
    try {
      int visits = Integer.parseInt(words[12]);
      boolean isWhole =
          visits > 0 && visits <= MOST_VISITS && (label.isPresent() || said.equals(NONE));
      return isWhole
          ? Optional.of(
              new PlaceLine(
                  new Marks(
                      words[1],
                      isShared,
                      unword(words[3]),
                      unwords(words[4]),
                      unword(words[5]),
                      unword(words[6])),
                  words[7],
                  words[8],
                  Instant.parse(words[9]),
                  Instant.parse(words[10]),
                  time(words[11]),
                  visits,
                  label,
                  unwords(words[13].substring(at + 1)),
                  hasLogin ? time(words[14]) : Optional.empty()))
          : Optional.empty();
    } catch (DateTimeException | NumberFormatException damaged) {
      return Optional.empty();
    }
  }

  /** Throws DateTimeException where it is none. */
  private static Optional<Instant> time(String word) {
    return word.equals(NONE) ? Optional.empty() : Optional.of(Instant.parse(word));
  }

  /** Whether somebody had to log in here not long before that time. */
  boolean hasLogin(Instant at) {
    return login.filter(last -> Duration.between(last, at).compareTo(LOGIN_KEPT) <= 0).isPresent();
  }

  /** The same line after a login page was in the way at that time. */
  PlaceLine withLogin(Instant at) {
    boolean isFresh =
        login.filter(last -> Duration.between(last, at).abs().compareTo(PAUSE) < 0).isPresent();
    return isFresh
        ? this
        : new PlaceLine(marks, key, id, first, last, before, visits, label, ways, Optional.of(at));
  }

  private static String word(String word) {
    return word.isEmpty() ? NONE : word;
  }

  private static String unword(String word) {
    return word.equals(NONE) ? "" : word;
  }

  private static String words(List<String> words) {
    return words.isEmpty() ? NONE : String.join(",", words);
  }

  private static List<String> unwords(String words) {
    return words.equals(NONE) ? List.of() : List.of(words.split(",", -1));
  }

  /** Whether a look at that time is still the same visit. */
  private boolean isStill(Instant at) {
    return Duration.between(last, at).abs().compareTo(PAUSE) <= 0;
  }

  /** The visits before the one that a look at that time belongs to. */
  Optional<Met> met(Instant at) {
    if (!isStill(at)) {
      return Optional.of(new Met(first, last, visits));
    }
    return before.map(end -> new Met(first, end, visits - 1));
  }

  /** The same line after a look at that time. */
  PlaceLine seen(Marks now, String nowKey, String nowId, Instant at) {
    Marks all = marks.with(now);
    boolean sameKey = key.equals(nowKey);
    String oneId = sameKey ? id : nowId;
    if (!isStill(at)) {
      int more = Math.min(visits + 1, MOST_VISITS);
      return new PlaceLine(
          all, nowKey, oneId, first, at, Optional.of(last), more, label, ways, login);
    }
    boolean isFresh = Duration.between(last, at).abs().compareTo(FRESH) < 0;
    return new PlaceLine(
        all, nowKey, oneId, first, isFresh ? last : at, before, visits, label, ways, login);
  }

  PlaceLine said(Kind kind, Optional<String> way) {
    var all = new ArrayList<String>(label.equals(Optional.of(kind)) ? ways : List.of());
    way.filter(one -> !all.contains(one)).ifPresent(all::add);
    int old = Math.max(0, all.size() - MOST_WAYS);
    return new PlaceLine(
        marks,
        key,
        id,
        first,
        last,
        before,
        visits,
        Optional.of(kind),
        all.subList(old, all.size()),
        login);
  }
}
