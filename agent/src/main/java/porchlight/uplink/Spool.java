package porchlight.uplink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Reports that wait to be sent, one compressed file each. Bounded in size and age; what is dropped
 * is counted and said.
 */
public final class Spool {
  /** How much may wait. */
  public record Bounds(long bytes, Duration age) {
    public static final Bounds USUAL = new Bounds(50L << 20, Duration.ofDays(7));
  }

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

  /** Has the report on the disk. */
  public void add(Spooled report, String json) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(json.getBytes(StandardCharsets.UTF_8));
    }
    Durable.write(file(report), packed.toByteArray());
  }

  /** What waits, newest first. Whatever else lies in the folder is set aside. */
  public List<Spooled> newestFirst() throws IOException {
    var waiting = new ArrayList<Spooled>();
    for (Path file : files()) {
      var report = Spooled.of(file).filter(known -> isFile(file));
      if (report.isPresent()) {
        waiting.add(report.get());
      } else if (file.toString().endsWith(Durable.UNFINISHED) && isFile(file)) {
        Files.delete(file); // a write that the power cut short; its sequence number tells of it
        log.accept("removed an unfinished report: " + name(file));
      } else {
        setAside(file, "not a report of ours");
      }
    }
    waiting.sort(Comparator.comparingLong(Spooled::sequence).reversed());
    return waiting;
  }

  /** The bytes to send; a damaged file is set aside. */
  public Optional<byte[]> packed(Spooled report) throws IOException {
    byte[] bytes = Files.readAllBytes(file(report));
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      if (gzip.readNBytes(LONGEST_UNPACKED + 1).length <= LONGEST_UNPACKED) {
        return Optional.of(bytes);
      }
      setAside(file(report), "longer than central takes");
    } catch (IOException damaged) {
      setAside(file(report), "damaged: " + damaged.getMessage());
    }
    return Optional.empty();
  }

  public void remove(Spooled report) throws IOException {
    Files.deleteIfExists(file(report));
  }

  /** Takes a report out that central will never take. */
  public void refuse(Spooled report, String why) {
    setAside(file(report), why);
  }

  /** How many reports were refused or unreadable and lie aside. */
  public int setAside() throws IOException {
    return refused.count();
  }

  /** Drops what is too old or too much, heartbeats before full reports; answers how many. */
  public int trim(Instant now) throws IOException {
    var kept = new ArrayList<Spooled>();
    int dropped = 0;
    for (Spooled report : newestFirst()) {
      if (report.at().isBefore(now.minus(bounds.age()))) {
        remove(report);
        dropped++;
      } else {
        kept.add(report);
      }
    }
    // Heartbeats from the oldest on, then full reports from the oldest on.
    kept.sort(Comparator.comparing(Spooled::full).thenComparingLong(Spooled::sequence));
    long bytes = 0;
    for (Spooled report : kept) {
      bytes += Files.size(file(report));
    }
    for (Spooled report : kept) {
      if (bytes <= bounds.bytes()) {
        break;
      }
      bytes -= Files.size(file(report));
      remove(report);
      dropped++;
    }
    if (dropped > 0) {
      log.accept("dropped " + dropped + " unsent reports: the spool is bounded");
    }
    return dropped;
  }

  /** Drops everything: the reports of a device that is no longer. */
  public int clear() throws IOException {
    var all = newestFirst();
    for (Spooled report : all) {
      remove(report);
    }
    return all.size();
  }

  private Path file(Spooled report) {
    return folder.resolve(report.fileName());
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
