package porchlight.uplink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import porchlight.json.ReportJson;

/**
 * Reports that wait to be sent, one compressed file each. Bounded in size and age; what is dropped
 * is counted and said.
 */
public final class Spool {
  /** How much may wait. */
  public record Bounds(long bytes, Duration age) {
    public static final Bounds USUAL = new Bounds(50L << 20, Duration.ofDays(7));
  }

  /** Central takes no more than that. */
  public static final int LONGEST_PACKED = 256 << 10;

  private static final int LONGEST_UNPACKED = 1 << 20;

  private final Path folder;
  private final DeadLetters refused;
  private final Bounds bounds;
  private final Consumer<String> log;

  public Spool(StateFolder state, Bounds bounds, Consumer<String> log) throws IOException {
    this.folder = state.spool();
    this.bounds = bounds;
    this.log = log;
    Durable.folder(folder);
    this.refused = new DeadLetters(state.refused());
  }

  /**
   * Has a new report on the disk, and then its number: both or neither. A number that no report has
   * is thus never taken, whenever the power goes.
   */
  public void add(Spooled report, String json, Sequence numbers) throws IOException {
    add(report, json);
    try {
      numbers.used(report.sequence());
    } catch (IOException noRoom) {
      remove(report);
      throw noRoom;
    }
  }

  /** Has the report on the disk. */
  void add(Spooled report, String json) throws IOException {
    Durable.write(file(report), pack(json));
  }

  /** A report as it is sent. */
  public static byte[] pack(String json) {
    var packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  /**
   * What waits, newest first. Whatever else lies in the folder is set aside; of a report that the
   * power cut short while it got another number, one is left.
   */
  public List<Spooled> newestFirst() throws IOException {
    var waiting = waiting();
    waiting.sort(Comparator.comparingLong(Spooled::sequence).reversed());
    var ids = new HashSet<UUID>();
    var once = new ArrayList<Spooled>();
    for (Spooled report : waiting) {
      if (ids.add(report.id())) {
        once.add(report);
      } else {
        remove(report);
      }
    }
    return once;
  }

  private List<Spooled> waiting() throws IOException {
    var waiting = new ArrayList<Spooled>();
    for (Path file : files()) {
      var report = Spooled.of(file).filter(known -> isFile(file));
      if (report.isPresent()) {
        waiting.add(report.get());
      } else if (file.toString().endsWith(Durable.UNFINISHED) && isFile(file)) {
        Files.delete(file); // a write that the power cut short, and no report yet
        log.accept("removed an unfinished report: " + name(file));
      } else {
        setAside(file, "not a report of ours");
      }
    }
    return waiting;
  }

  /** The bytes to send; nothing when the file is damaged. */
  public Optional<byte[]> packed(Spooled report) {
    byte[] bytes = bytes(report);
    return unpacked(bytes).isPresent() ? Optional.of(bytes) : Optional.empty();
  }

  /** None when the disk does not give them: one bad block must not hold up the others. */
  private byte[] bytes(Spooled report) {
    try {
      return Files.readAllBytes(file(report));
    } catch (IOException unreadable) {
      return new byte[0];
    }
  }

  private static Optional<String> unpacked(byte[] bytes) {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] text = gzip.readNBytes(LONGEST_UNPACKED + 1);
      return text.length <= LONGEST_UNPACKED
          ? Optional.of(new String(text, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  public void remove(Spooled report) throws IOException {
    Files.deleteIfExists(file(report));
  }

  /** Takes a report out that central will never take, or that nobody can read. */
  public void refuse(Spooled report, String why) {
    setAside(file(report), why);
  }

  /** How many reports were refused or unreadable and lie aside. */
  public int setAside() throws IOException {
    return refused.count();
  }

  /**
   * Gives everything that waits new numbers, oldest first, in that device's name. May be cut short
   * at any moment and done again.
   *
   * @param numbers counts on from the number before the first new one
   */
  public void renumber(Sequence numbers, UUID device, long first) throws IOException {
    var reports = newestFirst().reversed();
    // Taken at once: a report that is made after a cut must not get one of these.
    numbers.used(first - 1 + reports.size());
    long next = first;
    for (Spooled report : reports) {
      long number = next++;
      var text =
          unpacked(bytes(report)).flatMap(json -> ReportJson.renumbered(json, device, number));
      if (text.isPresent()) {
        var other = report.numbered(number);
        add(other, text.get());
        if (!other.equals(report)) {
          remove(report);
        }
      } // what is damaged is found, counted and set aside when it is to be sent
    }
  }

  /** What is too old or too much: heartbeats go first and what changed an outcome last. */
  public List<Spooled> surplus(Instant counted) throws IOException {
    var surplus = new ArrayList<Spooled>();
    var kept = new ArrayList<Spooled>();
    long bytes = 0;
    for (Spooled report : newestFirst()) {
      if (report.at().isBefore(counted.minus(bounds.age()))) {
        surplus.add(report);
      } else {
        kept.add(report);
        bytes += Files.size(file(report));
      }
    }
    kept.sort(Comparator.comparing(Spooled::kind).thenComparingLong(Spooled::sequence));
    for (Spooled report : kept) {
      if (bytes <= bounds.bytes()) {
        break;
      }
      bytes -= Files.size(file(report));
      surplus.add(report);
    }
    return surplus;
  }

  /** Removes what lies there under those names: it was counted before the power went. */
  public void removeNamed(Collection<String> names) throws IOException {
    if (!names.isEmpty()) {
      for (Spooled report : waiting()) {
        if (names.contains(report.name())) {
          remove(report);
        }
      }
    }
  }

  private Path file(Spooled report) {
    return folder.resolve(report.name());
  }

  /** One file that cannot be moved must not keep the others from being sent. */
  private void setAside(Path file, String why) {
    try {
      refused.take(file, why);
      log.accept("set aside " + name(file) + ": " + why);
    } catch (IOException stuck) {
      log.accept("could not set aside " + name(file) + ": " + stuck);
    }
  }

  /** The name as it may stand in a log. */
  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replaceAll("[^A-Za-z0-9._-]", "?");
  }

  private static boolean isFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private List<Path> files() throws IOException {
    var files = new ArrayList<Path>();
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
      names.forEach(files::add);
    }
    return files;
  }
}
