package porchlight.uplink;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porchlight.json.Sent;
import porchlight.uplink.road.Unsigned;

/**
 * A copy of everything that left, one file a request, numbered; the newest few hundred. A copy is
 * written before its request leaves. A disk that is full gives up the oldest copies for it; one
 * that cannot be written at all does not keep reports from being sent.
 */
public final class SentFolder implements Copies {
  private static final int MOST = 500;
  private static final long MOST_BYTES = 8L << 20;
  private static final int ROOM = 20;
  private static final Pattern NAME = Pattern.compile("(\\d{10})\\.sent");

  private final Path folder;

  private SentFolder(Path folder) {
    this.folder = folder;
  }

  static SentFolder in(StateFolder state) {
    return new SentFolder(state.sent());
  }

  /** Keeps what leaves without a signature too, once this laptop has a state folder. */
  public static Unsigned unsigned(Path stateFolder, InstantSource clock) {
    var folder = in(new StateFolder(stateFolder));
    return address -> {
      if (!Files.isDirectory(stateFolder)) {
        return answer -> {};
      }
      var headers = Map.of("User-Agent", "porchlight");
      var what = Outgoing.get(path(address), Optional.empty(), 0);
      return folder.leaves(clock.instant(), address, what, headers)::answered;
    };
  }

  private static String path(URI address) {
    String path =
        Optional.ofNullable(address.getRawPath()).filter(raw -> !raw.isEmpty()).orElse("/");
    return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
  }

  /**
   * The newest requests, the newest first.
   *
   * @param most how many
   */
  public static List<Sent> newest(Path stateFolder, int most) throws IOException {
    var folder = new StateFolder(stateFolder).sent();
    var newest = new ArrayList<Sent>();
    var files = files(folder);
    for (Path file : files.reversed()) {
      if (newest.size() == most) {
        break;
      }
      Durable.read(file).flatMap(Sent::of).ifPresent(newest::add);
    }
    return newest;
  }

  @Override
  public Copy leaves(Instant at, URI server, Outgoing what, Map<String, String> headers) {
    String line =
        Sent.line(
            at,
            what.method(),
            server.resolve(what.path()).toString(),
            headers,
            what.body().orElse(new byte[0]),
            what.secret());
    try {
      Durable.folder(folder);
      var files = files(folder);
      Path file = folder.resolve("%010d.sent".formatted(files.isEmpty() ? 1 : last(files) + 1));
      trim(files);
      try {
        write(file, line);
      } catch (IOException full) {
        Files.deleteIfExists(file);
        delete(files.subList(0, Math.min(ROOM, files.size())));
        write(file, line);
      }
      return words -> answered(file, words);
    } catch (IOException failed) {
      return words -> {};
    }
  }

  private static void write(Path file, String line) throws IOException {
    Durable.writeUnsettled(file, line.getBytes(StandardCharsets.UTF_8));
  }

  private static void answered(Path file, String words) {
    try {
      Files.writeString(file, Sent.answerLine(words), StandardOpenOption.APPEND);
    } catch (IOException failed) {
      // What left is there; that nothing is known of an answer is true as well.
    }
  }

  private static void trim(List<Path> files) throws IOException {
    long bytes = 0;
    for (int i = files.size() - 1; i >= 0; i--) {
      bytes += Files.size(files.get(i));
      if (files.size() - i >= MOST || bytes > MOST_BYTES) {
        delete(files.subList(0, i + 1));
        return;
      }
    }
  }

  private static void delete(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private static long last(List<Path> files) {
    return number(files.get(files.size() - 1)).orElse(0L);
  }

  private static Optional<Long> number(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() ? Optional.of(Long.parseLong(name.group(1))) : Optional.empty();
  }

  /** The oldest first; what is not ours is left alone. */
  private static List<Path> files(Path folder) throws IOException {
    var files = new ArrayList<Path>();
    try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
      for (Path name : names) {
        if (number(name).isPresent()) {
          files.add(name);
        }
      }
    } catch (NoSuchFileException none) {
      return List.of();
    }
    Collections.sort(files);
    return files;
  }
}
