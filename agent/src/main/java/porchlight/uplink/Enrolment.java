package porchlight.uplink;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import porchlight.json.EnrolmentJson;
import porchlight.json.EnrolmentJson.Hints;
import porchlight.json.Identity;
import porchlight.json.Progress;
import porchlight.json.Replies;

/**
 * Making this device known to a central. May be tried again at any time: the key is on the disk
 * before it is sent, and central knows a key that it has met.
 */
public final class Enrolment {
  private static final int LONGEST_TOKEN = 512;
  private static final String SALT = "porchlight machine 1 ";

  private Enrolment() {}

  /** What came of it. */
  public sealed interface Result {
    /** This device is known now. */
    record Done(Identity identity, int nextReportSeconds) implements Result {}

    /** It is not, and {@code after} is what central asked to wait. */
    record Failed(Duration after, String why) implements Result {}
  }

  /** The device that a state folder makes this laptop. */
  public record Member(Identity identity, DeviceKey key) {
    /** The way to the central that knows this device. */
    public HttpUplink uplink(Outside outside, Skew skew) {
      return new HttpUplink(identity.server(), key, outside, skew, Copies.NONE);
    }
  }

  /** Who this laptop is; nothing when it is not enrolled, or its identity and key do not fit. */
  public static Optional<Member> current(StateFolder state) throws IOException {
    var identity = Durable.read(state.identity()).flatMap(Identity::of);
    var key = DeviceKey.load(state.key());
    return identity.flatMap(known ->
        key.filter(held -> held.id().equals(known.keyId())).map(held -> new Member(known, held)));
  }

  /** The token in a file, without the blanks around it; nothing when there is no such file. */
  public static Optional<String> token(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      String token = new String(in.readNBytes(LONGEST_TOKEN + 2), StandardCharsets.UTF_8).strip();
      if (token.isEmpty() || token.length() > LONGEST_TOKEN || !token.matches("[!-~]+")) {
        throw new IOException("there is no enrolment token in " + file);
      }
      return Optional.of(token);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /** The hint that stands for an operating system's machine id, and cannot be turned back. */
  public static String machineHint(String machineId) {
    byte[] sum = Digest.sha256((SALT + machineId.strip()).getBytes(StandardCharsets.UTF_8));
    return "sha256:" + java.util.HexFormat.of().formatHex(sum, 0, 16);
  }

  /**
   * Enrols by the token in that file, and removes the file once central knows this device.
   *
   * @param agent this program's version
   */
  public static Result enrol(
      StateFolder state, URI server, Path tokenFile, String agent, Hints hints, Outside outside)
      throws IOException {
    var token = token(tokenFile);
    if (token.isEmpty()) {
      return new Result.Failed(Duration.ZERO, "there is no enrolment token file " + tokenFile);
    }
    state.prepare();
    Path keyFile = keyFile(state, server);
    var known = DeviceKey.load(keyFile);
    DeviceKey key = known.isPresent() ? known.get() : DeviceKey.make(outside.random());
    if (known.isEmpty()) {
      key.save(keyFile);
    }
    String request =
        EnrolmentJson.request(
            token.get(), Thumbprint.x(key.open()), Thumbprint.y(key.open()), agent, hints);
    Reply reply;
    try (var uplink =
        new HttpUplink(server, key, outside, new Skew(Optional.empty()), Copies.NONE)) {
      reply = uplink.send(Outgoing.post("/v1/enroll", request).hiding(token.get()));
    }
    return switch (reply) {
      case Reply.Silent(var why) -> new Result.Failed(Duration.ZERO, why);
      case Reply.Said said -> {
        var answer =
            said.status() == 200 || said.status() == 201
                ? Replies.enrolled(said.text())
                : Optional.<Replies.Enrolled>empty();
        if (answer.isEmpty()) {
          yield new Result.Failed(said.after(), said.words());
        }
        var identity =
            new Identity(answer.get().device(), answer.get().organisation(), server, key.id());
        settle(state, keyFile, identity);
        Files.deleteIfExists(tokenFile);
        yield new Result.Done(identity, answer.get().nextReportSeconds());
      }
    };
  }

  /**
   * A device that moves to another central, or that its central dismissed, gets another key; the
   * old one stays in use until the new one is known.
   */
  private static Path keyFile(StateFolder state, URI server) throws IOException {
    var member = current(state);
    if (member.isEmpty()) {
      return state.key();
    }
    boolean dismissed =
        Durable.read(state.delivery()).map(Progress::of).flatMap(Progress::stopped).isPresent();
    boolean elsewhere = !member.get().identity().server().equals(server);
    return dismissed || elsewhere ? state.path().resolve("device.key.next") : state.key();
  }

  private static void settle(StateFolder state, Path keyFile, Identity identity)
      throws IOException {
    var before = current(state).map(Member::identity);
    if (before.isEmpty() || !before.get().device().equals(identity.device())) {
      // What waits was said by another device, in its numbering.
      new Spool(state, Spool.Bounds.USUAL, line -> {}).clear();
      new Sequence(state.sequence()).restart();
      Durable.write(state.delivery(), Progress.NONE.text());
    }
    if (!keyFile.equals(state.key())) {
      Files.move(
          keyFile,
          state.key(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    Durable.write(state.identity(), identity.text());
  }
}
