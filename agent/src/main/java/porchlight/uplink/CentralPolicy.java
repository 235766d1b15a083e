package porchlight.uplink;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.json.Identity;
import porchlight.json.Jwk;
import porchlight.json.PolicyDocument;
import porchlight.json.PolicyDocument.Kept;
import porchlight.json.PolicyDocument.Said;
import porchlight.json.Refused;
import porchlight.policy.Policy;
import porchlight.uplink.Enrolment.Member;

/**
 * The organisation's policy: taken only when a pinned key signed it, it is for this organisation,
 * newer than the one held, and passes the door that a file passes. Verified again whenever it is
 * read from the disk.
 */
public final class CentralPolicy {
  /** An answer of 256 KiB at most. */
  private static final int LONGEST = 256 << 10;

  private CentralPolicy() {}

  /**
   * The policy held.
   *
   * @param digest what central calls it
   */
  public record Held(Policy policy, String digest) {}

  /** What came of asking for it. */
  public sealed interface Result {
    record Taken(Held held) implements Result {}

    /** It is as it was. */
    record Same() implements Result {}

    /** Kept out; {@code revision} is 0 where it says none that can be believed. */
    record KeptOut(long revision, String why) implements Result {}

    /** It did not come; {@code after} is what central asked to wait. */
    record Failed(Duration after, String why) implements Result {}
  }

  /** The policy in that folder, where there is one that is as central signed it. */
  public static Optional<Held> held(Path stateFolder) throws IOException {
    var state = new StateFolder(stateFolder);
    return signed(state).flatMap(document -> held(document));
  }

  private static Optional<Held> held(PolicyDocument document) {
    try {
      return document.said().map(said -> new Held(said.read(), digest(document)));
    } catch (Refused byThisVersion) {
      return Optional.empty();
    }
  }

  /** The document on the disk, if it is this device's and still as it was signed. */
  private static Optional<PolicyDocument> signed(StateFolder state) throws IOException {
    var kept = Durable.read(state.policy()).flatMap(Kept::of);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    return Durable.read(state.identity())
        .flatMap(Identity::of)
        .filter(identity -> names(identity).contains(kept.get().device()))
        .filter(identity -> isBy(kept.get().document(), kept.get().by()))
        .map(identity -> kept.get().document());
  }

  /** Asks central for the policy, and keeps it if it may be taken. */
  public static Result ask(Member member, HttpUplink uplink) throws IOException {
    var before = signed(member.state());
    var held = before.flatMap(CentralPolicy::held);
    var reply = uplink.send(Outgoing.get("/v1/policy", held.map(Held::digest), LONGEST + 1));
    return switch (reply) {
      case Reply.Silent(var why) -> new Result.Failed(Duration.ZERO, why);
      case Reply.Said said when said.status() == 304 && held.isPresent() -> new Result.Same();
      case Reply.Said said when said.status() == 200 && said.text().length() > LONGEST ->
          new Result.KeptOut(0, "it is longer than 256 KiB");
      case Reply.Said said when said.status() == 200 -> {
        var document = PolicyDocument.of(said.text());
        yield document.isPresent()
            ? take(settled(member, before), before, document.get())
            : new Result.Failed(said.after(), "answered 200, not as central does");
      }
      case Reply.Said said -> new Result.Failed(said.after(), said.words());
    };
  }

  /** The newest word on keys counts: the power may have gone before the identity heard it. */
  private static Member settled(Member member, Optional<PolicyDocument> before) throws IOException {
    var named =
        before.flatMap(PolicyDocument::said).map(Said::keys).filter(keys -> !keys.isEmpty());
    if (named.isEmpty() || named.get().equals(member.identity().policyKeys())) {
      return member;
    }
    var identity = member.identity().pinning(named.get());
    Durable.write(member.state().identity(), identity.text());
    return new Member(identity, member.key(), member.state());
  }

  private static Result take(
      Member member, Optional<PolicyDocument> before, PolicyDocument document) {
    var by = pinned(member, document);
    if (by.isEmpty()) {
      return new Result.KeptOut(0, "no key that was pinned at enrolment has signed it");
    }
    var said = document.said();
    if (said.isEmpty()) {
      return new Result.KeptOut(0, "what it says is not understood");
    }
    long revision = said.get().revision();
    if (!said.get().organisation().equals(member.identity().organisation())) {
      return new Result.KeptOut(revision, "it is another organisation's");
    }
    long holds = before.flatMap(PolicyDocument::said).map(Said::revision).orElse(0L);
    long seen = Math.max(holds, member.identity().trusted().floor() - 1);
    if (revision <= seen) {
      return new Result.KeptOut(
          revision, "its revision " + revision + " is not after " + seen + ", which was seen");
    }
    try {
      return keep(member, by.get(), said.get(), said.get().read());
    } catch (Refused refused) {
      return new Result.KeptOut(revision, String.valueOf(refused.getMessage()));
    } catch (IOException failed) {
      return new Result.Failed(Duration.ZERO, "it could not be kept: " + failed);
    }
  }

  /** One of its signatures that is by a key that was pinned. */
  private static Optional<By> pinned(Member member, PolicyDocument document) {
    var documents = new ArrayList<PolicyDocument>(List.of(document));
    documents.addAll(document.others());
    for (PolicyDocument one : documents) {
      for (Jwk key : member.identity().policyKeys()) {
        if (OpenKey.isNamed(key, one.keyId()) && isBy(one, key)) {
          return Optional.of(new By(one, key));
        }
      }
    }
    return Optional.empty();
  }

  private record By(PolicyDocument document, Jwk key) {}

  private static Result keep(Member member, By by, Said said, Policy policy) throws IOException {
    var state = member.state();
    var identity = member.identity();
    Durable.write(state.policy(), by.document().kept(by.key(), identity.root().toString()));
    var pinning = said.keys().isEmpty() ? identity : identity.pinning(said.keys());
    Durable.write(state.identity(), pinning.seen(said.revision()).text());
    return new Result.Taken(new Held(policy, digest(by.document())));
  }

  private static String digest(PolicyDocument document) {
    return "sha256:"
        + Base64.getUrlEncoder().withoutPadding().encodeToString(Digest.sha256(document.payload()));
  }

  private static boolean isBy(PolicyDocument document, Jwk key) {
    return OpenKey.signed(key, document.signed(), document.signature());
  }

  /** Under which names this disk's policy may have been kept. */
  private static Set<String> names(Identity identity) {
    var names = new HashSet<String>();
    names.add(identity.device().toString());
    names.add(identity.root().toString());
    identity.clonedFrom().ifPresent(before -> names.add(before.toString()));
    return names;
  }
}
