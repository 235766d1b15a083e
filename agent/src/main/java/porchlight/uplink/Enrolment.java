package porchlight.uplink;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import porchlight.json.EnrolmentJson;
import porchlight.json.EnrolmentJson.Hints;
import porchlight.json.Identity;
import porchlight.json.PolicyStamp;
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
    /**
     * This device is known now.
     *
     * @param policy the organisation's policy, where it has one
     * @param seedGone whether the token is gone from this laptop
     */
    record Done(
        Identity identity, int nextReportSeconds, Optional<PolicyStamp> policy, boolean seedGone)
        implements Result {
      private Done withSeed(boolean gone) {
        return new Done(identity, nextReportSeconds, policy, gone);
      }
    }

    /** A person at central has to approve it; to be asked again after that long. */
    record Pending(Duration after) implements Result {}

    /** It is not, and {@code after} is what central asked to wait. */
    record Failed(Duration after, String why) implements Result {}
  }

  /** The device that a state folder makes this laptop. */
  public record Member(Identity identity, DeviceKey key, StateFolder state) {
    /** The way to the central that knows this device. */
    public HttpUplink uplink(Outside outside, Skew skew) {
      return new HttpUplink(
          identity.server(), key, Seal.of(identity), outside, skew, SentFolder.in(state));
    }
  }

  /**
   * What an enrolment needs.
   *
   * @param agent this program's version
   */
  public record Applicant(
      StateFolder state, String agent, Hints hints, Outside outside, Skew skew) {}

  /** Who this laptop is; nothing when it is not enrolled, or its identity and key do not fit. */
  public static Optional<Member> current(StateFolder state) throws IOException {
    var identity = Durable.read(state.identity()).flatMap(Identity::of);
    if (identity.isEmpty()) {
      return Optional.empty();
    }
    return Keys.named(state, identity.get().keyId())
        .map(key -> new Member(identity.get(), key, state));
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

  /** Enrols by the token in that file, and removes the file once central knows this device. */
  public static Result enrol(Applicant who, URI server, Path tokenFile) throws IOException {
    var token = token(tokenFile);
    if (token.isEmpty()) {
      return new Result.Failed(Duration.ZERO, "there is no enrolment token file " + tokenFile);
    }
    who.state().prepare();
    var key = Keys.in(keyFile(who.state(), server), who.outside().random());
    String body = EnrolmentJson.request(token.get(), key.jwk(), who.agent(), who.hints());
    var result =
        ask(
            who,
            server,
            key,
            Outgoing.post("/v1/enroll", body).hiding(token.get()),
            Optional.empty());
    return result instanceof Result.Done done ? done.withSeed(removed(tokenFile)) : result;
  }

  /** Becomes another device of the same organisation, because another laptop has this one's key. */
  public static Result fork(Applicant who, Member before) throws IOException {
    var key = Keys.in(who.state().key(Keys.CLONED), who.outside().random());
    UUID from = before.identity().device();
    String proof =
        before.key().proof("porchlight-clone/1\n" + from + "\n" + key.id(), who.outside().random());
    String body = EnrolmentJson.clone(from, proof, key.jwk(), who.agent(), who.hints());
    return ask(
        who,
        before.identity().server(),
        key,
        Outgoing.post("/v1/enroll", body),
        Optional.of(before.identity()));
  }

  private static Result ask(
      Applicant who, URI server, DeviceKey key, Outgoing request, Optional<Identity> before)
      throws IOException {
    Reply reply;
    try (var uplink =
        new HttpUplink(
            server,
            key,
            before.map(Seal::of).orElse(Seal.NONE),
            who.outside(),
            who.skew(),
            SentFolder.in(who.state()))) {
      reply = uplink.send(request);
    }
    return switch (reply) {
      case Reply.Silent(var why) -> new Result.Failed(Duration.ZERO, why);
      case Reply.Said said when said.status() == 202 && Replies.pending(said.text()).isPresent() ->
          new Result.Pending(
              longer(Duration.ofSeconds(Replies.pending(said.text()).get()), said.after()));
      case Reply.Said said -> {
        var answer =
            said.believed() && (said.status() == 200 || said.status() == 201)
                ? Replies.enrolled(said.text())
                : Optional.<Replies.Enrolled>empty();
        yield answer.isEmpty()
            ? new Result.Failed(said.after(), said.words())
            : known(who, server, key, answer.get(), before);
      }
    };
  }

  private static Result known(
      Applicant who, URI server, DeviceKey key, Replies.Enrolled answer, Optional<Identity> before)
      throws IOException {
    var state = who.state();
    var now = Durable.read(state.identity()).flatMap(Identity::of);
    var identity =
        before
            .map(forked -> forked.fork(answer.device(), key.id()))
            .orElseGet(() -> Identity.enrolled(answer, server, key.id()));
    if (!now.map(Identity::device).equals(Optional.of(identity.device()))) {
      Keys.forget(state, Keys.ROTATED); // it was to be the other device's
    }
    if (before.isPresent()) {
      Before.keep(state, before.get());
    } else {
      Before.proven(state);
    }
    Durable.write(state.identity(), identity.text());
    Keys.settle(state, key.id());
    return new Result.Done(identity, answer.nextReportSeconds(), answer.policy(), true);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
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
        Durable.read(state.delivery())
            .map(Progress::of)
            .flatMap(progress -> progress.sending().stopped())
            .isPresent();
    boolean elsewhere = !member.get().identity().server().equals(server);
    return dismissed || elsewhere ? state.key(Keys.MOVED) : state.key();
  }

  /** A token that cannot be removed has done its work all the same. */
  private static boolean removed(Path tokenFile) {
    try {
      Files.deleteIfExists(tokenFile);
      return true;
    } catch (IOException stuck) {
      return false;
    }
  }
}
